import type { TaxonomyNode, Tree } from "./node";

/** What a node is called: a need by its skill and what it is needed for. */
export function nameOf(tree: Tree, node: TaxonomyNode): string {
  if (node.kind === "behaviour") return node.statement;
  if (node.kind !== "need") return node.name;
  const skill = nameOfId(tree, node.skillId);
  return node.taskId ? `${skill} for “${nameOfId(tree, node.taskId)}”` : `${skill} at large`;
}

function nameOfId(tree: Tree, id: string): string {
  const node = tree.get(id);
  return node && node.kind !== "need" ? nameOf(tree, node) : "something taken out";
}

/** “Name”, cut where it is long, for the label of an edit. */
export function quoted(name: string): string {
  return name.length > 80 ? `“${name.slice(0, 79).trimEnd()}…”` : `“${name}”`;
}

const plurals = {
  role: "roles",
  task: "tasks",
  skill: "skills",
  behaviour: "behaviours",
  need: "needed skills",
} as const;

/** One node by its name, several by how many they are: “Listening”, 4 skills, 7 entries. */
export function someOf(tree: Tree, nodes: readonly TaxonomyNode[]): string {
  const [first] = nodes;
  if (!first) return "nothing";
  if (nodes.length === 1) return quoted(nameOf(tree, first));
  const isOneKind = nodes.every(({ kind }) => kind === first.kind);
  return `${nodes.length} ${isOneKind ? plurals[first.kind] : "entries"}`;
}
