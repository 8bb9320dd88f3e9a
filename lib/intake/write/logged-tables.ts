import "server-only";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { armMembers } from "@/db/schema/arms";
import { calendarEvents } from "@/db/schema/calendar";
import { costs } from "@/db/schema/costs";
import { parkedRows } from "@/db/schema/imports";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { activities, learningEvents } from "@/db/schema/learning";
import { currentPlaces, employmentEvents, identities, people } from "@/db/schema/people";
import { businessUnits, sites, teams } from "@/db/schema/structure";
import { behaviours, needBehaviours, roleSkills, roles, skills, tasks } from "@/db/schema/taxonomy";
import { eventIds, kpis, kpiValues, observations, teamKpiValues, workEvents } from "@/db/schema/work";
import { helpRequests } from "@/db/schema/workflows";

const tables = {
  business_units: businessUnits,
  sites,
  teams,
  roles,
  skills,
  tasks,
  behaviours,
  role_skills: roleSkills,
  need_behaviours: needBehaviours,
  activities,
  kpis,
  people,
  identities,
  current_places: currentPlaces,
  employment_events: employmentEvents,
  initiatives,
  initiative_kpis: initiativeKpis,
  arm_members: armMembers,
  costs,
  calendar_events: calendarEvents,
  kpi_values: kpiValues,
  team_kpi_values: teamKpiValues,
  event_ids: eventIds,
  learning_events: learningEvents,
  work_events: workEvents,
  observations,
  help_requests: helpRequests,
  parked_rows: parkedRows,
} satisfies Record<string, PgTable>;

export type LoggedTable = keyof typeof tables;

/** In the order in which rows may be put back: what others point to comes first. Undo goes through it from the end. */
export const loggedTables = Object.keys(tables) as LoggedTable[];

/** Column names in the database; the primary key without `org_id`, which every statement names anyway. */
export function columnsOf(table: LoggedTable): { all: string[]; key: string[] } {
  const all = Object.values(getTableColumns(tables[table])).map((column) => column.name);
  const key = getTableConfig(tables[table]).primaryKeys[0]?.columns.map((column) => column.name) ?? [];
  return { all, key: key.filter((name) => name !== "org_id") };
}
