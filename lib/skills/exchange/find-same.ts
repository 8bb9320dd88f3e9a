import type { NodeKind, TaxonomyNode, Tree } from "@/lib/skills/tree/node";

export type Known = { find(incoming: TaxonomyNode): TaxonomyNode | null; add(node: TaxonomyNode): void };

/**
 * Finds the node that an incoming one (with the tree's ids where it points to others) is the same as.
 * @param exact by its name to the letter, as a file of ours means it; else by its source, then by its name whatever its case and full stop
 */
export function knownNodes(tree: Tree, exact: boolean): Known {
  const known = new Map<string, TaxonomyNode>();
  const add = (node: TaxonomyNode) => {
    for (const key of keysOf(node, exact)) if (!known.has(key)) known.set(key, node);
  };
  for (const node of tree.values()) add(node);
  return {
    add,
    find: (incoming) => {
      const found = keysOf(incoming, exact).find((key) => known.has(key));
      return found === undefined ? null : (known.get(found) ?? null);
    },
  };
}

/** A name something had before; `id` is what carries on, by a merger or under a name of today. `parent` is the role of a task. */
export type FormerName = { kind: Exclude<NodeKind, "need">; parent: string; name: string; id: string; merged: boolean };

/** Finds under which former name an incoming node is there; `exact` as for `knownNodes`. */
export function formerlyKnown(names: readonly FormerName[], exact: boolean) {
  const known = new Map(names.map((one) => [keyOf(one.kind, one.parent, one.name, exact), one]));
  return (incoming: TaxonomyNode): FormerName | null => {
    if (incoming.kind === "need") return null;
    return known.get(keyOf(incoming.kind, parentIn(incoming), ownName(incoming), exact)) ?? null;
  };
}

/** A task is known within its role. */
function keysOf(node: TaxonomyNode, exact: boolean): string[] {
  if (node.kind === "need") return [`need ${node.roleId} ${node.taskId} ${node.skillId}`];
  const parent = parentIn(node);
  const byName = keyOf(node.kind, parent, ownName(node), exact);
  if (exact) return [byName];
  const bySource = node.source ? [`${node.kind} ${parent} source ${node.source.scheme} ${node.source.code}`] : [];
  return [...bySource, byName];
}

type Named = Exclude<TaxonomyNode, { kind: "need" }>;
const parentIn = (node: Named) => (node.kind === "task" ? node.roleId : "");
const ownName = (node: Named) => (node.kind === "behaviour" ? node.statement : node.name);
const keyOf = (kind: NodeKind, parent: string, name: string, exact: boolean) =>
  exact ? `${kind} ${parent} ${name}` : `${kind} ${parent} name ${plain(name)}`;

const plain = (name: string) => name.trim().replace(/\s+/g, " ").replace(/\.$/, "").toLocaleLowerCase("en");
