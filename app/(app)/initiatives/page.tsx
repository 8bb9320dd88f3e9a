import type { Metadata } from "next";
import { Suspense } from "react";
import { InitiativeTable } from "@/components/initiatives/initiative-table";
import { AwaitsData } from "@/components/shell/awaits-data";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PageSkeleton } from "@/components/ui/skeleton";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Initiatives" };

export default async function InitiativesPage() {
  const viewer = await viewerFor("initiative.read");
  return (
    <>
      <PageHeader
        title="Initiatives"
        lead="What was tried, on whom, what came of it, and how strongly that may be said. Results without an effect stand beside the others."
        actions={
          <>
            <LinkButton href="/calendar">Calendar of events</LinkButton>
            {may(viewer.roles, "plan.create") ? (
              <LinkButton href="/initiatives/new" look="primary">
                Design an initiative
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Suspense fallback={<PageSkeleton />}>
        <Initiatives viewer={viewer} />
      </Suspense>
    </>
  );
}

async function Initiatives({ viewer }: { viewer: Viewer }) {
  await evaluateMissing(viewer);
  const [rows, formats] = await Promise.all([readInitiatives(viewer, null), viewerFormats()]);
  if (rows.length > 0) return <InitiativeTable rows={rows} formats={formats} />;
  return (
    <AwaitsData roles={viewer.roles} title="No initiative yet">
      An initiative is a study folder: study.json with the plan (design, windows, KPIs), cohort.csv with who is in which
      arm, and kpi.csv with the values; templates for each file stand under Data.
      {may(viewer.roles, "plan.create") ? " Or design one here from the people and the history you have." : null}
    </AwaitsData>
  );
}
