import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { unitsBelow } from "@/lib/access/scope";
import type { Choices } from "./choices";
import type { History, PersonHistory } from "./people-history";
import { addPeriods, type PeriodKind, periodOfDays, periodStart } from "./plan-calendar";

const mostPeriods = 36;

type Slot = { day: string; value: number | null; numerator: number | null; denominator: number | null };
type Row = Omit<PersonHistory, "values" | "numerators" | "denominators">;

/** Whom a choice is about, before teams are picked. `nobody`: it names somebody this organisation does not have. */
export type Pool = Pick<Choices, "unit" | "site" | "role"> & { nobody: boolean };

/**
 * The people of a pool who are employed today and whose work the KPI measures (a value in the last six periods), with their values of the
 * last three years; in the order of employee ids. Null where nobody at all has a value. `unmeasured`: people of the pool left out for
 * having none.
 */
export async function readHistory(
  tx: Tx,
  orgId: string,
  { kpiId, pool, today }: { kpiId: string; pool: Pool; today: string },
): Promise<{ history: History; unmeasured: number } | null> {
  const { days, level } = await readDays(tx, orgId, kpiId, today);
  const [last] = days.slice(-1);
  if (last === undefined) return null;
  const kind = periodOfDays(days);
  const periods = periodsUpTo(last, days[0] ?? last, kind);
  const [first = last] = periods;
  const units = pool.unit.length > 0 ? await unitsBelow(tx, pool.unit) : [];
  const among = (column: string, ids: readonly string[], asked: boolean) =>
    asked ? sql`and e.${sql.identifier(column)} = any(${sql.param([...ids])}::uuid[])` : sql``;
  const { rows } = await tx.execute<Row>(sql`
    select p.id, p.employee_id as "employeeId", p.name, e.team_id as "teamId", team.name as team, site.name as site, unit.path as unit,
      role.name as role
    from employments e
    join people p on p.org_id = e.org_id and p.id = e.person_id
    left join teams team on team.org_id = e.org_id and team.id = e.team_id
    left join sites site on site.org_id = e.org_id and site.id = e.site_id
    left join business_units unit on unit.org_id = e.org_id and unit.id = e.unit_id
    left join roles role on role.org_id = e.org_id and role.id = e.role_id
    where e.org_id = ${orgId} and e.starts_on <= ${today}::date and (e.ends_on is null or e.ends_on > ${today}::date) and ${!pool.nobody}
      ${among("unit_id", units, pool.unit.length > 0)} ${among("site_id", pool.site, pool.site.length > 0)}
      ${among("role_id", pool.role, pool.role.length > 0)}
    order by p.employee_id collate "C", p.id`);
  const ownerOf = ({ id, teamId }: Row) => (level === "person" ? id : teamId);
  const owners = [...new Set(rows.flatMap((row) => ownerOf(row) ?? []))];
  const slots = await readSlots(tx, orgId, { kpiId, level, kind, owners, first, last });
  const all = rows.map((row) => onPeriods(row, slots.get(ownerOf(row) ?? "") ?? [], periods));
  const recent = Math.max(0, periods.length - 6);
  const people = all.filter(({ values, denominators }) =>
    periods.some((_, at) => at >= recent && (values[at] != null || denominators[at] != null)),
  );
  return { history: { kind, periods, level, people }, unmeasured: all.length - people.length };
}

type Owned = {
  kpiId: string;
  level: History["level"];
  kind: PeriodKind;
  owners: readonly string[];
  first: string;
  last: string;
};

/**
 * Values by person (or team) and period. By ids and not by a join, because tables that have just been filled have no statistics, and a
 * plan made without them takes hours.
 */
async function readSlots(
  tx: Tx,
  orgId: string,
  { kpiId, level, kind, owners, first, last }: Owned,
): Promise<Map<string, Slot[]>> {
  const [values, owner] = level === "person" ? [sql`kpi_values`, sql`person_id`] : [sql`team_kpi_values`, sql`team_id`];
  const { rows } = await tx.execute<{ owner: string; slots: Slot[] }>(sql`
    select owner, json_agg(json_build_object('day', day, 'value', value, 'numerator', numerator, 'denominator', denominator)) as slots
    from (
      select ${owner} as owner, date_trunc(${kind}, ends_on::timestamp)::date::text as day,
        avg(value) filter (where numerator is null or denominator is null) as value,
        sum(numerator) filter (where denominator is not null) as numerator,
        sum(denominator) filter (where numerator is not null) as denominator
      from ${values}
      where org_id = ${orgId} and kpi_id = ${kpiId} and ends_on >= ${first}::date and ends_on <= ${last}::date
        and ${owner} = any(${sql.param([...owners])}::uuid[])
      group by 1, 2
    ) slots group by owner`);
  return new Map(rows.map(({ owner, slots }) => [owner, slots]));
}

/** The days anybody has values for, found by hopping through the index; by team where no person has any. */
async function readDays(tx: Tx, orgId: string, kpiId: string, today: string) {
  const hop = async (table: "kpi_values" | "team_kpi_values") => {
    const from = sql`from ${sql.identifier(table)} k where k.org_id = ${orgId} and k.kpi_id = ${kpiId} and k.ends_on <= ${today}::date`;
    const { rows } = await tx.execute<{ day: string }>(sql`
      with recursive hops (day) as (
        select max(k.ends_on) ${from}
        union all
        select (select max(k.ends_on) ${from} and k.ends_on < hops.day) from hops where hops.day > ${today}::date - 1200
      ) select day::text from hops where day is not null order by day`);
    return rows.map(({ day }) => day);
  };
  const ofPeople = await hop("kpi_values");
  if (ofPeople.length > 0) return { days: ofPeople, level: "person" as const };
  return { days: await hop("team_kpi_values"), level: "team" as const };
}

function periodsUpTo(last: string, first: string, kind: PeriodKind): string[] {
  const end = periodStart(last, kind);
  const begin = periodStart(first, kind);
  const periods: string[] = [];
  for (let at = end; at >= begin && periods.length < mostPeriods; at = addPeriods(at, -1, kind)) periods.unshift(at);
  return periods;
}

function onPeriods(person: Row, slots: readonly Slot[], periods: readonly string[]): PersonHistory {
  const byDay = new Map(slots.map((slot) => [slot.day, slot]));
  const column = (name: "value" | "numerator" | "denominator") => periods.map((day) => byDay.get(day)?.[name] ?? null);
  return { ...person, values: column("value"), numerators: column("numerator"), denominators: column("denominator") };
}
