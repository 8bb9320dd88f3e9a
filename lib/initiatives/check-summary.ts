import type { CheckResult, CheckStatus } from "@/lib/evaluation/checks/check";

/** Before the follow-up is over these would find nobody, and call that a failure. */
export const needFollowUp: ReadonlySet<string> = new Set([
  "attrition",
  "small_groups",
  "influence",
  "sensitivity",
  "data_quality",
  "multiplicity",
]);

const counted: [CheckStatus, string][] = [
  ["pass", "passed"],
  ["warn", "with a warning"],
  ["fail", "failed"],
  ["cannot_tell", "cannot tell"],
];

/** `4 passed, 1 with a warning, 1 cannot tell`. */
export function checkSummary(checks: readonly CheckResult[]): string {
  return counted
    .map(([status, word]) => [checks.filter((check) => check.status === status).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}
