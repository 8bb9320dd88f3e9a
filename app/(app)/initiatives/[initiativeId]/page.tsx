import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { PageSkeleton } from "@/components/ui/skeleton";
import { readInitiative } from "@/lib/initiatives/read-initiative";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { DraftView } from "./draft-view";
import { InitiativeView } from "./initiative-view";

type Props = PageProps<"/initiatives/[initiativeId]">;

const given = cache(async (id: string) => {
  const viewer = await viewerFor("initiative.read");
  return { viewer, initiative: await readInitiative(viewer, idOr404(id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { initiative } = await given((await params).initiativeId);
  return { title: initiative?.plan.title ?? "Initiative" };
}

/** Whether there is such an initiative is settled before anything is sent, so that a stranger gets a true 404. */
export default async function InitiativePage({ params }: Props) {
  const { viewer, initiative } = await given((await params).initiativeId);
  if (!initiative) notFound();
  return (
    <Suspense fallback={<PageSkeleton rows={8} />}>
      {initiative.plan.draft ? (
        <DraftView viewer={viewer} initiative={initiative} />
      ) : (
        <InitiativeView viewer={viewer} initiative={initiative} />
      )}
    </Suspense>
  );
}
