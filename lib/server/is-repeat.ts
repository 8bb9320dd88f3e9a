/** Postgres' unique_violation: what was to be written is there already. */
export function isRepeat(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "23505";
}
