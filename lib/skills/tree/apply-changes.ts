import type { Change, Edit, TaxonomyNode, Tree } from "./node";
import { sameNode } from "./same-node";

/** The tree with every change made; the one given stays as it is. */
export function applyChanges(tree: Tree, changes: readonly Change[]): Tree {
  const next = new Map(tree);
  for (const { id, after } of changes) {
    if (after) next.set(id, after);
    else next.delete(id);
  }
  return next;
}

/** The edit that takes an edit back. */
export function invert({ label, changes }: Edit): Edit {
  return {
    label,
    changes: changes.map(({ id, before, after }) => ({ id, before: after, after: before })).toReversed(),
  };
}

/** What leads from one tree to another, by kind in the order in which it can be written. */
export function changesBetween(before: Tree, after: Tree): Change[] {
  const changes: Change[] = [];
  for (const [id, node] of after) {
    const was = before.get(id) ?? null;
    if (was !== node && !sameNode(was, node)) changes.push({ id, before: was, after: node });
  }
  for (const [id, node] of before) if (!after.has(id)) changes.push({ id, before: node, after: null });
  return changes;
}

/** A tree of nodes in any order. */
export function treeOf(nodes: Iterable<TaxonomyNode>): Tree {
  return new Map(Array.from(nodes, (node) => [node.id, node] as const));
}
