import { type SQL, sql } from "drizzle-orm";
import { complexTasks } from "./complex-tasks";
import type { Metric } from "./metric";
import { addMonths, monthsIn, type Period, periodsBetween, shiftPeriod } from "./period";
import { columnsOf, derivedSums, monthSums } from "./person-columns";
import { type MonthBounds, skillParts, within } from "./person-skills";

/** Which people count. `person` is a condition on `m.person_id`, `place` one on where they stood: `place.unit_id` and so on. */
export type Population = {
  person?: SQL;
  place?: SQL;
  /** Takes these people out again. */
  outside?: Population;
};

/** Shorter periods look back this many months for "seen applying it". */
export const seenMonths = 3;

/**
 * CTEs that end in `p`: one row per period (by its first day, `starts`) and person, with everything the metrics count and the
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
  const wanted = new Set(metrics.flatMap(columnsOf));
  const isMonthly = periods.every(({ grain }) => grain === "month");
  const parts = skillParts(orgId, bounds).filter(({ columns }) => columns.some((column) => wanted.has(column)));
  return sql`
    periods (starts, ends) as (values ${rowsOf(periods.map(({ start, end }) => sql`${start}::date, ${end}::date`))}),
    months (starts, month, is_now, is_before, is_seen) as (values ${rowsOf(periods.flatMap(monthRows))}),
    complex_roles as materialized (
      select distinct role_id from role_skills where org_id = ${orgId} and task_id in (select task from (${complexTasks(orgId)}) c)
    ),
    targets as materialized (
      select role_id, skill_id, coalesce(max(target_level), 3) as target
      from role_skills where org_id = ${orgId} group by role_id, skill_id
    ),
    ${isMonthly ? placedInMonth(orgId, bounds, wanted, population) : placedInPeriod(orgId, bounds, wanted, population)},
    ${sql.join(
      parts.map((part) => sql`${part.ctes},`),
      sql` `,
    )}
    p as materialized (
      select placed.*, (complex_roles.role_id is not null) as has_complex_tasks
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

/** `placed`: each person's sums over the period, with the place of its last month in which they were employed. */
function placedInPeriod(orgId: string, bounds: MonthBounds, wanted: Wanted, population: Population): SQL {
  return sql`
    summed as (
      select q.starts, m.person_id,
        coalesce(max(m.month) filter (where m.employed_days > 0), max(m.month)) as placed_on,
        bool_or(m.month = q.starts and m.employed_days > 0 and m.hires = 0) as present_at_start,
        ${columnsWanted(wanted, (value) => `sum(${value})`)}
      from months q
      join person_months m on m.org_id = ${orgId} and m.month = q.month and ${within("m", bounds.now)}
      where q.is_now and ${population.person ?? sql`true`}
      group by q.starts, m.person_id
    ),
    placed as materialized (
      select s.*, place.unit_id, place.site_id, place.team_id, place.role_id
      from summed s
      join person_months place on place.org_id = ${orgId} and place.month = s.placed_on and place.person_id = s.person_id
        and ${within("place", bounds.now)}
      where ${population.place ?? sql`true`} ${outsideOf(population)}
    )`;
}

/** The same for months, which are one row each and need no adding up. */
function placedInMonth(orgId: string, bounds: MonthBounds, wanted: Wanted, population: Population): SQL {
  return sql`
    placed as materialized (
      select q.starts, m.person_id, m.month as placed_on, m.employed_days > 0 and m.hires = 0 as present_at_start,
        ${columnsWanted(wanted, (value) => `(${value})`)}, place.unit_id, place.site_id, place.team_id, place.role_id
      from months q
      join person_months m on m.org_id = ${orgId} and m.month = q.month and ${within("m", bounds.now)}
      cross join lateral (select m.*) place
      cross join lateral (select m.person_id) s
      where q.is_now and ${population.person ?? sql`true`} and ${population.place ?? sql`true`} ${outsideOf(population)}
    )`;
}

type Wanted = ReadonlySet<string>;

/** Only what the metrics mention: each sum is paid per person and month. As floats, because decimals take several times as long. */
function columnsWanted(wanted: Wanted, add: (value: string) => string): SQL {
  const sums = Object.values(monthSums).flatMap((names) => names.map((name) => ({ name, value: `m.${name}` })));
  const derived = Object.entries(derivedSums).map(([name, { sql: value }]) => ({ name, value }));
  const chosen = [...sums, ...derived].filter(({ name }) => name === "employed_days" || wanted.has(name));
  return sql.raw(chosen.map(({ name, value }) => `${add(value)}::float8 as ${name}`).join(", "));
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
