import { anchorColumns } from "./skill-columns";

/** Whom a column of skills.csv speaks of: the columns that name it, and what it is called. */
export type RowOwner = { column: string; owner: string[]; of: string };

const role = { owner: ["role"], of: "role" };
const task = { owner: ["role", "task"], of: "task" };
const need = { owner: ["role", "task", "skill"], of: "skill and task" };
const skill = { owner: ["skill"], of: "skill" };
const behaviour = { owner: ["behaviour"], of: "behaviour" };

const told = (owner: Omit<RowOwner, "column">, ...columns: string[]) => columns.map((column) => ({ column, ...owner }));

/** What stands in many rows and has one value. */
export const rowOwners: RowOwner[] = [
  ...told(task, "frequency", "impact"),
  ...told(need, "risk", "depth"),
  ...told(behaviour, "skill", "facet"),
  ...told(need, "need_level", "need_facet", "critical_need", "need_position"),
  ...told(role, "role_summary", "role_owner", "role_source", "role_proficiency"),
  ...told(task, "critical_task", "task_position", "good_path", "failure_path", "decision_quality", "task_source"),
  ...told(skill, "skill_facet", "skill_risk", "skill_depth", "skill_summary", "half_life_days", "skill_owner"),
  ...told(skill, "range_reason", "skill_source"),
  ...told(behaviour, "behaviour_position", "seen_by", "of_team", ...anchorColumns, "behaviour_source"),
];
