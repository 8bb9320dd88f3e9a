import type { Metadata } from "next";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { BrittleTable } from "@/components/work/brittle/brittle-table";
import { PeriodNote } from "@/components/work/period-note";
import { WorkTabs } from "@/components/work/work-tabs";
import { isTold } from "@/lib/prepared/told";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readBrittle } from "@/lib/work/brittle/read-brittle";

export const metadata: Metadata = { title: "Brittle spots" };

export default async function BrittlePage() {
  const viewer = await viewerFor("work.read");
  const [brittle, formats] = await Promise.all([readBrittle(viewer), viewerFormats()]);
  const { spots, period, minimum, told } = brittle;
  return (
    <>
      <PageHeader
        title="Brittle spots"
        lead="Where the way of working would break first, for those who own the process: long waits, knowledge few people hold, questions that never end, what was solved and came back."
      />
      <WorkTabs current="/work/brittle" />
      <Section
        title="Tasks that are brittle"
        id="spots"
        lead={period ? <PeriodNote {...brittle} period={period} formats={formats} /> : null}
      >
        <AnswerState told={told} formats={formats} />
        {!isTold(told) ? null : !period ? (
          <AwaitsData roles={viewer.roles} title="No work is on file yet">
            It takes work_events.csv with cases, and help_requests.csv: what waits, what few people know and what keeps
            being asked then shows here.
          </AwaitsData>
        ) : spots.length === 0 ? (
          <Empty title="Nothing stands out">
            No hand-off waits three times as long as the others, no answer rests on few people, and nothing solved came
            back.
          </Empty>
        ) : (
          <BrittleTable spots={spots} minimum={minimum} formats={formats} />
        )}
      </Section>
    </>
  );
}
