import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type OneDraft, oneDraft, type ReturnDraft, returnDraftInput } from "@/lib/skills/input";
import { readOverlay } from "./overlay";
import { type Draft, requireDraft, requireStatus } from "./require-draft";

/**
 * Hands an open draft over for review; nobody changes it until it is returned. In review already is as good.
 * @throws DomainError `conflict` where it changes nothing, was published or discarded
 */
export const submitDraft = command("skill.edit", async (tx, raw: OneDraft, { orgId, userId }, trace): Promise<void> => {
  const { draftId } = parseOrThrow(oneDraft, raw);
  const draft = await requireDraft(tx, orgId, draftId);
  requireStatus(draft, "open", "review");
  trace.subject = draftId;
  trace.detail = { step: "submit" };
  if (draft.status === "review") return;
  const overlay = await readOverlay(tx, orgId, draftId);
  if (overlay.size === 0) throw new DomainError("conflict", "This draft changes nothing yet");
  await set(tx, draft, { status: "review", submittedBy: userId, submittedAt: new Date() });
});

/** Sends a draft in review back to be changed, with what is to change. @throws DomainError `conflict` where it is not in review */
export const returnDraft = command(
  "skill.publish",
  async (tx, raw: ReturnDraft, { orgId, userId }, trace): Promise<void> => {
    const { draftId, note } = parseOrThrow(returnDraftInput, raw);
    const draft = await requireDraft(tx, orgId, draftId);
    trace.subject = draftId;
    trace.detail = { step: "return" };
    if (draft.status === "open" && draft.reviewNote === note) return;
    requireStatus(draft, "review");
    await set(tx, draft, { status: "open", reviewNote: note, reviewedBy: userId, reviewedAt: new Date() });
  },
);

/** Gives a draft up; it stays in the list, and nothing in force changes. Discarded already is as good. */
export const discardDraft = command("skill.edit", async (tx, raw: OneDraft, { orgId }, trace): Promise<void> => {
  const { draftId } = parseOrThrow(oneDraft, raw);
  const draft = await requireDraft(tx, orgId, draftId);
  requireStatus(draft, "open", "review", "discarded");
  trace.subject = draftId;
  trace.detail = { step: "discard" };
  await set(tx, draft, { status: "discarded" });
});

async function set(tx: Tx, { orgId, id }: Draft, values: Partial<Draft>): Promise<void> {
  await tx
    .update(taxonomyDrafts)
    .set({ ...values, changedAt: new Date() })
    .where(and(eq(taxonomyDrafts.orgId, orgId), eq(taxonomyDrafts.id, id)));
}
