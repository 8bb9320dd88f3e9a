import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type draftStatuses, taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { DomainError } from "@/lib/errors";

export type Draft = typeof taxonomyDrafts.$inferSelect;

/** The draft, which nobody else changes until the transaction ends. @throws DomainError `not-found` */
export async function requireDraft(tx: Tx, orgId: string, draftId: string): Promise<Draft> {
  const [draft] = await tx
    .select()
    .from(taxonomyDrafts)
    .where(and(eq(taxonomyDrafts.orgId, orgId), eq(taxonomyDrafts.id, draftId)))
    .for("update");
  if (!draft) throw new DomainError("not-found", "This draft does not exist");
  return draft;
}

const why: Record<(typeof draftStatuses)[number], string> = {
  open: "This draft has not been submitted for review yet",
  review: "This draft is in review. Have it returned before changing it",
  published: "This draft was published already. Start a new one",
  discarded: "This draft was discarded. Start a new one",
};

/** @throws DomainError `conflict` where the draft is in another state than the step needs */
export function requireStatus({ status }: Draft, ...wanted: Draft["status"][]): void {
  if (!wanted.includes(status)) throw new DomainError("conflict", why[status]);
}
