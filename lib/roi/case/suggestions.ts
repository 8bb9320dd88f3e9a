import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { type PeriodKind, periodOfDays } from "@/lib/plans/wizard/plan-calendar";
import { placeMembers, teamOfMember } from "./team-of-member";

/** What the data say a factor is, and from where. */
export type Suggestion = { value: number; origin: "measured" | "file"; source: string };
export type Suggestions = Partial<Record<string, Suggestion>>;

const perYear: Record<PeriodKind, number> = { day: 365, week: 52, month: 12, quarter: 4, year: 1 };

type Asked = { initiativeId: string; kpiId: string; period: PeriodKind };
type Row = {
  name: string;
  kind: string;
  valuePerUnit: number | null;
  isOwnCurrency: boolean;
  counted: number;
  volume: number | null;
  workers: number;
  pieces: number | null;
  paid: number;
  hourlyCost: number | null;
};

/**
 * Factors of a KPI that are on file: pieces of work a year from its denominators (or from finished work), cost of an hour from people data, value
 * per unit from the KPI's definition. Each of people of the initiative's arms, and only where they are no fewer than the minimum group.
 */
export async function suggestFactors(
  tx: Tx,
  orgId: string,
  { initiativeId, kpiId, period }: Asked,
): Promise<Suggestions> {
  const minimum = await readMinimumGroup(tx, orgId);
  const days = await readDays(tx, orgId, { initiativeId, kpiId });
  const own = days.length < fewestDays ? period : periodOfDays(days);
  const counting = perYear[own] < perYear[period] ? own : period;
  const { rows } = await tx.execute<Row>(sql`
    with members as materialized (
      select person_id from arm_members where org_id = ${orgId} and initiative_id = ${initiativeId}
    ), by_person as (
      select v.person_id, sum(v.denominator) / count(distinct date_trunc(${counting}, v.ends_on::timestamp)) as pieces
      from kpi_values v join members m on m.person_id = v.person_id
      where v.org_id = ${orgId} and v.kpi_id = ${kpiId} and v.denominator is not null group by v.person_id
    ), work as (
      select w.person_id, count(*)::float8 / count(distinct date_trunc('month', w.completed_at at time zone 'UTC')) * 12 as pieces
      from work_events w join members m on m.person_id = w.person_id
      where w.org_id = ${orgId} and not exists (select from by_person) group by w.person_id
    )
    select k.name, k.kind, k.value_per_unit as "valuePerUnit", k.currency is null or k.currency = o.currency as "isOwnCurrency",
      (select count(*)::int from by_person) as counted, (select avg(pieces order by pieces) from by_person) as volume,
      (select count(*)::int from work) as workers, (select avg(pieces order by pieces) from work) as pieces,
      (select count(p.hourly_cost)::int from people p join members m on m.person_id = p.id where p.org_id = ${orgId}) as paid,
      (select avg(p.hourly_cost order by p.hourly_cost) from people p join members m on m.person_id = p.id where p.org_id = ${orgId}) as "hourlyCost"
    from kpis k join organisations o on o.id = k.org_id
    where k.org_id = ${orgId} and k.id = ${kpiId}`);
  const [found] = rows;
  if (!found) return {};
  const { name, kind, valuePerUnit, isOwnCurrency, counted, volume, workers, pieces, paid, hourlyCost } = found;
  const suggestions: Suggestions = {};
  if (kind === "sum") {
    const value = own === "day" ? daysAYear(days) : perYear[own];
    suggestions.periods = { value, origin: "measured", source: `“${name}” is a sum by ${own}` };
  } else if (volume !== null && counted >= minimum) {
    const source = `Denominators of “${name}”, mean of ${counted} people`;
    suggestions.volume = { value: rounded(volume * perYear[counting]), origin: "measured", source };
  } else if (pieces !== null && workers >= minimum) {
    const source = `Finished pieces of work on file, mean of ${workers} people`;
    suggestions.volume = { value: rounded(pieces), origin: "measured", source };
  }
  if (hourlyCost !== null && paid >= minimum) {
    const source = `Cost of an hour in people data, mean of ${paid} people`;
    suggestions.hourly_cost = { value: rounded(hourlyCost), origin: "measured", source };
  }
  if (valuePerUnit !== null && isOwnCurrency) {
    suggestions.value_per_unit = {
      value: valuePerUnit,
      origin: "file",
      source: `Value per unit in the definition of “${name}”`,
    };
  }
  return suggestions;
}

/** To four digits: a mean of people is no more certain than that. */
const rounded = (value: number) => Number(value.toPrecision(4));

/** Days nobody works have no values. */
function daysAYear(days: readonly string[]): number {
  const span = (Date.parse(days.at(-1) ?? "") - Date.parse(days[0] ?? "")) / 86_400_000;
  return span > 0 ? Math.round((365.25 * (days.length - 1)) / span) : perYear.day;
}

/** Under so many days with values nobody can tell how far apart they lie. */
const fewestDays = 4;

/**
 * The days a KPI has values for as its file has them, whatever period the plan compares by: of several in one period the plan takes the mean, so a sum
 * stays one of the file's periods. Of people of the arms, or where none of them has any of their teams, as the evaluation takes values.
 */
async function readDays(tx: Tx, orgId: string, { initiativeId, kpiId }: Pick<Asked, "initiativeId" | "kpiId">) {
  const { rows } = await tx.execute<{ day: string }>(sql`
    with own as materialized (
      select distinct v.ends_on as day from kpi_values v
      join arm_members m on m.org_id = ${orgId} and m.initiative_id = ${initiativeId} and m.person_id = v.person_id
      where v.org_id = ${orgId} and v.kpi_id = ${kpiId}
    )
    select day::text from (
      select day from own
      union select t.ends_on from team_kpi_values t
      where t.org_id = ${orgId} and t.kpi_id = ${kpiId} and not exists (select from own) and t.team_id in (
        select ${teamOfMember} from arm_members m join initiatives i on i.org_id = m.org_id and i.id = m.initiative_id
        ${placeMembers(orgId)} where m.org_id = ${orgId} and m.initiative_id = ${initiativeId})
    ) days order by days.day`);
  return rows.map(({ day }) => day);
}
