import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { addMonths, parsePeriod } from "@/lib/metrics/period";
import { type Condition, type Exposure, parseGroup, type RuledGroup, type Span, spanOf } from "./group-rule";
import { type Bounds, reportingLine } from "./scope";

/**
 * Everybody within the bounds with a row in the months of `at`: (person_id, unit_id, site_id, team_id, role_id, employed, hire_date).
 * Where they stood is the last month in which they were employed (the last at all for somebody who was not), as in every figure.
 */
export function peopleAt(orgId: string, bounds: Bounds, at: Span): SQL {
  const unit = bounds.kind === "units" ? sql`stood.unit_id = any(${sql.param(bounds.unitIds)}::uuid[])` : sql`true`;
  const line = bounds.kind === "line" ? sql`m.person_id in (${reportingLine(orgId, bounds.personId)})` : sql`true`;
  return sql`
    select stood.*, h.hire_date from (
      select distinct on (m.person_id) m.person_id, m.unit_id, m.site_id, m.team_id, m.role_id, m.employed_days > 0 as employed
      from person_months m
      where m.org_id = ${orgId} and m.month >= ${at.start}::date and m.month < ${at.end}::date and ${line}
      order by m.person_id, (m.employed_days > 0) desc, m.month desc
    ) stood
    join people h on h.org_id = ${orgId} and h.id = stood.person_id
    where ${unit}`;
}

/** Whether a condition holds of `who`, a row of `peopleAt`; never null. */
export function holds(orgId: string, condition: Condition, at: Span): SQL {
  switch (condition.kind) {
    case "all":
      return sql`true`;
    case "unit":
      return sql`coalesce(who.unit_id in (
        with recursive below as (
          select id from business_units where org_id = ${orgId} and id = ${condition.id}::uuid
          union select u.id from business_units u join below on u.org_id = ${orgId} and u.parent_id = below.id
        ) select id from below), false)`;
    case "site":
    case "role":
    case "team":
      return sql`coalesce(who.${sql.identifier(`${condition.kind}_id`)} = ${condition.id}::uuid, false)`;
    case "cohort":
      return sql`who.person_id in (select person_id from cohort_members where org_id = ${orgId} and cohort_id = ${condition.id}::uuid)`;
    case "arm":
      return sql`who.person_id in (
        select person_id from arm_members where org_id = ${orgId} and initiative_id = ${condition.id}::uuid and arm = ${condition.arm})`;
    case "hired": {
      const quarter = parsePeriod(condition.quarter);
      if (!quarter) throw new Error(`${condition.quarter} is no quarter`);
      return sql`coalesce(who.hire_date >= ${quarter.start}::date and who.hire_date < ${quarter.end}::date, false)`;
    }
    case "tenure": {
      const [least, most] = condition.band.split("-").map((years) => (years === "" ? null : 12 * Number(years)));
      const long = sql`who.hire_date <= ${addMonths(at.start, -(least ?? 0))}::date`;
      const short = most ? sql`who.hire_date > ${addMonths(at.start, -most)}::date` : sql`true`;
      // Whoever was hired since the first day has no tenure yet.
      return sql`coalesce(${least === 0 ? sql`true` : long} and ${short}, false)`;
    }
    case "exposed":
      return sql`who.person_id in (${exposedPeople(orgId, condition.exposure, condition.window, at)})`;
    case "unexposed":
      return sql`who.person_id not in (${exposedPeople(orgId, condition.exposure, condition.window, at)})`;
  }
}

/** Who used it in the window, by acts of their own, as `select person_id`. Without a window: in the months of `at`. */
function exposedPeople(orgId: string, { by, what }: Exposure, window: string | null, at: Span): SQL {
  const span = window === "ever" ? { start: null, end: at.end } : window ? spanOf(window) : at;
  if (!span) throw new Error(`${window} names no months`);
  if (by === "any" || by === "delivery") {
    const column = sql.raw(
      { any: "events", in_flow: "in_flow_events", destination: "destination_events" }[what || "any"] ?? "",
    );
    const from = span.start ? sql`month >= ${span.start}::date and` : sql``;
    return sql`select person_id from person_months where org_id = ${orgId} and ${from} month < ${span.end}::date and ${column} > 0`;
  }
  const from = span.start ? sql`and e.occurred_at >= ${span.start}::timestamp at time zone 'UTC'` : sql``;
  const which =
    by === "activity"
      ? sql`e.activity_id = ${what}::uuid`
      : by === "format"
        ? sql`e.activity_id in (select id from activities where org_id = ${orgId} and format = ${what})`
        : sql`coalesce(e.surface, (select surface from activities a where a.org_id = ${orgId} and a.id = e.activity_id)) = ${what}`;
  return sql`
    select e.person_id from learning_events e
    where e.org_id = ${orgId} and e.verb not in ('nudged', 'assigned') and ${which} ${from}
      and e.occurred_at < ${span.end}::timestamp at time zone 'UTC'`;
}

/** The people of a group by rules who were employed in the months of `during`, as `select person_id`. */
export function ruledPeople(orgId: string, bounds: Bounds, group: RuledGroup, during: Span): SQL {
  const every = (texts: readonly string[]) =>
    allOf(
      texts.flatMap((text) => {
        const conditions = parseGroup(text);
        if (!conditions) throw new Error(`${text} is no condition`);
        return conditions.map((condition) => holds(orgId, condition, group.at));
      }),
    );
  const out = group.not.map((texts) => sql`not (${every(texts)})`);
  return sql`
    select who.person_id from (${peopleAt(orgId, bounds, group.at)}) who
    where ${every(group.of)} and ${allOf(out)} and exists (
      select from person_months d where d.org_id = ${orgId} and d.person_id = who.person_id and d.employed_days > 0
        and d.month >= ${during.start}::date and d.month < ${during.end}::date)`;
}

const allOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`;
