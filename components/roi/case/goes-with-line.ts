import type { SeenLine } from "@/lib/roi/case/seen-line";

/** What is lost with a benefit line, and what stays. */
export function goesWithLine({ assumptions, signed }: Pick<SeenLine, "assumptions" | "signed">): string {
  const stays = "What they were and who signed stays in the audit log; results computed before stay as they were.";
  if (assumptions === 0) return `Nothing hangs on it. ${stays}`;
  const them = assumptions === 1 ? "Its assumption goes with it" : `Its ${assumptions} assumptions go with it`;
  const signatures =
    signed === 0
      ? ", none of them signed"
      : signed === 1
        ? ", and 1 signature of finance with them"
        : `, and ${signed} signatures of finance with them`;
  return `${them}${signatures}. ${stays}`;
}
