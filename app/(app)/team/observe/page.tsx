import type { Metadata } from "next";
import { LatelyEntered } from "@/components/observe/lately-entered";
import { NothingDue } from "@/components/observe/nothing-due";
import { PastRounds } from "@/components/observe/past-rounds";
import { RoundView } from "@/components/observe/round-view";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { readLately } from "@/lib/observe/read-lately";
import { readRound } from "@/lib/observe/read-round";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Observe" };

export default async function ObservePage() {
  const viewer = await viewerFor("observation.record");
  const [round, lately, formats] = await Promise.all([
    readRound(viewer, null),
    readLately(viewer, null),
    viewerFormats(),
  ]);
  if (!round) {
    return (
      <>
        <PageHeader title="Observe" />
        <Empty title="Your sign-in is not tied to an employee record">
          So it is not known who reports to you. Ask an administrator to tie it to your employee ID.
        </Empty>
      </>
    );
  }
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(new Date(round.day));
  const answered = round.cards.filter((card) => card.answered !== null).length;
  const left = Math.max(0, Math.min(round.sitting, round.cards.length) - answered);
  const seconds = left * round.week.secondsPerRating;
  return (
    <>
      <PageHeader title={seconds > 0 ? `${weekday}, ${minutes(seconds)}` : weekday} />
      <RoundView key={round.day} round={round} empty={<NothingDue {...round} />} />
      {lately.entries.length > 0 ? (
        <Section
          title="Recorded in the last 24 hours"
          lead="You can change or take back these. Others see that you did."
        >
          <LatelyEntered entries={lately.entries} />
        </Section>
      ) : null}
      {lately.rounds.length > 0 ? (
        <Section title="Your rounds">
          <PastRounds rounds={lately.rounds} formats={formats} />
        </Section>
      ) : null}
    </>
  );
}

function minutes(seconds: number): string {
  const words = ["no time", "a minute", "two minutes", "three minutes", "four minutes", "five minutes"];
  const count = Math.ceil(seconds / 60);
  return words[count] ?? `${count} minutes`;
}
