import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ScorecardSkeleton } from "@/components/scorecard/scorecard-skeleton";
import { ScorecardView } from "@/components/scorecard/scorecard-view";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { judgeGuardrails } from "@/lib/marks/guardrails/judge-guardrails";
import { readMarks } from "@/lib/marks/read-marks";
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
    return <NobodyInView />;
  }
  return (
    <Suspense key={JSON.stringify(request)} fallback={<ScorecardSkeleton />}>
      <ShownScorecard reading={scorecard} request={request} viewer={viewer} />
    </Suspense>
  );
}

/** The own view of somebody whose role is tied to no units, or to nobody's reporting line. */
function NobodyInView() {
  return (
    <>
      <PageHeader title="Scorecard" />
      <Empty title="Your role is tied to nobody yet">
        It shows the units you serve, or the people who report to you, and none are named. Ask an administrator to add
        your units to your role, or to tie your sign-in to your employee ID.
      </Empty>
    </>
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
        <Empty
          title="There is nothing to show yet"
          actions={may(viewer.roles, "data.import") ? <LinkButton href="/data">Bring in data</LinkButton> : null}
        >
          Adoption, skill, operations and talent will stand here side by side, each figure with its interval and what
          may be said about it. Start with people.csv and learning_events.csv; work_events.csv, observations.csv and
          kpi.csv add the rest.
        </Empty>
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
      show={request.show ?? "reach_in_flow"}
      order={request.order ?? "worst"}
      now={new Date()}
      mayShare={may(viewer.roles, "report.share")}
    />
  );
}
