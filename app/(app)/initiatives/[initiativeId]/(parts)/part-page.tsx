import { notFound } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { PartSkeleton } from "@/components/initiatives/part-skeleton";
import { may, type Permission } from "@/lib/access/policy";
import { type Given, givenOr404 } from "./given";

type PartPageProps = {
  params: Promise<{ initiativeId: string }>;
  /** What a reader needs beside the initiative itself. */
  needs?: Permission;
  Part(given: Given): Promise<ReactNode>;
};

/** One part beneath the head, streamed once it is settled that there is one for this reader. Of a draft there is none. */
export async function PartPage({ params, needs = "initiative.read", Part }: PartPageProps) {
  const given = await givenOr404(params);
  if (!may(given.viewer.roles, needs)) notFound();
  if (given.initiative.plan.draft) return null;
  return (
    <Suspense fallback={<PartSkeleton />}>
      <Part {...given} />
    </Suspense>
  );
}
