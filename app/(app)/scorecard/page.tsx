import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScorecardView } from "@/components/scorecard/scorecard-view";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { parseRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import { viewerOrSignIn } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Scorecard" };

export default async function ScorecardPage({ searchParams }: PageProps<"/scorecard">) {
  const [viewer, request] = [await viewerOrSignIn(), parseRequest(await searchParams)];
  if (!request || !may(viewer.roles, "scorecard.read")) notFound();
  const [scorecard, formats] = await Promise.all([readScorecard(viewer, request), viewerFormats()]);
  if (!scorecard) notFound();
  if (scorecard.kind === "empty") {
    return (
      <>
        <PageHeader title="Scorecard" />
        <Empty title="There is nothing to show yet" actions={<LinkButton href="/data">Bring in data</LinkButton>}>
          Adoption, skill, operations and talent will stand here side by side, each figure with its interval and what
          may be said about it. Start with people.csv and learning_events.csv; work_events.csv, observations.csv and
          kpi.csv add the rest.
        </Empty>
      </>
    );
  }
  return (
    <ScorecardView
      scorecard={scorecard}
      formats={formats}
      by={request.by}
      show={request.show ?? "reach_in_flow"}
      now={new Date()}
    />
  );
}
