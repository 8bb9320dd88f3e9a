import "server-only";
import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftEdits, taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type Step, stepInput } from "@/lib/skills/input";
import { storedChanges } from "@/lib/skills/stored";
import { invert } from "@/lib/skills/tree/apply-changes";
import type { Change } from "@/lib/skills/tree/node";
import type { Standing } from "./draft";
import { holdNodes } from "./overlay";
import { type Draft, requireDraft, requireStatus } from "./require-draft";
import { elsewhere } from "./save-edit";

/** What the tree in the browser must make to follow. */
export type Stepped = Standing & { label: string; changes: Change[] };

/**
 * Takes the last edit that stands back. Asked once more for the same `at`, it answers as done.
 * @throws DomainError `conflict` where the draft stands elsewhere by now, or nothing is left to undo
 */
export const undoEdit = command("skill.edit", async (tx, raw: Step, { orgId }, trace): Promise<Stepped> => {
  const { draftId, at } = parseOrThrow(stepInput, raw);
  const draft = await requireDraft(tx, orgId, draftId);
  requireStatus(draft, "open");
  trace.subject = draftId;
  if (at === 0) throw new DomainError("conflict", "There is nothing to undo");
  const [edit, previous] = await editsUpTo(tx, draft, at);
  const standsAt = previous?.number ?? 0;
  if (edit?.number !== at || (draft.standsAt !== at && draft.standsAt !== standsAt)) {
    throw new DomainError("conflict", elsewhere);
  }
  trace.detail = { step: "undo", number: at };
  const { label, changes } = invert({ label: edit.label, changes: [...storedChanges(edit.changes)] });
  if (draft.standsAt === at) await stepTo(tx, draft, standsAt, changes);
  return { standsAt, lastEdit: draft.lastEdit, label, changes };
});

/** Makes the edit after the last that stands again. @throws DomainError `conflict`, as `undoEdit` */
export const redoEdit = command("skill.edit", async (tx, raw: Step, { orgId }, trace): Promise<Stepped> => {
  const { draftId, at } = parseOrThrow(stepInput, raw);
  const draft = await requireDraft(tx, orgId, draftId);
  requireStatus(draft, "open");
  if (draft.standsAt !== at) throw new DomainError("conflict", elsewhere);
  const [edit] = await tx
    .select()
    .from(draftEdits)
    .where(and(ofDraft(draft), gt(draftEdits.number, at)))
    .orderBy(asc(draftEdits.number))
    .limit(1);
  if (!edit) throw new DomainError("conflict", "There is nothing to do again");
  const changes = [...storedChanges(edit.changes)];
  await stepTo(tx, draft, edit.number, changes);
  trace.subject = draftId;
  trace.detail = { step: "redo", number: edit.number };
  return { standsAt: edit.number, lastEdit: draft.lastEdit, label: edit.label, changes };
});

const ofDraft = ({ orgId, id }: Draft) => and(eq(draftEdits.orgId, orgId), eq(draftEdits.draftId, id));

function editsUpTo(tx: Tx, draft: Draft, at: number) {
  return tx
    .select()
    .from(draftEdits)
    .where(and(ofDraft(draft), lte(draftEdits.number, at)))
    .orderBy(desc(draftEdits.number))
    .limit(2);
}

async function stepTo(tx: Tx, { orgId, id }: Draft, standsAt: number, changes: readonly Change[]): Promise<void> {
  await holdNodes(tx, orgId, id, changes, null);
  await tx
    .update(taxonomyDrafts)
    .set({ standsAt, changedAt: new Date() })
    .where(and(eq(taxonomyDrafts.orgId, orgId), eq(taxonomyDrafts.id, id)));
}
