import { type FieldName, fieldWords, valueWords } from "./field-words";
import type { Heirs } from "./follow-heirs";
import { nameOf } from "./name-of";
import type { NodeKind, TaxonomyNode, Tree } from "./node";
import { describedAtWork, differingFields, fieldOf } from "./same-node";

type FieldDifference = { field: string; label: string; before: string | null; after: string | null };

/** `name` says the node in words: a need by its skill and task. Fields are told of a changed node alone; of a merged one what it became part of. */
export type NodeDifference = {
  nodeId: string;
  kind: NodeKind;
  what: "added" | "changed" | "removed";
  name: string;
  fields: FieldDifference[];
  became: string | null;
};

/** Tasks and needs stand with their role, behaviours with their skill. */
type DifferenceGroup = { kind: "role" | "skill"; id: string; name: string; nodes: NodeDifference[] };

export type Difference = {
  groups: DifferenceGroup[];
  counts: { added: number; changed: number; removed: number };
};

const kindOrder: Record<NodeKind, number> = { role: 0, skill: 0, task: 1, behaviour: 1, need: 2 };
const byText = new Intl.Collator("en", { numeric: true });

/** What differs between two trees, by role and skill in order of name. `users` are the names of owners by id, `heirs` what merged nodes became part of. */
export function compareTrees(
  before: Tree,
  after: Tree,
  users: ReadonlyMap<string, string> = new Map(),
  heirs: Heirs = new Map(),
): Difference {
  const groups = new Map<string, DifferenceGroup>();
  const counts = { added: 0, changed: 0, removed: 0 };
  const note = (node: TaxonomyNode, what: NodeDifference["what"], fields: FieldDifference[]) => {
    const tree = what === "removed" ? before : after;
    const { kind, id } = groupOf(node);
    const head = after.get(id) ?? before.get(id);
    const name = head?.kind === "role" || head?.kind === "skill" ? head.name : `A ${kind} taken out`;
    const group = groups.get(id) ?? { kind, id, name, nodes: [] };
    const heir = what === "removed" ? after.get(heirs.get(node.id) ?? "") : undefined;
    const became = heir ? nameOf(after, heir) : null;
    group.nodes.push({ nodeId: node.id, kind: node.kind, what, name: nameOf(tree, node), fields, became });
    groups.set(id, group);
    counts[what]++;
  };
  for (const [id, node] of after) {
    const was = before.get(id);
    if (was === node) continue;
    if (!was) note(node, "added", []);
    else {
      const fields = differences(before, after, users, was, node);
      if (fields.length > 0) note(node, "changed", fields);
    }
  }
  for (const [id, node] of before) if (!after.has(id)) note(node, "removed", []);
  for (const { nodes } of groups.values()) {
    nodes.sort((a, b) => kindOrder[a.kind] - kindOrder[b.kind] || byText.compare(a.name, b.name));
  }
  const sorted = [...groups.values()].sort(
    (a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || byText.compare(a.name, b.name),
  );
  return { groups: sorted, counts };
}

function groupOf(node: TaxonomyNode): { kind: "role" | "skill"; id: string } {
  if (node.kind === "task" || node.kind === "need") return { kind: "role", id: node.roleId };
  return node.kind === "behaviour" ? { kind: "skill", id: node.skillId } : { kind: node.kind, id: node.id };
}

function differences(
  before: Tree,
  after: Tree,
  users: ReadonlyMap<string, string>,
  was: TaxonomyNode,
  node: TaxonomyNode,
): FieldDifference[] {
  return differingFields(was, node)
    .filter((field) => !describedAtWork.includes(field))
    .map((field) => {
      const name = field as FieldName;
      return {
        field,
        label: fieldWords[name],
        before: valueWords(before, users, name, fieldOf(was, field)),
        after: valueWords(after, users, name, fieldOf(node, field)),
      };
    });
}
