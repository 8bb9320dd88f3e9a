import "server-only";
import { createHash } from "node:crypto";
import type { Conflict } from "@/lib/skills/drafts/draft";
import type { Overlay } from "@/lib/skills/drafts/overlay";
import { applyChanges } from "@/lib/skills/tree/apply-changes";
import { type Heirs, withHeirs } from "@/lib/skills/tree/follow-heirs";
import { nameOf } from "@/lib/skills/tree/name-of";
import type { Change, TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { describedAtWork, differingFields, fieldOf, fieldsOf, sameNode } from "@/lib/skills/tree/same-node";

/** Which side of a conflict stays; it holds only against what was `seen` in force (see `Conflict`) when it was chosen. */
export type Keep = Readonly<Record<string, { side: "draft" | "in-force"; seen: string }>>;

/** Where the taxonomy in force has moved on since the draft touched a node, and both say something else. */
export function findConflicts(inForce: Tree, overlay: Overlay, keep: Keep = {}): Conflict[] {
  return [...overlay].flatMap(([nodeId, { base, node }]) => {
    const now = inForce.get(nodeId) ?? null;
    if (isAlike(now, base) || isAlike(now, node)) return [];
    const seen = printOf(now);
    if (keep[nodeId]?.seen === seen) return [];
    const named = node ?? now ?? base;
    return named ? [{ nodeId, name: nameOf(inForce, named), base, inForce: now, draft: node, seen }] : [];
  });
}

/**
 * What publishing the draft does to the taxonomy in force, once its conflicts are decided. `heirs` (see `readHeirs`) say what of it is a
 * merger.
 */
export function changesOf(inForce: Tree, overlay: Overlay, heirs: Heirs, keep: Keep = {}): Change[] {
  const changes = [...overlay].flatMap(([id, { node }]) => {
    const before = inForce.get(id) ?? null;
    return keep[id]?.side === "in-force" || sameNode(before, node) ? [] : [{ id, before, after: node }];
  });
  return withHeirs(changes, applyChanges(inForce, changes), heirs);
}

/** Of two orders of siblings the draft's wins without a question: they are numbered anew whenever something is put among them. */
const isAsked = (field: string) => field !== "position" && !describedAtWork.includes(field);

function isAlike(a: TaxonomyNode | null, b: TaxonomyNode | null): boolean {
  if (a === null || b === null) return a === b;
  return !differingFields(a, b).some(isAsked);
}

/** Equal for what is alike. */
function printOf(node: TaxonomyNode | null): string {
  if (!node) return "gone";
  const told = fieldsOf[node.kind].filter(isAsked).map((field) => fieldOf(node, field));
  return createHash("sha256").update(JSON.stringify(told, inOrder)).digest("base64url").slice(0, 22);
}

/** Keys in one order: jsonb does not keep theirs. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
