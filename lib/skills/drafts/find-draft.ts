import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import type { DraftRow } from "./draft";
import { readOverlay } from "./overlay";

/** One draft; null where there is none of this id. */
export async function findDraft(tx: Tx, orgId: string, draftId: string): Promise<DraftRow | null> {
  const [found] = await tx
    .select()
    .from(taxonomyDrafts)
    .where(and(eq(taxonomyDrafts.orgId, orgId), eq(taxonomyDrafts.id, draftId)));
  if (!found) return null;
  const { orgId: _orgId, ...draft } = found;
  return { ...draft, changes: (await readOverlay(tx, orgId, draftId)).size };
}
