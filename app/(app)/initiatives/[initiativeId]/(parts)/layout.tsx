import { Suspense } from "react";
import { PartsFrame } from "@/components/initiatives/parts-frame";
import { PageSkeleton } from "@/components/ui/skeleton";
import { may } from "@/lib/access/policy";
import { initiativeParts } from "@/lib/initiatives/initiative-href";
import { DraftView } from "./draft-view";
import { givenOr404 } from "./given";
import { InitiativeHead } from "./initiative-head";

/**
 * What stays while a reader goes from part to part. Whether there is such an initiative is settled before anything is sent, so that a
 * stranger gets a true 404; each part asks again, because layouts do not run on navigation. A draft has no parts: it stands at every address.
 */
export default async function InitiativeLayout({ params, children }: LayoutProps<"/initiatives/[initiativeId]">) {
  const { viewer, initiative } = await givenOr404(params);
  if (initiative.plan.draft) {
    return (
      <Suspense fallback={<PageSkeleton rows={8} />}>
        <DraftView viewer={viewer} initiative={initiative} />
      </Suspense>
    );
  }
  const parts = initiativeParts.filter(({ part }) => part !== "work" || may(viewer.roles, "work.read"));
  return (
    <>
      <Suspense fallback={<PageSkeleton rows={2} />}>
        <InitiativeHead viewer={viewer} initiative={initiative} />
      </Suspense>
      <PartsFrame initiativeId={initiative.plan.id} parts={parts}>
        {children}
      </PartsFrame>
    </>
  );
}
