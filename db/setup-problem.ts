/** Something outside the code stands in the way. The message is one or two sentences for the person at the terminal. */
export class SetupProblem extends Error {
  override readonly name = "SetupProblem";
}

/** The code of a failed system or Postgres call ("EACCES", "3D000"), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
