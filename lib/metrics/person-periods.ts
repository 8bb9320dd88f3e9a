import { type SQL, sql } from "drizzle-orm";
import { complexTasks } from "./complex-tasks";
import type { Metric } from "./metric";
import { addMonths, monthsIn, type Period, periodsBetween, shiftPeriod } from "./period";
import { type MonthBounds, skillParts, within } from "./person-skills";

/** Which people count. `person` is a condition on `m.person_id`, `place` one on where they stood: `place.unit_id` and so on. */
export type Population = {
  person?: SQL;
  place?: SQL;
  /** Takes these people out again. */
  outside?: Population;
};

/** Shorter periods look back this many months for "seen applying it". */
const seenMonths = 3;

/**
 * CTEs that end in `p`: one row per period (by its first day, `starts`) and person, with everything the dictionary counts and the
 * place of the last month of the period in which they were employed (of the last month at all for somebody who was not). All
 * periods must be of one grain.
 */
export function personPeriods(
  orgId: string,
  periods: readonly Period[],
  metrics: readonly Metric[],
  population: Population = {},
): SQL {
  const bounds = boundsOf(periods);
  const parts = partsFor(orgId, metrics, bounds);
  return sql`
    periods (starts, ends) as (values ${rowsOf(periods.map(({ start, end }) => sql`${start}::date, ${end}::date`))}),
    months (starts, month, is_now, is_before, is_seen) as (values ${rowsOf(periods.flatMap(monthRows))}),
    complex_roles as materialized (
      select distinct role_id from role_skills where org_id = ${orgId} and task_id in (${complexTasks(orgId)})
    ),
    summed as (
      select q.starts, m.person_id,
        coalesce(max(m.month) filter (where m.employed_days > 0), max(m.month)) as placed_on,
        bool_or(m.month = q.starts and m.employed_days > 0 and m.hires = 0) as present_at_start,
        sum(bit_count(m.day_mask::bit(32))) as active_days,
        ${sql.join(
          summedColumns.map((name) => sql`sum(m.${sql.identifier(name)}) as ${sql.identifier(name)}`),
          sql`, `,
        )}
      from months q
      join person_months m on m.org_id = ${orgId} and m.month = q.month and ${within("m", bounds.now)}
      where q.is_now and ${population.person ?? sql`true`}
      group by q.starts, m.person_id
    ),
    targets as materialized (
      select role_id, skill_id, coalesce(max(target_level), 3) as target
      from role_skills where org_id = ${orgId} group by role_id, skill_id
    ),
    placed as materialized (
      select s.*, place.unit_id, place.site_id, place.team_id, place.role_id
      from summed s
      join person_months place on place.org_id = ${orgId} and place.month = s.placed_on and place.person_id = s.person_id
        and ${within("place", bounds.now)}
      where ${population.place ?? sql`true`} ${outsideOf(population)}
    ),
    ${sql.join(
      parts.map((part) => sql`${part.ctes},`),
      sql` `,
    )}
    p as materialized (
      select placed.*, (complex_roles.role_id is not null) as has_complex_tasks,
        jobs_ok + job_errors + jobs_reopened + jobs_escalated as outcomes_known
        ${sql.raw(parts.flatMap(({ name, columns }) => columns.map((column) => `, ${name}.${column}`)).join(""))}
      from placed
      left join complex_roles using (role_id)
      ${sql.raw(parts.map(({ name }) => `left join ${name} using (starts, person_id)`).join(" "))}
    )`;
}

/**
 * Each month a period looks at, and as what. Written out, so that every join is one of equality: Postgres knows nothing about the
 * size of a CTE and would loop over a range join for minutes.
 */
function monthRows(period: Period): SQL[] {
  const before = shiftPeriod(period, -1);
  const seenFrom = addMonths(period.end, -seenMonths);
  const first = [before.start, seenFrom].toSorted()[0] ?? before.start;
  return periodsBetween(first, addMonths(period.end, -1), "month").map(({ start: month }) => {
    const isNow = month >= period.start;
    const flags = [isNow, !isNow && month >= before.start, isNow || month >= seenFrom].map((flag) =>
      sql.raw(String(flag)),
    );
    return sql`${period.start}::date, ${month}::date, ${sql.join(flags, sql`, `)}`;
  });
}

/** The months looked at, so that the indexes by month are used whatever the planner thinks of the CTEs. */
function boundsOf(periods: readonly Period[]): MonthBounds {
  const starts = periods.map((period) => period.start).toSorted();
  const ends = periods.map((period) => period.end).toSorted();
  const [first, last] = [starts[0] ?? "", ends.at(-1) ?? ""];
  const looksBack = Math.max(seenMonths, ...periods.map((period) => monthsIn(period)));
  return { now: [first, last], before: [addMonths(first, -looksBack), last] };
}

/** Only what the metrics mention: the looks back at ratings and certificates are most of the work. */
function partsFor(orgId: string, metrics: readonly Metric[], bounds: MonthBounds) {
  const text = metrics.map(({ numerator, denominator }) => `${numerator.sql} ${denominator.sql}`).join(" ");
  return skillParts(orgId, bounds).filter(({ columns }) => columns.some((column) => text.includes(`p.${column}`)));
}

function rowsOf(rows: readonly SQL[]): SQL {
  return sql.join(
    rows.map((row) => sql`(${row})`),
    sql`, `,
  );
}

function outsideOf({ outside }: Population): SQL {
  if (!outside?.person && !outside?.place) return sql``;
  const person = outside.person ? sql`exists (select from (select s.person_id) m where ${outside.person})` : sql`true`;
  return sql`and (${person} and ${outside.place ?? sql`true`}) is not true`;
}

const summedColumns = [
  "employed_days",
  "events",
  "in_flow_events",
  "destination_events",
  "self_events",
  "assigned_known",
  "shares",
  "manager_nudges",
  "repeat_complex_tasks",
  "completions",
  "certifications",
  "questions",
  "seconds",
  "score_sum",
  "score_n",
  "satisfaction_sum",
  "satisfaction_n",
  "jobs",
  "jobs_ok",
  "job_errors",
  "jobs_reopened",
  "jobs_escalated",
  "jobs_assisted",
  "assisted_known",
  "quality_sum",
  "quality_n",
  "promotions",
  "moves",
  "exits",
  "voluntary_exits",
  "regretted_exits",
];
