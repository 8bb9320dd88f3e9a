import "server-only";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { query } from "@/lib/server/tenant-access";
import { createDraft } from "@/lib/skills/drafts/create-draft";
import { discardDraft } from "@/lib/skills/drafts/hand-over";
import { saveEdit } from "@/lib/skills/drafts/save-edit";
import type { Edit } from "@/lib/skills/tree/node";
import { align } from "./align";
import { readOwners, readTarget } from "./draft-tree";
import { readFormerNames } from "./former-nodes";
import type { TakeInput } from "./input";
import { openSource } from "./open-source";
import type { Parsed } from "./parsed";

/**
 * Takes the chosen part of a source into a draft, as one edit that can be undone there. Nothing comes into force by it. Of a new draft that is there
 * already, because the same was sent before, only what it lacks is taken.
 * @throws DomainError `conflict` when all of it is there already or the draft is not open, `invalid-input` when it does not hold together
 */
export async function takeIntoDraft(
  viewer: Viewer,
  { source, chosen, draft }: TakeInput,
): Promise<{ draftId: string }> {
  authorise(viewer.roles, "skill.edit");
  const opened = await openSource(viewer.orgId, source);
  const existing = draft.kind === "existing" ? draft.draftId : null;
  const parsed = opened.take(new Set(chosen));
  const { changes, at } = await readEdit(viewer, { parsed, draftId: existing });
  if (changes.length === 0) throw new DomainError("conflict", "All of this is there already. Nothing would change");
  const label = `Taken from ${opened.title}`.slice(0, 200);
  const edit: Edit = { label, changes };
  if (draft.kind === "existing") {
    await saveEdit(viewer, { draftId: draft.draftId, at, edit });
    return { draftId: draft.draftId };
  }
  const { id, isNew } = await createDraft(viewer, { title: draft.title, entryId: draft.entryId });
  if (!isNew) {
    const lacking = await readEdit(viewer, { parsed, draftId: id });
    if (lacking.changes.length > 0) {
      await saveEdit(viewer, { draftId: id, at: lacking.at, edit: { label, changes: lacking.changes } });
    }
    return { draftId: id };
  }
  try {
    await saveEdit(viewer, { draftId: id, at: 0, edit });
  } catch (error) {
    await discardDraft(viewer, { draftId: id });
    throw error;
  }
  return { draftId: id };
}

const readEdit = query(
  "skill.edit",
  async (tx, { parsed, draftId }: { parsed: Parsed; draftId: string | null }, { orgId }) => {
    const { tree, at } = await readTarget(tx, orgId, draftId);
    const owners = await readOwners(tx);
    return { changes: align(parsed, tree, owners.byAddress, await readFormerNames(tx, orgId)).changes, at };
  },
);
