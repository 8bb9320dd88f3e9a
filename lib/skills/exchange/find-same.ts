import type { TaxonomyNode, Tree } from "@/lib/skills/tree/node";

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

/** A task is known within its role. */
function keysOf(node: TaxonomyNode, exact: boolean): string[] {
  if (node.kind === "need") return [`need ${node.roleId} ${node.taskId} ${node.skillId}`];
  const parent = node.kind === "task" ? node.roleId : "";
  const name = node.kind === "behaviour" ? node.statement : node.name;
  if (exact) return [`${node.kind} ${parent} ${name}`];
  const bySource = node.source ? [`${node.kind} ${parent} source ${node.source.scheme} ${node.source.code}`] : [];
  return [...bySource, `${node.kind} ${parent} name ${plain(name)}`];
}

const plain = (name: string) => name.trim().replace(/\s+/g, " ").replace(/\.$/, "").toLocaleLowerCase("en");
