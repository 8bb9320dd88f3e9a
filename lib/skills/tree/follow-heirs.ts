import type { Change, Tree } from "./node";

/** By the id of what was taken out, the node it was made one with, which may itself be gone since. */
export type Heirs = ReadonlyMap<string, string>;

/** What carries on for a node at the end of a line of mergers: the first that `stands`; null where the line breaks off. */
export function heirOf(id: string, heirs: Heirs, stands: (id: string) => boolean): string | null {
  const seen = new Set([id]);
  for (let next = heirs.get(id); next !== undefined && !seen.has(next); next = heirs.get(next)) {
    if (stands(next)) return next;
    seen.add(next);
  }
  return null;
}

/** The changes with the heirs that `after`, the tree they lead to, has of each node they take out; a removal without one is a plain one. */
export function withHeirs(changes: readonly Change[], after: Tree, heirs: Heirs): Change[] {
  return changes.map((change) => {
    const { id, before, after: node } = change;
    const heir = before && !node ? heirOf(id, heirs, (one) => after.get(one)?.kind === before.kind) : null;
    return { id, before, after: node, ...(heir ? { heir } : {}) };
  });
}

/** What these changes make one with what. */
export const heirsOf = (changes: readonly Change[]): Heirs =>
  new Map(changes.flatMap(({ id, heir }) => (heir ? [[id, heir] as const] : [])));
