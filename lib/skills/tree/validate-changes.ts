import { applyChanges } from "./apply-changes";
import type { Fault } from "./fault";
import type { Change, TaxonomyNode, Tree } from "./node";
import { nodeFaults } from "./node-faults";
import { pointersOf } from "./pointers";
import { sameValue } from "./same-node";

/**
 * What would be wrong with the tree after these changes: in the nodes they touch, and in those that point to a node they take out.
 * Nothing: they may be made.
 */
export function validateChanges(tree: Tree, changes: readonly Change[]): Fault[] {
  const after = applyChanges(tree, changes);
  const faults: Fault[] = [];
  for (const { before, after: node } of changes) {
    if (node) faults.push(...nodeFaults(node, before), ...missingParents(after, node));
  }
  return [...faults, ...repeatedNames(after, changes), ...leftBehind(after, changes), ...lostHeirs(after, changes)];
}

const parentWords = {
  roleId: "This role is no longer there",
  taskId: "This task is no longer there",
  skillId: "This skill is no longer there",
  shownBy: "A behaviour it is shown by is no longer there, or belongs to another skill",
} as const;

function missingParents(tree: Tree, node: TaxonomyNode): Fault[] {
  const faults: Fault[] = [];
  for (const { field, id, kind } of pointersOf(node)) {
    const target = tree.get(id);
    const fits =
      target?.kind === kind &&
      (target.kind !== "behaviour" || (node.kind === "need" && target.skillId === node.skillId)) &&
      (target.kind !== "task" || (node.kind === "need" && target.roleId === node.roleId));
    if (!fits) faults.push({ nodeId: node.id, field, message: parentWords[field] });
  }
  return faults;
}

/** What the tables hold only once, as text that is equal where it is the same. */
function uniqueKey(node: TaxonomyNode): { key: string; field: string; message: string } {
  switch (node.kind) {
    case "role":
    case "skill":
      return {
        key: `${node.kind} ${node.name}`,
        field: "name",
        message: `There is a ${node.kind} of this name already`,
      };
    case "task":
      return {
        key: `task ${node.roleId} ${node.name}`,
        field: "name",
        message: "The role has a task of this name already",
      };
    case "behaviour":
      return {
        key: `behaviour ${node.statement}`,
        field: "statement",
        message: "There is a behaviour of this wording already. Move that one, or say what differs",
      };
    default:
      return {
        key: `need ${node.roleId} ${node.taskId} ${node.skillId}`,
        field: "skillId",
        message: "The role needs this skill for this task already",
      };
  }
}

/** The changed node is the one that is told, beside another that had the name; of two changed ones the later. */
function repeatedNames(tree: Tree, changes: readonly Change[]): Fault[] {
  const asked = new Map<string, string[]>();
  for (const { before, after } of changes) {
    if (!after || (before && sameValue(uniqueKey(before).key, uniqueKey(after).key))) continue;
    const { key } = uniqueKey(after);
    asked.set(key, [...(asked.get(key) ?? []), after.id]);
  }
  if (asked.size === 0) return [];
  const faults: Fault[] = [];
  const tell = (node: TaxonomyNode) => {
    const { field, message } = uniqueKey(node);
    faults.push({ nodeId: node.id, field, message });
  };
  const taken = new Set<string>();
  const kinds = new Set(changes.flatMap(({ after }) => after?.kind ?? []));
  for (const node of tree.values()) {
    if (kinds.has(node.kind) && !asked.get(uniqueKey(node).key)?.includes(node.id)) taken.add(uniqueKey(node).key);
  }
  for (const [key, ids] of asked) {
    for (const id of taken.has(key) ? ids : ids.slice(1)) {
      const node = tree.get(id);
      if (node) tell(node);
    }
  }
  return faults;
}

/** What is made one with a node needs that node, of its own kind. */
function lostHeirs(tree: Tree, changes: readonly Change[]): Fault[] {
  return changes.flatMap(({ id, before, heir }) => {
    if (!heir || !before || tree.get(heir)?.kind === before.kind) return [];
    return [{ nodeId: id, field: "", message: `The ${before.kind} it was to become part of is no longer there` }];
  });
}

/** Nodes that the changes did not touch and that point to one they took out. */
function leftBehind(tree: Tree, changes: readonly Change[]): Fault[] {
  const gone = new Map(changes.flatMap(({ id, before, after }) => (before && !after ? [[id, before] as const] : [])));
  if (gone.size === 0) return [];
  const touched = new Set(changes.map(({ id }) => id));
  const faults = new Map<string, Fault>();
  for (const node of tree.values()) {
    if (touched.has(node.id)) continue;
    for (const { id } of pointersOf(node)) {
      const target = gone.get(id);
      if (!target) continue;
      const message = `Something still belongs to this ${target.kind}. Move or take out what is below it first`;
      faults.set(id, { nodeId: id, field: "", message });
    }
  }
  return [...faults.values()];
}
