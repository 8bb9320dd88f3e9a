import { findingsOf } from "@/components/skills/tree/findings";
import { markOf, type TaxonomyModel } from "@/components/skills/tree/taxonomy-model";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";

export const filterWords = {
  all: "Everything",
  critical: "Critical only",
  bare: "Skills without behaviours",
  range: "Not three to five behaviours",
  wording: "Wording to mend",
  unseen: "Not seen in twelve months",
  comments: "With open comments",
  changed: "Changed in this draft",
} as const;

export type FilterName = keyof typeof filterWords;

/** The nodes a filter lets through; null lets everything through. */
export function filteredNodes(model: TaxonomyModel, index: TreeIndex, name: FilterName): ReadonlySet<string> | null {
  if (name === "all") return null;
  const passes = tests(model, index)[name];
  const found = new Set<string>();
  for (const node of index.tree.values()) if (passes(node)) found.add(node.id);
  return found;
}

type Test = (node: TaxonomyNode) => boolean;

const tests = (model: TaxonomyModel, { behavioursOf }: TreeIndex): Record<Exclude<FilterName, "all">, Test> => {
  const count = (node: TaxonomyNode) => behavioursOf.get(node.id)?.length ?? 0;
  return {
    critical: (node) => (node.kind === "task" || node.kind === "need") && node.critical,
    bare: (node) => node.kind === "skill" && count(node) === 0,
    range: (node) => node.kind === "skill" && (count(node) < 3 || count(node) > 5),
    wording: (node) => node.kind === "behaviour" && findingsOf(node).length > 0,
    unseen: (node) => node.kind === "behaviour" && model.inForce.has(node.id) && !model.usage[node.id]?.seen,
    comments: (node) => (model.openComments[node.id] ?? 0) > 0,
    changed: (node) => markOf(model, node) !== null,
  };
};
