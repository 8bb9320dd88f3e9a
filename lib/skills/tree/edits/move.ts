import { someOf } from "@/lib/skills/tree/name-of";
import type { BehaviourNode, Edit, NeedNode, TaskNode } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { absorb } from "./absorb";
import { followShown } from "./follow-shown";
import { type Gathered, gather, place } from "./gather";

/** `parentId` is the role of a task, the task of a need (a role: at large) or the skill of a behaviour. */
export type Destination = { parentId: string; before?: string | null; facet?: NeedNode["facet"] };

/**
 * Moves nodes of one kind (tasks, needs or behaviours) below another parent, or to another place below their own, in the order given.
 * The needs of a task go with it; needs that meet one for the same skill there become one with it. What cannot stand there stays.
 */
export function move(index: TreeIndex, ids: readonly string[], to: Destination): Edit {
  const nodes = [...new Set(ids)].flatMap((id) => index.tree.get(id) ?? []);
  const parent = index.tree.get(to.parentId);
  const gathered = gather(index.tree);
  const tasks = nodes.filter((node): node is TaskNode => node.kind === "task");
  const needs = nodes.filter((node): node is NeedNode => node.kind === "need");
  const behaviours = nodes.filter((node): node is BehaviourNode => node.kind === "behaviour");
  if (parent?.kind === "role") moveTasks(index, gathered, tasks, to);
  if (parent?.kind === "role") moveNeeds(index, gathered, needs, { roleId: parent.id, taskId: null }, to);
  if (parent?.kind === "task") moveNeeds(index, gathered, needs, { roleId: parent.roleId, taskId: parent.id }, to);
  if (parent?.kind === "skill") moveBehaviours(index, gathered, behaviours, to);
  return { label: `Moved ${someOf(index.tree, nodes)}`, changes: gathered.changes() };
}

function moveTasks(index: TreeIndex, gathered: Gathered, tasks: readonly TaskNode[], to: Destination): void {
  const moved = tasks.map((task) => ({ ...task, roleId: to.parentId }));
  if (moved.length > 0) place(gathered, index.tasksOf.get(to.parentId) ?? [], moved, to.before);
  for (const { id } of moved) {
    for (const need of index.needsOf.get(id) ?? []) gathered.set({ ...need, roleId: to.parentId });
  }
}

function moveNeeds(
  index: TreeIndex,
  gathered: Gathered,
  needs: readonly NeedNode[],
  where: Pick<NeedNode, "roleId" | "taskId">,
  to: Destination,
): void {
  const siblings = index.needsOf.get(to.parentId) ?? [];
  const bySkill = new Map(siblings.map((need) => [need.skillId, need]));
  const moved: NeedNode[] = [];
  for (const need of needs) {
    const there = bySkill.get(need.skillId);
    if (there && there.id !== need.id) {
      const one = absorb(there, need);
      bySkill.set(need.skillId, one);
      gathered.set(one);
      gathered.remove(need.id);
    } else {
      const arrived = { ...need, ...where, ...(to.facet === undefined ? {} : { facet: to.facet }) };
      bySkill.set(need.skillId, arrived);
      moved.push(arrived);
    }
  }
  if (moved.length === 0) return;
  const standing = siblings.map((need) => gathered.get("need", need.id) ?? need);
  place(
    gathered,
    standing,
    moved.map((need) => bySkill.get(need.skillId) ?? need),
    to.before,
  );
}

function moveBehaviours(
  index: TreeIndex,
  gathered: Gathered,
  behaviours: readonly BehaviourNode[],
  to: Destination,
): void {
  const moved = behaviours.map((behaviour) => ({ ...behaviour, skillId: to.parentId }));
  if (moved.length > 0) place(gathered, index.behavioursOf.get(to.parentId) ?? [], moved, to.before);
  for (const behaviour of behaviours) {
    if (behaviour.skillId !== to.parentId)
      followShown(index, gathered, behaviour, { ...behaviour, skillId: to.parentId });
  }
}
