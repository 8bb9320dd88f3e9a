import { Disclosure } from "@/components/ui/disclosure";
import { type Status, StatusText } from "@/components/ui/status-text";
import type { CheckResult, CheckStatus } from "@/lib/evaluation/checks/check";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { CheckPictures } from "./check-pictures";
import type { EffectScale } from "./effect-scale";
import { withDays } from "./with-days";
import { checkName } from "./words";

export const checkStatuses: Record<CheckStatus, Status> = {
  pass: "pass",
  warn: "warn",
  fail: "fail",
  cannot_tell: "unknown",
};
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

type CheckListProps = {
  checks: readonly CheckResult[];
  headline: MethodResult | undefined;
  results: readonly MethodResult[];
  scale: EffectScale | null;
  /** Code of the plan, with which names of files begin. */
  plan: string;
  formats: Formats;
};

/** Each check with its status and its sentence; opened, its picture and what to do. */
export function CheckList({ checks, plan, ...facts }: CheckListProps) {
  return (
    <ul>
      {checks.map((check) => (
        <li key={check.id} id={`check-${check.id}`} className="scroll-mt-20 border-b border-rule">
          <Disclosure
            summary={
              <span className="grid gap-x-4 py-1 sm:grid-cols-[8rem_13rem_1fr]">
                <StatusText status={checkStatuses[check.status]} />
                <span className="font-medium">{checkName(check.id)}</span>
                <span className="text-table text-ink-2">{withDays(check.says, facts.formats)}</span>
              </span>
            }
          >
            <CheckPictures check={check} csv={`${plan}-${check.id}.csv`} {...facts} />
            <p className="max-w-prose text-table">What to do: {check.help}</p>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
