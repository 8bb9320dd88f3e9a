import { join } from "node:path";
import { toSourceCell } from "@/lib/intake/taxonomy/source-cell";
import { onetSource } from "@/lib/skills/exchange/onet/onet-source";
import { behaviourAnchors } from "./behaviour-anchors";
import { type Cell, CsvFile } from "./csv-file";
import { neverSeen } from "./odd-behaviours";
import type { Onet } from "./onet";
import type { ChosenTask } from "./role-source";
import type { Role } from "./roles";
import { criticalTasks, halfLives, severalRoles, skillSummaries } from "./taxonomy-details";

const header =
  "role task frequency impact skill facet risk depth behaviour target_level critical_need role_source critical_task task_source skill_summary " +
  "half_life_days range_reason skill_source seen_by anchor_1 anchor_2 anchor_3 anchor_4 anchor_5";
const columns = header.split(" ");

type Row = Record<string, Cell>;

/** The taxonomy as skills.csv; what a role, task or skill says of itself stands in the first row that names it. */
export function writeSkills(folder: string, roles: Map<string, Role>, onet: Onet): number {
  const file = new CsvFile(join(folder, "skills.csv"), columns);
  const told = new Set<string>();
  const once = (key: string, cells: Row): Row => {
    if (told.has(key)) return {};
    told.add(key);
    return cells;
  };
  const add = (row: Row) => file.add(columns.map((column) => row[column] ?? null));
  const many = new Set(skillsOfMany(roles));

  const named = (role: Role, task: ChosenTask, skill: string): Row => ({
    role: role.title,
    task: task.name,
    frequency: task.frequency,
    impact: task.impact,
    skill,
    risk: task.risk,
    depth: task.depth,
    critical_need: criticalTasks.has(task.id) || null,
    ...once(role.code, { role_source: toSourceCell(onetSource("30.1", role.code)) }),
    ...once(`${role.code} ${task.id}`, {
      critical_task: criticalTasks.has(task.id) || null,
      task_source: toSourceCell(onetSource("30.1", task.id)),
    }),
    ...once(skill, {
      skill_summary: skillSummaries[skill] ?? null,
      half_life_days: halfLives[skill] ?? null,
      range_reason: many.has(skill) ? severalRoles : null,
      skill_source: toSourceCell(onetSource("30.0", onet.elements.get(skill) ?? skill)),
    }),
  });

  for (const role of roles.values()) {
    for (const [taskId, skill, facet, target, behaviour] of describedBy(role)) {
      const task = role.tasks.find(({ id }) => id === taskId);
      if (!task) throw new Error(`${role.title} has no task ${taskId}`);
      const anchors = (behaviourAnchors[behaviour] ?? []).map((anchor, at) => [`anchor_${at + 1}`, anchor]);
      // Systems log the work of these roles; what a supervisor does is seen by people alone.
      const seen_by = role.operational ? "manager,peer,system" : null;
      const own = { facet, behaviour, target_level: target, seen_by, ...Object.fromEntries(anchors) };
      add({ ...named(role, task, skill), ...own });
    }
    for (const [index, task] of role.tasks.entries()) {
      const skill = role.bareSkills[index % role.bareSkills.length];
      if (skill) add({ ...named(role, task, skill), facet: "judgment", target_level: 3 });
    }
  }
  return file.close();
}

function describedBy(role: Role) {
  const unseen = neverSeen.get(role.code);
  return unseen ? [...role.behaviours, unseen] : role.behaviours;
}

function skillsOfMany(roles: Map<string, Role>): string[] {
  const skills = [...roles.values()].flatMap(({ behaviours }) => behaviours.map(([, skill]) => skill));
  return skills.filter((skill) => skills.filter((other) => other === skill).length > 5);
}
