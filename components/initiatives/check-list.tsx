import { Disclosure } from "@/components/ui/disclosure";
import { type Status, StatusText } from "@/components/ui/status-text";
import type { CheckResult, CheckStatus } from "@/lib/evaluation/checks/check";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import { withDays } from "@/lib/initiatives/with-days";
import { checkName } from "@/lib/initiatives/words";
import { CheckPictures } from "./check-pictures";

export const checkStatuses: Record<CheckStatus, Status> = {
  pass: "pass",
  warn: "warn",
  fail: "fail",
  cannot_tell: "unknown",
};

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
