import { Disclosure } from "@/components/ui/disclosure";
import { type Status, StatusText } from "@/components/ui/status-text";
import type { CheckResult, CheckStatus } from "@/lib/evaluation/checks/check";
import type { Formats } from "@/lib/format/formats";
import { checkName } from "./words";

const statuses: Record<CheckStatus, Status> = { pass: "pass", warn: "warn", fail: "fail", cannot_tell: "unknown" };
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

/** Each check with its status, its sentence and, opened, its numbers and what to do. */
export function CheckList({ checks, formats }: { checks: readonly CheckResult[]; formats: Formats }) {
  return (
    <ul>
      {checks.map((check) => (
        <li key={check.id} className="border-b border-rule">
          <Disclosure
            summary={
              <span className="grid gap-x-4 py-1 sm:grid-cols-[8rem_12rem_1fr]">
                <StatusText status={statuses[check.status]} />
                <span className="font-medium">{checkName(check.id)}</span>
                <span className="text-table text-ink-2">{check.says}</span>
              </span>
            }
          >
            {check.picture.length > 0 ? (
              <dl className="mb-2 grid max-w-md grid-cols-[1fr_auto] gap-x-6 text-table">
                {check.picture.map(({ label, value }) => (
                  <div key={label} className="contents">
                    <dt>{label}</dt>
                    <dd className="text-end tabular-nums">{formats.number(value, { significant: 3 })}</dd>
                  </div>
                ))}
              </dl>
            ) : null}
            <p className="max-w-prose text-table">What to do: {check.help}</p>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
