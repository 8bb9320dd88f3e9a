import "server-only";
import { and, eq } from "drizzle-orm";
import { taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import { type PublishDraft, publishDraftInput } from "@/lib/skills/input";
import { changesOf, findConflicts } from "@/lib/skills/publishing/find-conflicts";
import { lockPublishing } from "@/lib/skills/publishing/in-publishing";
import { publishChanges } from "@/lib/skills/publishing/publish-changes";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import { applyChanges } from "@/lib/skills/tree/apply-changes";
import { publishFaults, touchedBy } from "@/lib/skills/tree/publish-faults";
import type { PublishOutcome } from "./draft";
import { readHeirs, readOverlay } from "./overlay";
import { requireDraft, requireStatus } from "./require-draft";

/**
 * Puts a draft that is in review into force as the next version, or says what stands against it and writes nothing: nodes that changed in
 * force since the draft touched them (`keep` decides each), and faults. Published already is as good. The audit row says how much changed.
 * @throws DomainError `not-found`; `conflict` where it is not in review, changes nothing any more, or an import runs
 */
export const publishDraft = query("skill.publish", async (tx, raw: PublishDraft, viewer): Promise<PublishOutcome> => {
  const { draftId, note, keep } = parseOrThrow(publishDraftInput, raw);
  const { orgId, userId } = viewer;
  await lockPublishing(tx, orgId);
  const draft = await requireDraft(tx, orgId, draftId);
  if (draft.status === "published" && draft.publishedAs) return { published: draft.publishedAs };
  requireStatus(draft, "review");

  const inForce = await readTreeInForce(tx, orgId);
  const overlay = await readOverlay(tx, orgId, draftId);
  const conflicts = findConflicts(inForce, overlay, keep);
  if (conflicts.length > 0) return { published: null, conflicts, faults: [] };
  const changes = changesOf(inForce, overlay, await readHeirs(tx, orgId, draftId), keep);
  if (changes.length === 0) throw new DomainError("conflict", "Nothing in this draft differs from what is in force");
  const { faults } = publishFaults(applyChanges(inForce, changes), touchedBy(changes));
  if (faults.length > 0) return { published: null, conflicts: [], faults };
  const about = { origin: "draft", note, publishedBy: userId, draftId } as const;
  const published = await publishChanges(tx, orgId, inForce, changes, about);
  if (published.number === null) return { published: null, conflicts: [], faults: published.faults };

  const { number, counts, behind } = published;
  await tx
    .update(taxonomyDrafts)
    .set({
      status: "published",
      publishedAs: number,
      reviewedBy: userId,
      reviewedAt: new Date(),
      changedAt: new Date(),
    })
    .where(and(eq(taxonomyDrafts.orgId, orgId), eq(taxonomyDrafts.id, draftId)));
  const detail = { version: number, ...counts, behind, ownReview: draft.submittedBy === userId };
  await leaveTrace(tx, viewer, "skill.publish", { subject: draftId, detail });
  return { published: number };
});
