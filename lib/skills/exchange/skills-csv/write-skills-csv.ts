import { skillColumns } from "@/lib/intake/taxonomy/skill-columns";
import { toSourceCell } from "@/lib/intake/taxonomy/source-cell";
import { toSpreadsheet } from "@/lib/intake/taxonomy/spreadsheet-text";
import type { Extras } from "@/lib/skills/exchange/extras";
import { sortTree } from "@/lib/skills/exchange/named-tree";
import { toProficiencyCell } from "@/lib/skills/proficiency-rule";
import type { BehaviourNode, NeedNode, RoleNode, SkillNode, TaskNode, TaxonomyNode } from "@/lib/skills/tree/node";

type Cells = Record<string, string | number | boolean | null>;

/**
 * skills.csv of a taxonomy: a row per need and behaviour that shows it, and rows of their own for what no need names. What a thing says of
 * itself stands where it is first named; the columns every such file has stand in each row. Taking the file in gives the taxonomy again.
 */
export function writeSkillsCsv(nodes: Iterable<TaxonomyNode>, extras: Extras): string {
  const tree = sortTree(nodes);
  const told = new Set<string>();
  const rows: Cells[] = [];
  const first = (node: { id: string }, cells: () => Cells): Cells => {
    if (told.has(node.id)) return {};
    told.add(node.id);
    return cells();
  };
  const ofRole = (role: RoleNode): Cells => ({ role: role.name, ...first(role, () => roleCells(role, extras)) });
  const ofTask = (task: TaskNode): Cells => ({
    task: task.name,
    frequency: task.frequency,
    impact: task.impact,
    ...first(task, () => taskCells(task, extras)),
  });
  const ofSkill = (skill: SkillNode): Cells => ({
    skill: skill.name,
    ...first(skill, () => skillCells(skill, extras)),
  });
  const ofBehaviour = (behaviour: BehaviourNode): Cells => ({
    behaviour: behaviour.statement,
    facet: behaviour.facet,
    ...first(behaviour, () => behaviourCells(behaviour)),
  });

  for (const role of tree.roles) {
    const before = rows.length;
    for (const task of [null, ...tree.tasksOf(role.id)]) {
      const needs = tree.needsOf(role.id, task?.id ?? null).filter((need) => tree.skill(need.skillId));
      if (task && needs.length === 0) rows.push({ ...ofRole(role), ...ofTask(task), about: "task" });
      for (const need of needs) addNeed(role, task, need);
    }
    if (rows.length === before) rows.push({ ...ofRole(role), about: "role" });
  }
  for (const skill of tree.skills) {
    for (const behaviour of tree.behavioursOf(skill.id)) {
      if (told.has(behaviour.id)) continue;
      rows.push({ ...ofSkill(skill), ...ofBehaviour(behaviour), about: "behaviour" });
    }
    if (!told.has(skill.id)) rows.push({ ...ofSkill(skill), about: "skill" });
  }
  return toText(rows);

  function addNeed(role: RoleNode, task: TaskNode | null, need: NeedNode): void {
    const skill = tree.skill(need.skillId);
    if (!skill) return;
    const levels = new Map(need.shownBy.map(({ behaviourId, targetLevel }) => [behaviourId, targetLevel]));
    const shown = tree.behavioursOf(skill.id).filter(({ id }) => levels.has(id));
    for (const behaviour of shown.length > 0 ? shown : [null]) {
      rows.push({
        ...ofRole(role),
        ...(task ? ofTask(task) : {}),
        ...ofSkill(skill),
        ...(behaviour ? ofBehaviour(behaviour) : {}),
        risk: need.risk,
        depth: need.depth,
        target_level: behaviour ? (levels.get(behaviour.id) ?? null) : need.targetLevel,
        ...first(need, () => needCells(need)),
      });
    }
  }
}

const roleCells = (role: RoleNode, { owners, proficiency }: Extras): Cells => ({
  role_summary: role.summary,
  role_owner: owners.get(role.ownerId ?? "") ?? null,
  role_source: toSourceCell(role.source),
  role_proficiency: toProficiencyCell(proficiency.get(role.id) ?? null),
});

const taskCells = (task: TaskNode, { taskPaths }: Extras): Cells => ({
  critical_task: task.critical,
  task_position: task.position,
  good_path: taskPaths.get(task.id)?.goodPath ?? null,
  failure_path: taskPaths.get(task.id)?.failurePath ?? null,
  decision_quality: taskPaths.get(task.id)?.decisionQuality ?? null,
  task_source: toSourceCell(task.source),
});

const skillCells = (skill: SkillNode, { owners }: Extras): Cells => ({
  skill_facet: skill.facet,
  skill_risk: skill.risk,
  skill_depth: skill.depth,
  skill_summary: skill.summary,
  half_life_days: skill.halfLifeDays,
  skill_owner: owners.get(skill.ownerId ?? "") ?? null,
  range_reason: skill.rangeReason,
  skill_source: toSourceCell(skill.source),
});

const behaviourCells = (behaviour: BehaviourNode): Cells => ({
  behaviour_position: behaviour.position,
  seen_by: behaviour.seenBy.length === 0 ? "nobody" : seenByCell(behaviour.seenBy),
  of_team: behaviour.ofTeam,
  ...Object.fromEntries([0, 1, 2, 3, 4].map((at) => [`anchor_${at + 1}`, behaviour.anchors?.[at] ?? null])),
  behaviour_source: toSourceCell(behaviour.source),
});

const needCells = (need: NeedNode): Cells => ({
  need_level: need.targetLevel,
  need_facet: need.facet,
  critical_need: need.critical,
  need_position: need.position,
});

const seenByCell = (seenBy: BehaviourNode["seenBy"]) =>
  (["manager", "peer", "system"] as const).filter((one) => seenBy.includes(one)).join(",");

function toText(rows: Cells[]): string {
  const names = skillColumns.map(({ name }) => name);
  const lines = [names.join(","), ...rows.map((row) => names.map((name) => field(row[name] ?? null)).join(","))];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function field(value: Cells[string]): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = toSpreadsheet(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
