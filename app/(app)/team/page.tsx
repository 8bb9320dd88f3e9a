import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { ReminderNotice } from "@/components/observe/reminder-notice";
import { AnswerState } from "@/components/prepared/answer-state";
import { NoLine } from "@/components/team/no-line";
import { OwedContests } from "@/components/team/owed-contests";
import { QuestionsTable } from "@/components/team/questions-table";
import { SuggestionList } from "@/components/team/suggestion-list";
import { TeamHeading } from "@/components/team/team-heading";
import { OwnTendencies } from "@/components/trust/own-tendencies";
import { Section } from "@/components/ui/section";
import { PageSkeleton } from "@/components/ui/skeleton";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import { readRound } from "@/lib/observe/read-round";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { parseDepth } from "@/lib/team/depth";
import { readWeek } from "@/lib/team/read-week";
import { readOwnTendencies } from "@/lib/trust/read-own-tendencies";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage({ searchParams }: PageProps<"/team">) {
  const viewer = await viewerFor("team.read");
  const depth = parseDepth((await searchParams).depth);
  const [week, round, formats] = await Promise.all([readWeek(viewer, depth), readRound(viewer, null), viewerFormats()]);
  if (!week || week.line === 0) return <NoLine tied={week !== null} />;
  const open = round?.cards.filter(({ answered }) => answered === null) ?? [];
  return (
    <>
      <TeamHeading
        current="/team"
        title="What should I observe and coach this week?"
        lead="Contests owed, what to look at, whom to coach, what keeps being asked."
        depth={depth}
        shown={week.people.length}
        line={week.line}
      />
      <ReminderNotice />
      <Section
        id="contests"
        title="Answers you owe"
        lead="Somebody contests what was said of them. Overdue ones are seen by whoever you report to as well."
      >
        <OwedContests contests={week.contests} formats={formats} />
      </Section>
      <Section id="observe" title="To observe">
        <p className="max-w-prose">
          {open.length > 0 && round
            ? `${open.length === 1 ? "One behaviour is" : `${formats.number(open.length)} behaviours are`} waiting to be seen; ${formats.number(round.sitting)} make one sitting.`
            : "Nothing is due to be observed today."}{" "}
          {round ? weekText(round.week.used, round.week.budget, formats.number) : ""}{" "}
          <Link className="link" href="/team/observe">
            Observe
          </Link>
        </p>
        <p className="mt-1 text-table text-ink-2">
          Of {formats.number(week.people.length)} people, {formats.number(week.withEvidence)} have evidence of a needed
          skill that counts today.
        </p>
      </Section>
      <Section
        id="coach"
        title="Whom to coach, and why"
        lead="From evidence, critical skills first, at most two for a person. Nothing follows from it by itself: you know what the figures do not."
      >
        <SuggestionList suggestions={week.suggestions} formats={formats} />
        <p className="mt-3 text-table">
          <Link className="link" href="/team/support">
            Send a nudge or log what you did
          </Link>
        </p>
      </Section>
      <Section
        id="questions"
        title="What keeps being asked"
        lead="Questions your team asked more than once. Mend the explanation before you coach the person."
      >
        <QuestionsTable questions={week.questions} formats={formats} />
      </Section>
      <Suspense fallback={<PageSkeleton rows={2} />}>
        <OwnRating viewer={viewer} formats={formats} />
      </Suspense>
    </>
  );
}

async function OwnRating({ viewer, formats }: { viewer: Viewer; formats: Formats }) {
  const found = await readOwnTendencies(viewer, null);
  return found ? (
    <Section id="rating" title="How you rate">
      <AnswerState told={found.told} formats={formats} />
      {found.own ? <OwnTendencies found={found.own} formats={formats} /> : null}
    </Section>
  ) : null;
}

const weekText = (used: number, budget: number, number: (value: number) => string): string =>
  `${number(used)} of this week's ${number(budget)} ratings are used.`;
