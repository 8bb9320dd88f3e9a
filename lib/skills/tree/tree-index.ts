import { applyChanges } from "./apply-changes";
import type { BehaviourNode, Change, NeedNode, RoleNode, SkillNode, TaskNode, TaxonomyNode, Tree } from "./node";

/** A tree with what belongs to what, in order of position and name. Built once per tree; `changeIndex` carries it over an edit. */
export type TreeIndex = {
  readonly tree: Tree;
  /** By name. */
  readonly roles: readonly RoleNode[];
  readonly skills: readonly SkillNode[];
  /** By role. */
  readonly tasksOf: ReadonlyMap<string, readonly TaskNode[]>;
  /** By task; by role for what a role needs at large. */
  readonly needsOf: ReadonlyMap<string, readonly NeedNode[]>;
  /** By skill, in no order that means anything. */
  readonly needsFor: ReadonlyMap<string, readonly NeedNode[]>;
  readonly behavioursOf: ReadonlyMap<string, readonly BehaviourNode[]>;
};

const byText = new Intl.Collator("en", { numeric: true });
const byId = (a: TaxonomyNode, b: TaxonomyNode) => (a.id < b.id ? -1 : 1);
const tasksInOrder = (a: TaskNode, b: TaskNode) =>
  a.position - b.position || byText.compare(a.name, b.name) || byId(a, b);
const behavioursInOrder = (a: BehaviourNode, b: BehaviourNode) =>
  a.position - b.position || byText.compare(a.statement, b.statement) || byId(a, b);
const byName = <Node extends RoleNode | SkillNode>(a: Node, b: Node) => byText.compare(a.name, b.name) || byId(a, b);

/** The parents below which a node is listed, by list. */
const parentsIn = {
  tasksOf: (node: TaxonomyNode) => (node.kind === "task" ? node.roleId : null),
  needsOf: (node: TaxonomyNode) => (node.kind === "need" ? (node.taskId ?? node.roleId) : null),
  needsFor: (node: TaxonomyNode) => (node.kind === "need" ? node.skillId : null),
  behavioursOf: (node: TaxonomyNode) => (node.kind === "behaviour" ? node.skillId : null),
};
type OfKind<Kind extends TaxonomyNode["kind"]> = Extract<TaxonomyNode, { kind: Kind }>;
type ListName = keyof typeof parentsIn;

/** A node whose parent is not in the tree is kept under the parent's id. */
export function indexTree(tree: Tree): TreeIndex {
  const gather = <Node extends TaxonomyNode>(list: ListName) => {
    const found = new Map<string, Node[]>();
    for (const node of tree.values()) {
      const parent = parentsIn[list](node);
      if (parent !== null) pushTo(found, parent, node as Node);
    }
    return found;
  };
  const tasksOf = sorted(gather<TaskNode>("tasksOf"), tasksInOrder);
  const behavioursOf = sorted(gather<BehaviourNode>("behavioursOf"), behavioursInOrder);
  const needsInOrder = needOrder(tree);
  return {
    tree,
    roles: ofKind(tree, "role"),
    skills: ofKind(tree, "skill"),
    tasksOf,
    needsOf: sorted(gather<NeedNode>("needsOf"), needsInOrder),
    needsFor: sorted(gather<NeedNode>("needsFor"), byId),
    behavioursOf,
  };
}

/** The index after `applyChanges(index.tree, changes)`; only lists that changed are made anew. */
export function changeIndex(index: TreeIndex, changes: readonly Change[]): TreeIndex {
  const tree = applyChanges(index.tree, changes);
  const again = <Node extends TaxonomyNode>(
    list: ListName,
    lists: ReadonlyMap<string, readonly Node[]>,
    order: (a: Node, b: Node) => number,
    also: Iterable<string> = [],
  ) => relist(lists, changes, parentsIn[list], order, also);
  // The needs of a place stand in order of position and then of their skill's name.
  const newNames = changes.flatMap(({ id, before, after }) =>
    before?.kind === "skill" && after?.kind === "skill" && before.name !== after.name ? [id] : [],
  );
  const resorted = newNames.flatMap((id) => (index.needsFor.get(id) ?? []).map((need) => need.taskId ?? need.roleId));
  return {
    tree,
    roles: renamed(index.roles, changes, "role"),
    skills: renamed(index.skills, changes, "skill"),
    tasksOf: again("tasksOf", index.tasksOf, tasksInOrder),
    needsOf: again("needsOf", index.needsOf, needOrder(tree), resorted),
    needsFor: again("needsFor", index.needsFor, byId),
    behavioursOf: again("behavioursOf", index.behavioursOf, behavioursInOrder),
  };
}

function renamed<Node extends RoleNode | SkillNode>(
  list: readonly Node[],
  changes: readonly Change[],
  kind: Node["kind"],
): readonly Node[] {
  const touched = changes.filter(({ before, after }) => (before ?? after)?.kind === kind);
  if (touched.length === 0) return list;
  const ids = new Set(touched.map(({ id }) => id));
  const came = touched.flatMap(({ after }) => (after ? [after as Node] : []));
  return [...list.filter(({ id }) => !ids.has(id)), ...came].sort(byName);
}

function relist<Node extends TaxonomyNode>(
  lists: ReadonlyMap<string, readonly Node[]>,
  changes: readonly Change[],
  parentOf: (node: TaxonomyNode) => string | null,
  order: (a: Node, b: Node) => number,
  also: Iterable<string>,
): ReadonlyMap<string, readonly Node[]> {
  const gone = new Set<string>();
  const came = new Map<string, Node[]>();
  const parents = new Set<string>(also);
  for (const { id, before, after } of changes) {
    const from = before && parentOf(before);
    const to = after && parentOf(after);
    if (from !== null) {
      gone.add(id);
      parents.add(from);
    }
    if (after && to !== null) {
      pushTo(came, to, after as Node);
      parents.add(to);
    }
  }
  if (parents.size === 0) return lists;
  const next = new Map(lists);
  for (const parent of parents) {
    const list = [...(lists.get(parent) ?? []).filter(({ id }) => !gone.has(id)), ...(came.get(parent) ?? [])];
    list.sort(order);
    if (list.length > 0) next.set(parent, list);
    else next.delete(parent);
  }
  return next;
}

/** By position, then by the name of the skill. */
function needOrder(tree: Tree): (a: NeedNode, b: NeedNode) => number {
  const name = ({ skillId }: NeedNode) => {
    const skill = tree.get(skillId);
    return skill?.kind === "skill" ? skill.name : "";
  };
  return (a, b) => a.position - b.position || byText.compare(name(a), name(b)) || byId(a, b);
}

function ofKind<Kind extends "role" | "skill">(tree: Tree, kind: Kind): OfKind<Kind>[] {
  return [...tree.values()].filter((node): node is OfKind<Kind> => node.kind === kind).sort(byName);
}

function sorted<Node>(lists: Map<string, Node[]>, order: (a: Node, b: Node) => number): Map<string, Node[]> {
  for (const list of lists.values()) list.sort(order);
  return lists;
}

function pushTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
