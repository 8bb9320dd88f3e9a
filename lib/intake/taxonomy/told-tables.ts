import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import type { LoggedTable } from "@/lib/intake/write/logged-tables";
import { anchorColumns } from "./skill-columns";

/** `column` of the table, and what the rows of one thing say of it, in SQL over `staged s` grouped by that thing. */
type Value = { column: string; sql: string };

/** One kind of node as the staged rows tell it. `rows`: which rows speak of it, with the joins that find what it points to. */
export type Told = {
  table: LoggedTable;
  key: string[];
  nullableKey?: string[];
  keySql: string[];
  rows: SQL;
  values: Value[];
  onInsert: Value[];
  /** Comes back into force when a file names it again. */
  retires: boolean;
};

const most = (name: string, as = name, type = "") => ({ column: as, sql: `max(s."${name}")${type}` });
const either = (name: string, as: string) => ({ column: as, sql: `coalesce(bool_or(s."${name}"), false)` });
const source = (name: string) => ({ column: "source", sql: `max(s."${name}")::jsonb` });
const owner = (name: string) => ({ column: "owner_id", sql: `max(lower(s."${name}"))` });

/** A skill that is routine in one task and complex in another has no one depth; its needs have. */
const common = (name: string) => ({
  column: name,
  sql: `case when count(distinct s."${name}") = 1 then max(s."${name}") end`,
});

/** As the file says, else in the order of its lines. */
const inOrder = (over: string) => `(rank() over (partition by ${over} order by min(s.line)) - 1)::int`;

/** What each kind of node is told by this file, those that others point to first. */
export function toldTables({ orgId, present }: Merge): Told[] {
  const told = (name: string, value: Value): Value[] => (present.has(name) ? [value] : []);
  const either2 = (name: string, own: Value, derivedFrom: string, derived: Value): Value[] =>
    present.has(name) ? [own] : told(derivedFrom, derived);
  const place = (name: string, over: string) => {
    const order = inOrder(over);
    return present.has(name)
      ? { values: [{ column: "position", sql: `coalesce(max(s."${name}")::int, ${order})` }], onInsert: [] }
      : { values: [], onInsert: [{ column: "position", sql: order }] };
  };
  const owned = (name: string, value: Value): Value[] =>
    told(name, {
      column: value.column,
      sql: `(select u.id from users u where u.org_id = '${orgId}' and lower(u.email) = ${value.sql})`,
    });
  const isRole = sql`join roles r on r.org_id = ${orgId} and r.name = s.role`;
  const isSkill = sql`join skills k on k.org_id = ${orgId} and k.name = s.skill`;
  const isTask = sql`left join tasks t on t.org_id = ${orgId} and t.role_id = r.id and t.name = s.task`;
  const [taskPlace, behaviourPlace, needPlace] = [
    place("task_position", "r.id"),
    place("behaviour_position", "k.id"),
    place("need_position", "r.id, t.id"),
  ];
  const hasAnchors = anchorColumns.some((name) => present.has(name));
  const anchors = anchorColumns.map((name) => `max(s."${name}")`).join(", ");
  return [
    {
      table: "roles",
      key: ["name"],
      keySql: ["s.role"],
      rows: sql`where s.role is not null`,
      values: [
        ...told("role_summary", most("role_summary", "summary")),
        ...owned("role_owner", owner("role_owner")),
        ...told("role_source", source("role_source")),
        ...told("role_proficiency", { column: "proficiency", sql: "max(s.role_proficiency)::jsonb" }),
      ],
      onInsert: [],
      retires: true,
    },
    {
      table: "skills",
      key: ["name"],
      keySql: ["s.skill"],
      rows: sql`where s.skill is not null`,
      values: [
        ...either2("skill_facet", most("skill_facet", "facet"), "facet", common("facet")),
        ...either2("skill_risk", most("skill_risk", "risk"), "risk", common("risk")),
        ...either2("skill_depth", most("skill_depth", "depth"), "depth", common("depth")),
        ...told("skill_summary", most("skill_summary", "summary")),
        ...told("half_life_days", most("half_life_days", "half_life_days", "::int")),
        ...owned("skill_owner", owner("skill_owner")),
        ...told("range_reason", most("range_reason")),
        ...told("skill_source", source("skill_source")),
      ],
      onInsert: [],
      retires: true,
    },
    {
      table: "tasks",
      key: ["role_id", "name"],
      keySql: ["r.id", "s.task"],
      rows: sql`${isRole} where s.task is not null`,
      values: [
        ...told("frequency", most("frequency", "frequency", "::smallint")),
        ...told("impact", most("impact", "impact", "::smallint")),
        ...told("critical_task", either("critical_task", "critical")),
        ...taskPlace.values,
        ...["good_path", "failure_path", "decision_quality"].flatMap((name) => told(name, most(name))),
        ...told("task_source", source("task_source")),
      ],
      onInsert: taskPlace.onInsert,
      retires: true,
    },
    {
      table: "behaviours",
      key: ["statement"],
      keySql: ["s.behaviour"],
      rows: sql`${isSkill} where s.behaviour is not null`,
      values: [
        { column: "skill_id", sql: "k.id" },
        ...told("facet", most("facet")),
        ...told("seen_by", { column: "seen_by", sql: seenBySql }),
        ...told("of_team", either("of_team", "of_team")),
        ...behaviourPlace.values,
        ...(hasAnchors
          ? [
              {
                column: "anchors",
                sql: `case when coalesce(${anchors}) is not null then jsonb_build_array(${anchors}) end`,
              },
            ]
          : []),
        ...told("behaviour_source", source("behaviour_source")),
      ],
      onInsert: behaviourPlace.onInsert,
      retires: true,
    },
    {
      table: "role_skills",
      key: ["role_id", "skill_id"],
      nullableKey: ["task_id"],
      keySql: ["r.id", "k.id", "t.id"],
      rows: sql`${isRole} ${isSkill} ${isTask}`,
      values: [
        // A row tells the level of one behaviour; unless the file says more, the role needs the skill at the highest of them.
        ...either2("need_level", most("need_level", "target_level"), "target_level", most("target_level")),
        ...told("risk", most("risk")),
        ...told("depth", most("depth")),
        ...told("need_facet", most("need_facet", "facet")),
        ...told("critical_need", either("critical_need", "critical")),
        ...needPlace.values,
      ],
      onInsert: needPlace.onInsert,
      retires: false,
    },
    {
      table: "need_behaviours",
      key: ["need_id", "behaviour_id"],
      keySql: ["n.id", "b.id"],
      rows: sql`${isRole} ${isSkill} ${isTask}
        join role_skills n on n.org_id = ${orgId} and n.role_id = r.id and n.skill_id = k.id and n.task_id is not distinct from t.id
        join behaviours b on b.org_id = ${orgId} and b.statement = s.behaviour`,
      values: told("target_level", most("target_level")),
      onInsert: [],
      retires: false,
    },
  ];
}

const seenBySql = `case max(s.seen_by) when 'nobody' then '{}' else string_to_array(coalesce(max(s.seen_by), 'manager,peer'), ',') end`;
