import type { ReactNode } from "react";
import type { WordingFinding } from "@/lib/skills/wording/check-wording";

type WordingListProps = {
  findings: readonly WordingFinding[];
  statement: string;
  /** What can be done about one. */
  action?: (finding: WordingFinding) => ReactNode;
};

/** What in a statement nobody could see, and how it could be said. */
export function WordingList({ findings, statement, action }: WordingListProps) {
  return (
    <ul className="space-y-3">
      {findings.map((finding) => (
        <li key={`${finding.rule}-${finding.start}`} className="border-l-2 border-comparison pl-3 text-table">
          <p>
            <q className="font-medium">{statement.slice(finding.start, finding.end)}</q>: {finding.reason}
          </p>
          {finding.proposal ? <p className="mt-1 text-ink-2">Rather: {finding.proposal}</p> : null}
          {action?.(finding)}
        </li>
      ))}
    </ul>
  );
}
