import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ScorecardSkeleton } from "@/components/scorecard/scorecard-skeleton";
import { ScorecardView } from "@/components/scorecard/scorecard-view";
import { AwaitsData } from "@/components/shell/awaits-data";
import { TiedToNobody } from "@/components/shell/tied-to-nobody";
import { PageHeader } from "@/components/ui/page-header";
import type { Viewer } from "@/lib/access/viewer";
import { judgeGuardrails } from "@/lib/marks/guardrails/judge-guardrails";
import { readMarks } from "@/lib/marks/read-marks";
import { firstKnown } from "@/lib/scorecard/first-known";
import { parseRequest, type ScorecardRequest } from "@/lib/scorecard/input";
import { openScorecard } from "@/lib/scorecard/open-scorecard";
import type { Scorecard } from "@/lib/scorecard/scorecard";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Scorecard" };

/** Whether there is such a view is settled before anything is sent, so that what is not the viewer's is a true 404. */
export default async function ScorecardPage({ searchParams }: PageProps<"/scorecard">) {
  const viewer = await viewerFor("scorecard.read");
  const request = parseRequest(await searchParams);
  if (!request) notFound();
  const { found, scorecard } = openScorecard(viewer, request);
  if (!(await found)) {
    if (request.scope || request.against?.kind === "scope") notFound();
    return (
      <>
        <PageHeader title="Scorecard" />
        <TiedToNobody roles={viewer.roles} />
      </>
    );
  }
  return (
    <Suspense key={JSON.stringify(request)} fallback={<ScorecardSkeleton />}>
      <ShownScorecard reading={scorecard} request={request} viewer={viewer} />
    </Suspense>
  );
}

type Shown = { reading: Promise<Scorecard | null>; request: ScorecardRequest; viewer: Viewer };

async function ShownScorecard({ reading, request, viewer }: Shown) {
  const [scorecard, marks, formats] = await Promise.all([reading, readMarks(viewer, request.scope), viewerFormats()]);
  if (!scorecard) notFound();
  if (scorecard.kind === "empty") {
    return (
      <>
        <PageHeader title="Scorecard" />
        <AwaitsData roles={viewer.roles} title="There is nothing to show yet">
          Adoption, skill, operations and talent will stand here side by side, each figure with its interval and what
          may be said about it. Start with people.csv and learning_events.csv; work_events.csv, observations.csv and
          kpi.csv add the rest.
        </AwaitsData>
      </>
    );
  }
  const tiles =
    scorecard.kind === "shown"
      ? [...scorecard.categories.flatMap((category) => category.tiles), ...scorecard.activity]
      : [];
  return (
    <ScorecardView
      scorecard={scorecard}
      marks={marks}
      judged={judgeGuardrails(marks.guardrails, tiles)}
      formats={formats}
      by={request.by}
      show={request.show ?? firstKnown(tiles)}
      order={request.order ?? "worst"}
      now={new Date()}
      roles={viewer.roles}
    />
  );
}
