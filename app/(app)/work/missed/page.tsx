import type { Metadata } from "next";
import Link from "next/link";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { MissedTable } from "@/components/work/missed/missed-table";
import { PeriodNote } from "@/components/work/period-note";
import { WorkTabs } from "@/components/work/work-tabs";
import { isTold } from "@/lib/prepared/told";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readMissed } from "@/lib/work/missed/read-missed";

export const metadata: Metadata = { title: "Missed concepts" };

export default async function MissedPage() {
  const viewer = await viewerFor("work.read");
  const [missed, formats] = await Promise.all([readMissed(viewer), viewerFormats()]);
  const { concepts, period, minimum, told } = missed;
  return (
    <>
      <PageHeader
        title="Missed concepts"
        lead="What people get wrong when they are asked, and whether the same shows up again in production once they have passed."
      />
      <WorkTabs current="/work/missed" />
      <Section
        title="From missed to production"
        id="missed"
        lead={
          period ? (
            <>
              <p className="mb-2">
                The first try of each person in twelve months at anything that says how it went; then, of those who
                missed it and passed later, errors, re-openings, escalations and requests for help per job in the tasks
                that call for it, six months before and after they passed. The same people on both sides, observed: what
                else changed for them changed with it.
              </p>
              <PeriodNote {...missed} period={period} formats={formats} />
            </>
          ) : null
        }
      >
        <AnswerState told={told} formats={formats} />
        {!isTold(told) ? null : !period ? (
          <AwaitsData roles={viewer.roles} title="No work is on file yet">
            It takes work_events.csv: whether what was missed goes wrong at work shows only there.
          </AwaitsData>
        ) : concepts.length === 0 ? (
          <AwaitsData roles={viewer.roles} title="Nothing says how a try went">
            It takes learning_events.csv with passed and failed, success or a score, for activities that name a
            behaviour or a skill in activities.csv.
          </AwaitsData>
        ) : (
          <MissedTable concepts={concepts} minimum={minimum} formats={formats} />
        )}
      </Section>
      <Section title="The rule" id="rule">
        <p className="max-w-prose text-table text-ink-2">
          Missed often is a quarter of the first tries or more, of at least twenty. Still going wrong means that a fall
          by a quarter can be ruled out; going wrong less, that it cannot, and that some fall is sure. What goes on
          going wrong, and what is missed in both halves of the year where production cannot say otherwise, stands under{" "}
          <Link className="link" href="/work/friction#revise">
            Content to revise
          </Link>
          .
        </p>
      </Section>
    </>
  );
}
