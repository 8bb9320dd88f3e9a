import { quoted } from "@/lib/skills/tree/name-of";
import type { BehaviourNode, Edit, NeedNode, RoleNode, SkillNode, TaskNode } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { gather, place } from "./gather";

type New<Node extends { id: string }, Must extends keyof Node> = { id: string } & Pick<Node, Must> &
  Partial<Omit<Node, "kind" | "id" | "position">>;

/** Where among its siblings: before this node; at the end where it is null or not among them. */
type Where = { before?: string | null };

export function addRole({ tree }: TreeIndex, role: New<RoleNode, "name">): Edit {
  const after: RoleNode = { summary: null, ownerId: null, source: null, ...role, kind: "role" };
  const gathered = gather(tree);
  gathered.set(after);
  return { label: `Added the role ${quoted(role.name)}`, changes: gathered.changes() };
}

export function addTask(index: TreeIndex, { before = null, ...task }: New<TaskNode, "name" | "roleId"> & Where): Edit {
  const gathered = gather(index.tree);
  const after: TaskNode = {
    critical: false,
    frequency: null,
    impact: null,
    source: null,
    ...task,
    kind: "task",
    position: 0,
  };
  place(gathered, index.tasksOf.get(task.roleId) ?? [], [after], before);
  return { label: `Added the task ${quoted(task.name)}`, changes: gathered.changes() };
}

/** A skill that no role needs yet. */
export function addLooseSkill({ tree }: TreeIndex, skill: New<SkillNode, "name">): Edit {
  const gathered = gather(tree);
  gathered.set(newSkill(skill));
  return { label: `Added the skill ${quoted(skill.name)}`, changes: gathered.changes() };
}

/**
 * A need of a role (for a task, or at large) for a skill under a facet; `skill` is the id of one there is, or a new one.
 * Where the role needs that skill there already, the edit has no changes.
 */
export function addSkill(
  index: TreeIndex,
  { before = null, ...need }: New<Omit<NeedNode, "skillId">, "roleId" | "taskId" | "facet"> & Where,
  skill: string | New<SkillNode, "name">,
): Edit {
  const gathered = gather(index.tree);
  const node =
    typeof skill === "string" ? gathered.get("skill", skill) : newSkill({ facet: need.facet, risk: null, ...skill });
  const siblings = index.needsOf.get(need.taskId ?? need.roleId) ?? [];
  if (!node || siblings.some(({ skillId }) => skillId === node.id)) return { label: "Added nothing", changes: [] };
  gathered.set(node);
  const after: NeedNode = {
    targetLevel: null,
    risk: null,
    depth: null,
    critical: false,
    shownBy: [],
    ...need,
    kind: "need",
    skillId: node.id,
    position: 0,
  };
  place(gathered, siblings, [after], before);
  return { label: `Added the skill ${quoted(node.name)}`, changes: gathered.changes() };
}

/** A behaviour of a skill. Where `needId` is a need for that skill that names its behaviours, it names this one too. */
export function addBehaviour(
  index: TreeIndex,
  { before = null, ...behaviour }: New<BehaviourNode, "statement" | "skillId"> & Where,
  needId: string | null = null,
): Edit {
  const gathered = gather(index.tree);
  const after: BehaviourNode = {
    facet: null,
    anchors: null,
    seenBy: ["manager", "peer"],
    ofTeam: false,
    source: null,
    ...behaviour,
    kind: "behaviour",
    position: 0,
  };
  place(gathered, index.behavioursOf.get(behaviour.skillId) ?? [], [after], before);
  const need = needId === null ? null : gathered.get("need", needId);
  if (need?.skillId === behaviour.skillId && need.shownBy.length > 0) {
    gathered.set({ ...need, shownBy: [...need.shownBy, { behaviourId: after.id, targetLevel: null }] });
  }
  return { label: `Added the behaviour ${quoted(behaviour.statement)}`, changes: gathered.changes() };
}

const newSkill = (skill: New<SkillNode, "name">): SkillNode => ({
  summary: null,
  facet: null,
  risk: null,
  depth: null,
  halfLifeDays: null,
  ownerId: null,
  rangeReason: null,
  source: null,
  ...skill,
  kind: "skill",
});
