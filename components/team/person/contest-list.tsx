import type { ReactNode } from "react";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import type { Contest } from "@/lib/team/contests/contest-shape";

type ContestListProps<One extends Contest> = {
  contests: readonly One[];
  formats: Formats;
  /** Who it is from, and what stands out; nothing on one's own page. */
  about?: (contest: One) => ReactNode;
  action?: (contest: One) => ReactNode;
};

/** Contests with what they are about, the reason, and the answer or until when it is owed. */
export function ContestList<One extends Contest>({ contests, formats, about, action }: ContestListProps<One>) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {contests.map((contest) => (
        <li key={contest.id} className="py-3">
          {about?.(contest)}
          <ContestStatus contest={contest} formats={formats} />
          {contest.observation ? (
            <p className="mt-1 text-table text-ink-2">
              {formats.date(contest.observation.at)} ·{" "}
              {contest.observation.rater ?? sourceText(contest.observation.source)} · level{" "}
              {formats.number(contest.observation.level, {
                decimals: Number.isInteger(contest.observation.level) ? 0 : 1,
              })}{" "}
              · {contest.observation.behaviour}
            </p>
          ) : (
            <p className="mt-1 text-table text-ink-2">The observation is gone: its file was taken back.</p>
          )}
          <p className="mt-1 max-w-prose break-words">
            <span className="text-ink-3">Reason: </span>
            {contest.reason}
          </p>
          {contest.answer ? (
            <p className="mt-1 max-w-prose break-words">
              <span className="text-ink-3">Answer{contest.answeredBy ? ` of ${contest.answeredBy}` : ""}: </span>
              {contest.answer}
            </p>
          ) : null}
          {action?.(contest)}
        </li>
      ))}
    </ol>
  );
}

function ContestStatus({ contest, formats }: { contest: Contest; formats: Formats }) {
  const { status, isOverdue, dueOn, answeredAt } = contest;
  const on = answeredAt ? ` on ${formats.date(answeredAt)}` : "";
  if (status === "open") {
    return isOverdue ? (
      <StatusText status="fail">Overdue: an answer was owed by {formats.date(dueOn)}</StatusText>
    ) : (
      <StatusText status="waiting">Open: an answer is owed by {formats.date(dueOn)}</StatusText>
    );
  }
  if (status === "upheld") return <StatusText status="pass">Upheld{on}: the observation is struck</StatusText>;
  if (status === "declined") return <StatusText status="unknown">Declined{on}: the observation stays</StatusText>;
  return <StatusText status="unknown">Withdrawn{on}</StatusText>;
}

const sourceText = (source: string) =>
  source === "peer" ? "a colleague" : source === "system" ? "a system" : source === "self" ? "own view" : "a manager";
