import type { Taxonomy } from "@/lib/skills/read-taxonomy";
import type { SentTaxonomy } from "@/lib/skills/taxonomy-queries";
import { applyChanges, treeOf } from "@/lib/skills/tree/apply-changes";
import type { TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { sameNode } from "@/lib/skills/tree/same-node";
import { indexTree } from "@/lib/skills/tree/tree-index";
import { createTreeView, type TreeView } from "./tree-view";

/** All that the rows and the detail of a taxonomy are drawn from. */
export type TaxonomyModel = {
  view: TreeView;
  version: number | null;
  /** In the browser of the taxonomy in force this is the tree itself. */
  inForce: Tree;
  /** Names of users by id; whoever is chosen is added. */
  owners: Map<string, string>;
  usage: Taxonomy["usage"];
  openComments: Taxonomy["openComments"];
  minimumGroupSize: number;
  /** The language model that may draft; none is configured by default. */
  drafting: { model: string } | null;
};

export type ModelStart = Pick<TaxonomyModel, "minimumGroupSize" | "drafting"> & {
  node: string | null;
  role: string | null;
};

export type Mark = "added" | "changed";

/** A model with a view of its own. */
export function createModel(taxonomy: SentTaxonomy, start: ModelStart): TaxonomyModel {
  return modelOf(taxonomy, start, createView(taxonomy, start));
}

/** The tree as it is first seen: at the node asked for, else with its first role open. */
export function createView(taxonomy: SentTaxonomy, start: Pick<ModelStart, "node" | "role">): TreeView {
  const index = indexTree(treeOf(taxonomy.nodes));
  const view = createTreeView({ index, expanded: [], active: null });
  const role = start.role && index.tree.get(start.role)?.kind === "role" ? start.role : null;
  if (role) view.setWithin(role);
  if (!start.node || !view.show(start.node, false)) {
    const first = role ?? view.rows()[0]?.key;
    if (first) view.setOpen(first, true);
    view.go(first, false);
  }
  return view;
}

/** What is drawn beside the tree of a view, as one reading of the taxonomy has it. */
export function modelOf(
  taxonomy: SentTaxonomy,
  start: Pick<ModelStart, "minimumGroupSize" | "drafting">,
  view: TreeView,
): TaxonomyModel {
  const tree = treeOf(taxonomy.nodes);
  return {
    view,
    version: taxonomy.version,
    inForce: applyChanges(
      tree,
      taxonomy.changed.map(({ id, inForce }) => ({ id, before: tree.get(id) ?? null, after: inForce })),
    ),
    owners: new Map(taxonomy.owners.map(({ id, name }) => [id, name])),
    usage: taxonomy.usage,
    openComments: taxonomy.openComments,
    minimumGroupSize: start.minimumGroupSize,
    drafting: start.drafting,
  };
}

/** How a node differs from the one in force, if it does. */
export function markOf(model: TaxonomyModel, node: TaxonomyNode): Mark | null {
  const inForce = model.inForce.get(node.id);
  if (inForce === node) return null;
  if (!inForce) return "added";
  return sameNode(inForce, node) ? null : "changed";
}
