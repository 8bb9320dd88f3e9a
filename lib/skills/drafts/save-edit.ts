import "server-only";
import { and, desc, eq, gt, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftEdits, taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { DomainError, type FieldErrors } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type SaveEdit, saveEditInput } from "@/lib/skills/input";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import { ownersIn, readUserNames } from "@/lib/skills/read-user-names";
import type { Fault } from "@/lib/skills/tree/fault";
import { nameOf } from "@/lib/skills/tree/name-of";
import type { Change, Edit, Tree } from "@/lib/skills/tree/node";
import { sameNode, sameValue } from "@/lib/skills/tree/same-node";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import type { Standing } from "./draft";
import { holdNodes, layOver, readOverlay } from "./overlay";
import { type Draft, requireDraft, requireStatus } from "./require-draft";

/**
 * Adds an edit to a draft that stands at `at`; what had been undone is gone then. An edit's number is never given twice, so that a number
 * says which edits stand. The same edit sent once more is answered as done.
 * @throws DomainError `conflict` where the draft stands elsewhere by now, or a node is not as the edit found it; `invalid-input` by field
 * where the tree would not hold together
 */
export const saveEdit = command(
  "skill.edit",
  async (tx, raw: SaveEdit, { orgId, userId }, trace): Promise<Standing> => {
    const { draftId, at, edit } = parseOrThrow(saveEditInput, raw);
    const draft = await requireDraft(tx, orgId, draftId);
    requireStatus(draft, "open");
    trace.subject = draftId;
    if (await isThere(tx, draft, at, edit)) {
      trace.detail = { step: "edit", number: draft.standsAt, repeated: true };
      return { standsAt: draft.standsAt, lastEdit: draft.lastEdit };
    }
    if (draft.standsAt !== at) throw new DomainError("conflict", elsewhere);
    const inForce = await readTreeInForce(tx, orgId);
    requireFit(inForce, layOver(inForce, await readOverlay(tx, orgId, draftId)), edit);
    await requireOwners(tx, orgId, edit);

    const number = draft.lastEdit + 1;
    const ofDraft = and(eq(draftEdits.orgId, orgId), eq(draftEdits.draftId, draftId));
    await tx.delete(draftEdits).where(and(ofDraft, gt(draftEdits.number, at)));
    await tx.insert(draftEdits).values({ orgId, draftId, number, ...edit, madeBy: userId });
    await holdNodes(tx, orgId, draftId, edit.changes, inForce);
    const standing = { standsAt: number, lastEdit: number };
    await tx
      .update(taxonomyDrafts)
      .set({ ...standing, changedAt: new Date() })
      .where(and(eq(taxonomyDrafts.orgId, orgId), eq(taxonomyDrafts.id, draftId)));
    trace.detail = { step: "edit", number, nodes: edit.changes.length };
    return standing;
  },
);

export const elsewhere =
  "This draft was changed in another tab, or by somebody else. Load it again to see that, then make your change once more";

/** Whether the last edit that stands is this one, made upon `at`: sent twice, or again because the answer was lost. */
async function isThere(tx: Tx, { orgId, id, standsAt }: Draft, at: number, edit: Edit): Promise<boolean> {
  if (standsAt <= at) return false;
  const [last, previous] = await tx
    .select({ number: draftEdits.number, label: draftEdits.label, changes: draftEdits.changes })
    .from(draftEdits)
    .where(and(eq(draftEdits.orgId, orgId), eq(draftEdits.draftId, id), lt(draftEdits.number, standsAt + 1)))
    .orderBy(desc(draftEdits.number))
    .limit(2);
  const madeUpon = previous?.number ?? 0;
  return madeUpon === at && last?.label === edit.label && sameValue(last.changes, edit.changes);
}

/** Who is named as an owner is somebody of this organisation. */
async function requireOwners(tx: Tx, orgId: string, { changes }: Edit): Promise<void> {
  const before = new Set(ownersIn(changes.flatMap((change) => change.before ?? [])));
  const named = ownersIn(changes.flatMap(({ after }) => after ?? [])).filter((id) => !before.has(id));
  const known = await readUserNames(tx, orgId, named);
  if (named.every((id) => known.has(id))) return;
  const message = "This user does not exist (any more)";
  throw new DomainError("invalid-input", message, { ownerId: [message] });
}

function requireFit(inForce: Tree, tree: Tree, edit: Edit): void {
  for (const { id, before } of edit.changes) {
    const now = tree.get(id) ?? null;
    const seen = now ?? before;
    if (!seen || sameNode(before, now)) continue;
    throw new DomainError(
      "conflict",
      `“${nameOf(tree, seen)}” is no longer as it was when you changed it. ${elsewhere}`,
    );
  }
  const faults = [
    ...validateChanges(tree, edit.changes),
    ...edit.changes.flatMap((change) => workFaults(inForce, change)),
  ];
  const [first] = faults;
  if (!first) return;
  const fields: FieldErrors = {};
  for (const { field, message } of faults) fields[field] = [...(fields[field] ?? []), message];
  throw new DomainError("invalid-input", first.message, fields);
}

/**
 * How often a published task is done and how much it matters is not for a draft to say. An edit that only carries what stood there when the page
 * was loaded says nothing of it: the task may have been placed at Work since.
 */
function workFaults(inForce: Tree, { id, before, after }: Change): Fault[] {
  const published = inForce.get(id);
  if (published?.kind !== "task" || after?.kind !== "task") return [];
  const seen = before?.kind === "task" ? before : published;
  const message = "Change this on the Work page, where it holds at once";
  return (["frequency", "impact"] as const).flatMap((field) =>
    published[field] === after[field] || seen[field] === after[field] ? [] : [{ nodeId: id, field, message }],
  );
}
