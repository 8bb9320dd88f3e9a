import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { auditLog } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { createDraft } from "@/lib/skills/drafts/create-draft";
import { submitDraft } from "@/lib/skills/drafts/hand-over";
import { publishDraft } from "@/lib/skills/drafts/publish-draft";
import { saveEdit } from "@/lib/skills/drafts/save-edit";
import { readTaxonomy } from "@/lib/skills/read-taxonomy";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import type { Edit, Tree } from "@/lib/skills/tree/node";
import { indexTree, type TreeIndex } from "@/lib/skills/tree/tree-index";
import { nth } from "./given-taxonomy";

/** An editor at work on a draft, as the page is one: it knows where the draft stands and what it looks like. */
export async function openDraft(viewer: Viewer, title = "A draft") {
  const { id: draftId } = await createDraft(viewer, { title });
  let at = 0;
  const seen = new Map<string, string>();
  const tree = () => treeOfDraft(viewer, draftId);
  return {
    draftId,
    at: () => at,
    tree,
    /** Saves an edit built on the draft as it is. */
    make: async (build: Edit | ((index: TreeIndex) => Edit)): Promise<Edit> => {
      const edit = typeof build === "function" ? build(indexTree(await tree())) : build;
      ({ standsAt: at } = await saveEdit(viewer, { draftId, at, edit }));
      return edit;
    },
    standsAt: (now: number) => {
      at = now;
    },
    submit: () => submitDraft(viewer, { draftId }),
    /** `keep` decides conflicts as the last attempt showed them. */
    publish: async (
      { keep = {}, ...given }: { note?: string; keep?: Record<string, "draft" | "in-force"> } = {},
      by: Viewer = viewer,
    ) => {
      const choices = Object.entries(keep).map(([id, side]) => [id, { side, seen: seen.get(id) ?? "" }]);
      const outcome = await publishDraft(by, { draftId, note: "A note", keep: Object.fromEntries(choices), ...given });
      for (const { nodeId, seen: now } of outcome.published === null ? outcome.conflicts : []) seen.set(nodeId, now);
      return outcome;
    },
  };
}

/** Edits, submitted and published by one and the same person. */
export async function publishEdits(viewer: Viewer, ...edits: (Edit | ((index: TreeIndex) => Edit))[]) {
  const draft = await openDraft(viewer);
  for (const edit of edits) await draft.make(edit);
  await draft.submit();
  return { ...draft, outcome: await draft.publish() };
}

/** Gives a node of the draft as it is another name. */
export const rename = (kind: "skill" | "role" | "task", number: number, name: string) => (index: TreeIndex) =>
  setFields(index, [nth(kind, number)], { name });

export const nameIn = (tree: Tree, kind: "skill" | "role", number: number) => {
  const node = tree.get(nth(kind, number));
  return node && "name" in node ? node.name : null;
};

async function treeOfDraft(viewer: Viewer, draftId: string): Promise<Tree> {
  const taxonomy = await readTaxonomy(viewer, { draftId });
  if (!taxonomy) throw new Error("There is no such draft");
  return treeOf(taxonomy.nodes);
}

export const inForce = ({ orgId }: { orgId: string }): Promise<Tree> =>
  inTenant(orgId, (tx) => readTreeInForce(tx, orgId));

/** Trees as what is equal when they are: by id, what is there in whatever order. */
export const sorted = (tree: Tree) => [...tree.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

export const tracesOf = ({ orgId }: { orgId: string }, action: string) =>
  inTenant(orgId, async (tx) => {
    const rows = await tx.select().from(auditLog).where(eq(auditLog.action, action)).orderBy(auditLog.at);
    return rows.map(({ actorId, subject, detail }) => ({ actorId, subject, detail }));
  });

export const newId = () => randomUUID();
