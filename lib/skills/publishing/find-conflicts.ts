import type { Conflict } from "@/lib/skills/drafts/draft";
import type { Overlay } from "@/lib/skills/drafts/overlay";
import { nameOf } from "@/lib/skills/tree/name-of";
import type { Change, TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { describedAtWork, differingFields, sameNode } from "@/lib/skills/tree/same-node";

export type Keep = Readonly<Record<string, "draft" | "in-force">>;

/** Where the taxonomy in force has moved on since the draft touched a node, and both say something else. */
export function findConflicts(inForce: Tree, overlay: Overlay, keep: Keep = {}): Conflict[] {
  return [...overlay].flatMap(([nodeId, { base, node }]) => {
    const now = inForce.get(nodeId) ?? null;
    if (keep[nodeId] || isAlike(now, base) || isAlike(now, node)) return [];
    const seen = node ?? now ?? base;
    return seen ? [{ nodeId, name: nameOf(inForce, seen), base, inForce: now, draft: node }] : [];
  });
}

/** What publishing the draft does to the taxonomy in force, once its conflicts are decided. */
export function changesOf(inForce: Tree, overlay: Overlay, keep: Keep = {}): Change[] {
  return [...overlay].flatMap(([id, { node }]) => {
    const before = inForce.get(id) ?? null;
    return keep[id] === "in-force" || sameNode(before, node) ? [] : [{ id, before, after: node }];
  });
}

/** Siblings are numbered anew whenever something is put among them: of two orders the draft's wins without a question. */
function isAlike(a: TaxonomyNode | null, b: TaxonomyNode | null): boolean {
  if (a === null || b === null) return a === b;
  return differingFields(a, b).every((field) => field === "position" || describedAtWork.includes(field));
}
