import type { Metadata } from "next";
import Link from "next/link";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { FactsTable } from "@/components/ui/facts-table";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { PeriodNote } from "@/components/work/period-note";
import { BalanceSection } from "@/components/work/portfolio/balance-section";
import { LookTable } from "@/components/work/portfolio/look-table";
import { ActivitiesTable, SegmentsTable } from "@/components/work/portfolio/portfolio-tables";
import { WorkTabs } from "@/components/work/work-tabs";
import { isTold } from "@/lib/prepared/told";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readBalance } from "@/lib/work/portfolio/read-balance";
import { readPortfolio } from "@/lib/work/portfolio/read-portfolio";
import { hoursByMix, segmentsOf } from "@/lib/work/portfolio/segments";
import { toLookAt } from "@/lib/work/portfolio/to-look-at";
import { readRevisionDesk } from "@/lib/work/revisions/read-revisions";

export const metadata: Metadata = { title: "Learning portfolio" };

const mixWords = {
  formal: "Formal: taught apart from work",
  social: "Social: learned with others",
  experiential: "Experiential: in or beside the work",
  unknown: "Not known: neither format nor delivery says",
};

export default async function PortfolioPage() {
  const viewer = await viewerFor("work.read");
  const [portfolio, balance, formats, desk] = await Promise.all([
    readPortfolio(viewer),
    readBalance(viewer),
    viewerFormats(),
    readRevisionDesk(viewer, null),
  ]);
  const { activities, risks, period, minimum } = portfolio;
  const segments = segmentsOf(activities);
  const looks = toLookAt(activities);
  const mix = hoursByMix(activities);
  const all = Object.values(mix).reduce((sum, hours) => sum + hours, 0);
  const mismatched = segments.reduce((sum, segment) => sum + segment.mismatched, 0);
  return (
    <>
      <PageHeader
        title="Learning portfolio"
        lead="Just in time for what is routine and repeatable, intensive practice for what is complex or of high risk: does the time people spend go where it matters?"
      />
      <WorkTabs current="/work/portfolio" />
      <AnswerState told={portfolio.told} formats={formats} />
      {!isTold(portfolio.told) ? null : !period || activities.length === 0 ? (
        <AwaitsData roles={viewer.roles} title="No learning activity is on file">
          It takes activities.csv, skills.csv (with risk and depth) and learning_events.csv: what is taught, and whether
          as its skill calls for, then stands here.
        </AwaitsData>
      ) : (
        <>
          <Section
            title="By kind of skill, risk and depth"
            id="segments"
            lead={
              <>
                <p className="mb-2">
                  {mismatched === 0
                    ? "Every activity whose skill has risk and depth teaches as that calls for."
                    : `${formats.number(mismatched)} of ${formats.number(segments.reduce((sum, one) => sum + one.activities, 0))} activities teach otherwise than their skill calls for.`}
                </p>
                <PeriodNote {...portfolio} period={period} formats={formats} />
              </>
            }
          >
            <SegmentsTable segments={segments} formats={formats} />
          </Section>
          {isTold(balance.told) ? (
            <BalanceSection balance={balance} formats={formats} />
          ) : (
            <AnswerState told={balance.told} formats={formats} />
          )}
          <Section
            title="Business risk covered"
            id="risk"
            lead="Needs of roles by the risk of getting them wrong, and those for whose skill anybody used an activity in the period. Used is not yet able."
          >
            <FactsTable
              caption="Needs by risk"
              hideCaption
              columns={[
                { id: "risk", header: "Risk" },
                { id: "needs", header: "Needs of roles", align: "end" },
                { id: "covered", header: "With learning used", align: "end" },
                { id: "hours", header: "Share of hours", align: "end" },
              ]}
              rows={risks.map(({ risk, needs, covered }) => {
                const hours = segments
                  .filter((one) => one.risk === risk)
                  .reduce((sum, one) => sum + (one.hours ?? 0), 0);
                return {
                  id: risk,
                  cells: {
                    risk,
                    needs: formats.number(needs),
                    covered: formats.percent(covered / needs),
                    hours: all > 0 ? formats.percent(hours / all) : null,
                  },
                };
              })}
            />
          </Section>
          <Section title="Formal, social, experiential" id="mix" lead="Where the hours went.">
            <FactsTable
              caption="Hours by how people learn"
              hideCaption
              columns={[
                { id: "mix", header: "Way of learning" },
                { id: "hours", header: "Hours", align: "end" },
                { id: "share", header: "Share", align: "end" },
              ]}
              rows={(Object.keys(mixWords) as (keyof typeof mixWords)[])
                .filter((one) => one !== "unknown" || mix[one] > 0)
                .map((one) => ({
                  id: one,
                  cells: {
                    mix: mixWords[one],
                    hours: formats.figure(mix[one]),
                    share: all > 0 ? formats.percent(mix[one] / all) : null,
                  },
                }))}
            />
          </Section>
          <Section
            title="Content to look at"
            id="look"
            lead={
              <>
                No longer asked for, not used, or owned by nobody. An activity leaves this list when activities.csv or
                the taxonomy says otherwise. What people used and still misunderstand stands under{" "}
                <Link className="link" href="/work/friction#revise">
                  Friction
                </Link>
                .
              </>
            }
          >
            {looks.length > 0 ? (
              <LookTable looks={looks} {...desk} formats={formats} />
            ) : (
              <Empty title="Everything on file is asked for, used and owned by somebody" />
            )}
          </Section>
          <Section
            title="Every activity"
            id="activities"
            lead="Hours are those learning events name; use without a duration adds none. What content and platforms cost stands with the initiatives."
          >
            <ActivitiesTable activities={activities} minimum={minimum} formats={formats} />
          </Section>
        </>
      )}
    </>
  );
}
