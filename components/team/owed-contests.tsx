import Link from "next/link";
import { ContestList } from "@/components/team/person/contest-list";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { OwedContest } from "@/lib/team/contests/read-owed-contests";
import { AnswerContest } from "./answer-contest";

/** Open contests that wait for the viewer or for a coach below them. */
export function OwedContests({ contests, formats }: { contests: readonly OwedContest[]; formats: Formats }) {
  if (contests.length === 0) return <Empty title="Nobody waits for an answer of yours" />;
  return (
    <ContestList
      contests={contests}
      formats={formats}
      about={(contest) => (
        <p>
          <Link className="link font-medium" href={`/team/${contest.personId}`}>
            {contest.person}
          </Link>
          <span className="text-table text-ink-2"> · {owedText(contest)}</span>
        </p>
      )}
      action={(contest) => (
        <AnswerContest
          personId={contest.personId}
          id={contest.id}
          person={contest.person}
          ownRating={contest.isOwn && contest.coachRated}
        />
      )}
    />
  );
}

function owedText({ isOwn, coachRated, coach }: OwedContest): string {
  if (isOwn)
    return coachRated ? "you rated it yourself: whoever you report to may answer instead" : "you owe the answer";
  return coachRated
    ? `${coach} rated it and owes the answer; as whom ${coach} reports to you may answer`
    : `${coach} owes the answer; you may give it`;
}
