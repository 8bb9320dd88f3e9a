import type { BehaviourNode, Change, NeedNode, NodeKind, TaskNode, TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { differingFields } from "@/lib/skills/tree/same-node";

/** What an edit does, gathered node by node; what is set twice counts once, from the first before to the last after. */
export type Gathered = {
  /** A node of this kind as the edit has it so far; null where there is none. */
  get<Kind extends NodeKind>(kind: Kind, id: string): Extract<TaxonomyNode, { kind: Kind }> | null;
  set(node: TaxonomyNode): void;
  /** `heir`: the node it is made one with. */
  remove(id: string, heir?: string): void;
  /** What differs from the tree, in the order in which it was first touched. */
  changes(): Change[];
};

export function gather(tree: Tree): Gathered {
  const changed = new Map<string, TaxonomyNode | null>();
  const heirs = new Map<string, string>();
  const now = (id: string) => (changed.has(id) ? changed.get(id) : tree.get(id)) ?? null;
  return {
    get: <Kind extends NodeKind>(kind: Kind, id: string) => {
      const node = now(id);
      return node?.kind === kind ? (node as Extract<TaxonomyNode, { kind: Kind }>) : null;
    },
    set: (node) => void changed.set(node.id, node),
    remove: (id, heir) => {
      changed.set(id, null);
      if (heir) heirs.set(id, heir);
    },
    changes: () =>
      [...changed].flatMap(([id, after]) => {
        const before = tree.get(id) ?? null;
        const isSame = before && after ? differingFields(before, after).length === 0 : before === after;
        const heir = after ? undefined : heirs.get(id);
        return isSame ? [] : [{ id, before, after, ...(heir ? { heir } : {}) }];
      }),
  };
}

/**
 * Puts nodes among their new siblings, in the order given: before one of them, or at the end. Siblings are numbered anew only where
 * there is no number left between.
 */
export function place<Node extends TaskNode | NeedNode | BehaviourNode>(
  gathered: Gathered,
  siblings: readonly Node[],
  nodes: readonly Node[],
  before: string | null = null,
): void {
  const moving = new Set(nodes.map(({ id }) => id));
  const others = siblings.filter(({ id }) => !moving.has(id));
  const at = others.findIndex(({ id }) => id === before);
  if (at < 0) {
    const last = others.reduce((most, { position }) => Math.max(most, position), -1);
    nodes.forEach((node, nth) => {
      gathered.set({ ...node, position: last + 1 + nth });
    });
    return;
  }
  [...others.slice(0, at), ...nodes, ...others.slice(at)].forEach((node, position) => {
    gathered.set({ ...node, position });
  });
}
