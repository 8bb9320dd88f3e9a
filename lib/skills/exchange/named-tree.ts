import { grouped } from "@/lib/grouped";
import type { BehaviourNode, NeedNode, RoleNode, SkillNode, TaskNode, TaxonomyNode } from "@/lib/skills/tree/node";

/** A taxonomy sorted for writing it down: by position, then by name, never by id, so that equal content gives equal files. */
export type SortedTree = {
  roles: RoleNode[];
  skills: SkillNode[];
  tasksOf: (roleId: string) => TaskNode[];
  /** Needs of a role for a task, or at large. */
  needsOf: (roleId: string, taskId: string | null) => NeedNode[];
  behavioursOf: (skillId: string) => BehaviourNode[];
  skill: (id: string) => SkillNode | undefined;
};

export function sortTree(nodes: Iterable<TaxonomyNode>): SortedTree {
  const all = [...nodes];
  const of = <Kind extends TaxonomyNode["kind"]>(kind: Kind) =>
    all.filter((node): node is Extract<TaxonomyNode, { kind: Kind }> => node.kind === kind);
  const skills = of("skill").sort((a, b) => compareText(a.name, b.name));
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const place = <Node extends { position: number }>(list: Node[], name: (node: Node) => string) =>
    list.sort((a, b) => a.position - b.position || compareText(name(a), name(b)));
  const tasks = grouped(of("task"), ({ roleId }) => roleId);
  const needs = grouped(of("need"), ({ roleId, taskId }) => `${roleId} ${taskId ?? ""}`);
  const behaviours = grouped(of("behaviour"), ({ skillId }) => skillId);
  for (const list of tasks.values()) place(list, ({ name }) => name);
  for (const list of needs.values()) place(list, ({ skillId }) => byId.get(skillId)?.name ?? "");
  for (const list of behaviours.values()) place(list, ({ statement }) => statement);
  return {
    roles: of("role").sort((a, b) => compareText(a.name, b.name)),
    skills,
    tasksOf: (roleId) => tasks.get(roleId) ?? [],
    needsOf: (roleId, taskId) => needs.get(`${roleId} ${taskId ?? ""}`) ?? [],
    behavioursOf: (skillId) => behaviours.get(skillId) ?? [],
    skill: (id) => byId.get(id),
  };
}

/** By code unit: the same on every machine. */
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
