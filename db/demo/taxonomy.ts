import { join } from "node:path";
import { CsvFile } from "./csv-file";
import type { Role } from "./roles";

const header = ["role", "task", "frequency", "impact", "skill", "facet", "risk", "depth", "behaviour", "target_level"];

export function writeSkills(folder: string, roles: Map<string, Role>): number {
  const file = new CsvFile(join(folder, "skills.csv"), header);
  for (const role of roles.values()) {
    for (const [taskId, skill, facet, target, behaviour] of role.behaviours) {
      const task = role.tasks.find(({ id }) => id === taskId);
      if (!task) throw new Error(`${role.title} has no task ${taskId}`);
      const { name, frequency, impact, risk, depth } = task;
      file.add([role.title, name, frequency, impact, skill, facet, risk, depth, behaviour, target]);
    }
    for (const [index, task] of role.tasks.entries()) {
      const skill = role.bareSkills[index % role.bareSkills.length];
      if (!skill) continue;
      file.add([role.title, task.name, task.frequency, task.impact, skill, "judgment", task.risk, task.depth, null, 3]);
    }
  }
  return file.close();
}
