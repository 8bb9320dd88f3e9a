import type { Metadata } from "next";
import { cache, Suspense } from "react";
import { ExportMenu } from "@/components/reports/export-menu";
import { RoiTabs } from "@/components/roi/case/roi-tabs";
import { UnconvertedNote } from "@/components/roi/case/unconverted-note";
import { FlatSection } from "@/components/roi/portfolio/flat-section";
import { HeadlineFigures } from "@/components/roi/portfolio/headline-figures";
import { PortfolioPicture } from "@/components/roi/portfolio/portfolio-picture";
import { PortfolioTable } from "@/components/roi/portfolio/portfolio-table";
import { RoiFilters } from "@/components/roi/portfolio/roi-filters";
import { StopSection } from "@/components/roi/portfolio/stop-section";
import { SunkSection } from "@/components/roi/portfolio/sunk-section";
import { TimeAndRisk } from "@/components/roi/portfolio/time-and-risk";
import { WhatIfSection } from "@/components/roi/portfolio/what-if-section";
import { WorthSection } from "@/components/roi/portfolio/worth-section";
import { ShareButton } from "@/components/sharing/share-button";
import { Contents } from "@/components/ui/contents";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty } from "@/components/ui/states";
import { SavedViews } from "@/components/views/saved-views";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { readLatestDecisions } from "@/lib/decisions/read-latest-decisions";
import { namedUnits } from "@/lib/roi/portfolio/hours-of";
import { readRoi } from "@/lib/roi/portfolio/read-roi";
import { filterRows, parseRoiFilter } from "@/lib/roi/portfolio/roi-filter";
import { roiSentences } from "@/lib/roi/portfolio/roi-sentences";
import { initialBudget } from "@/lib/roi/portfolio/what-if";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "ROI" };

const readOnce = cache(readRoi);

/** Nothing is there to be saved or shared before there is a row. */
async function RoiFiles({ viewer }: { viewer: Viewer }) {
  const { roi } = await readOnce(viewer);
  if (roi.rows.length === 0) return null;
  return (
    <>
      <ExportMenu href="/roi/report" />
      {may(viewer.roles, "report.share") ? (
        <ShareButton kind="roi" params={{}} label="What learning was worth" />
      ) : null}
    </>
  );
}

type Asked = Record<string, string | string[] | undefined>;

export default async function RoiPage({ searchParams }: PageProps<"/roi">) {
  const viewer = await viewerFor("roi.read");
  return (
    <>
      <PageHeader
        title="ROI"
        lead="What did learning cost, what came back, and what should be scaled, fixed, waited for or stopped?"
        actions={
          <>
            <LinkButton href="/decisions">Decisions</LinkButton>
            {may(viewer.roles, "view.save") ? <SavedViews path="/roi" /> : null}
            <Suspense fallback={null}>
              <RoiFiles viewer={viewer} />
            </Suspense>
          </>
        }
      />
      <RoiTabs current="/roi" />
      <Suspense fallback={<PageSkeleton rows={8} />}>
        <RoiView viewer={viewer} asked={await searchParams} />
      </Suspense>
    </>
  );
}

const parts = [
  { id: "initiatives", title: "Initiatives" },
  { id: "worth", title: "What came back" },
  { id: "stop", title: "Stop list" },
  { id: "what-if", title: "Budget" },
  { id: "flat", title: "Flat KPIs" },
  { id: "sunk", title: "Sunk hours" },
  { id: "time", title: "Time and risk" },
];

async function RoiView({ viewer, asked }: { viewer: Viewer; asked: Asked }) {
  const [{ roi, sunk }, decisions, formats] = await Promise.all([
    readOnce(viewer),
    readLatestDecisions(viewer, null),
    viewerFormats(),
  ]);
  if (roi.rows.length === 0) {
    return (
      <Empty
        title="No registered initiative yet"
        actions={<LinkButton href="/initiatives">Open initiatives</LinkButton>}
      >
        What was spent and what came back stands here once an initiative is registered, has costs and a benefit, and was
        evaluated.
      </Empty>
    );
  }
  const filter = parseRoiFilter(asked);
  const shown = filterRows(roi.rows, filter);
  const version = roi.dataVersion.replace("sha256:", "").slice(0, 8);
  const asOf = `${formats.number(roi.rollUp.draws)} draws of each case, data version ${version}${roi.computedAt ? `, computed ${formats.moment(roi.computedAt)}` : ""}${roi.day ? `, as of ${formats.date(roi.day)}` : ""}.`;
  return (
    <>
      <HeadlineFigures roi={roi} formats={formats} />
      {sunk.of === "units" ? (
        <p className="mb-6 max-w-prose text-ink-2">
          Money, grades and advice are of the whole organisation. Hours on the stop list and under sunk hours are those
          of {namedUnits(sunk)}.
        </p>
      ) : null}
      <Contents parts={parts} />
      <ul className="mb-10 max-w-prose space-y-2 text-lead">
        {roiSentences(roi, sunk, formats).map(({ text, part }) => (
          <li key={part}>
            <a className="hover:underline" href={`#${part}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <Section title="Initiatives" id="initiatives">
        <RoiFilters rows={roi.rows} filter={filter} formats={formats} />
        {shown.length === 0 ? (
          <Empty title="No initiative fits both">Choose another advice or grade.</Empty>
        ) : (
          <>
            {shown.some(({ returnOnInvestment }) => returnOnInvestment !== null) ? (
              <PortfolioPicture rows={shown} asOf={asOf} formats={formats} />
            ) : null}
            <PortfolioTable
              rows={shown}
              decisions={Object.fromEntries(decisions.map((one) => [one.initiativeId, one]))}
              formats={formats}
            />
          </>
        )}
        <UnconvertedNote costs={roi.unconverted} formats={formats} />
      </Section>
      <WorthSection roi={roi} formats={formats} />
      <StopSection roi={roi} told={sunk} formats={formats} />
      <WhatIfSection
        choices={roi.whatIf}
        initial={initialBudget(roi.whatIf, asked.budget)}
        notScalable={roi.notScalable}
      />
      <FlatSection roi={roi} formats={formats} />
      <SunkSection told={sunk} roles={viewer.roles} formats={formats} />
      <TimeAndRisk roi={roi} told={sunk} mayReadWork={may(viewer.roles, "work.read")} formats={formats} />
    </>
  );
}
