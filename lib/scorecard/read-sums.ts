import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { cellsOf, fineCellsOf, populationOf } from "@/lib/access/scope-population";
import { keepRecent } from "./keep-recent";
import { peopleSource } from "./people-sums";
import type { Sums } from "./sums";
import { groupOf, type Question } from "./sums-question";

export type SummedRow = Sums & { start: string; metric: string; group: string };

/**
 * Sums per metric, period and group for a scope: from metric_cells where its people fill whole cells, else by the same definitions
 * from person_months. Periods must be of one grain. Metrics without anybody in them have no row.
 */
export async function readSums(tx: Tx, question: Question): Promise<SummedRow[]> {
  if (question.periods.length === 0) return [];
  const cells = cellSource(question);
  if (cells) return (await tx.execute<SummedRow>(cells)).rows;
  if (!question.stamp) return readSumsOfPeople(tx, question);
  const key = keyOf(question);
  return kept.get(key) ?? kept.keep(key, await readSumsOfPeople(tx, question));
}

/** Sums over thousands of people take seconds. Who they are follows from the organisation, the bounds, the scope and the stamp. */
const kept = keepRecent<SummedRow[]>(200);

function keyOf({ division, scope, restOf, ...rest }: Question): string {
  const into = division && "into" in division && division.into ? [...division.into] : null;
  return JSON.stringify([rest, scope, restOf, division, into]);
}

/** As `readSums`, always from person_months: for scopes that do not fill cells, and to prove that cells say the same. */
export async function readSumsOfPeople(tx: Tx, question: Question): Promise<SummedRow[]> {
  const few = await readFewPeople(tx, question);
  // The planner does not know the size of a CTE and would loop over it within loops: a minute for 200 people. For a handful it is best.
  if (!few || few.length > handful) await tx.execute(sql`set local enable_nestloop = off`);
  const { rows } = await tx.execute<SummedRow>(peopleSource(question, few));
  await tx.execute(sql`set local enable_nestloop to default`);
  return rows;
}

const handful = 20;
const fewPeople = 300;

/** Who they are, where the scope names people and they are few: then their months are found by index, without a loop. */
async function readFewPeople(tx: Tx, { orgId, scope }: Question): Promise<string[] | null> {
  const { person } = populationOf(orgId, scope);
  if (!person) return null;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select p.id from people p cross join lateral (select p.id as person_id) m
    where p.org_id = ${orgId} and ${person} limit ${fewPeople + 1}`);
  return rows.length <= fewPeople ? rows.map(({ id }) => id) : null;
}

const summed = sql`
  sum(people)::int as people, sum(numerator) as numerator, sum(denominator) as denominator,
  sum(numerator_m2 + people * dx * dx) as "numeratorM2", sum(denominator_m2 + people * dy * dy) as "denominatorM2",
  sum(cross_m2 + people * dx * dy) as "crossM2"`;

/** Cells added up by Chan, Golub and LeVeque (1979). */
function cellSource({ orgId, scope, restOf, periods, metrics, division }: Question): SQL | null {
  if (division?.by === "cohort" || division?.by === "engagement" || division?.by === "support") return null;
  const taken = restOf ? fineCellsOf(restOf) : null;
  const where = division || restOf ? fineCellsOf(scope) : cellsOf(scope);
  if (where === null || (restOf && taken === null)) return null;
  const fine = division || restOf ? sql`level = 0 and` : sql``;
  const without = taken ? sql`and not ${taken}` : sql``;
  const starts = sql.param(periods.map((period) => period.start));
  const which = metrics ? sql`and metric = any(${sql.param(metrics)}::text[])` : sql``;
  return sql`
    with parts as (
      select period_start, metric, ${groupOf(division)} as part_of, people, numerator, denominator, numerator_m2,
        denominator_m2, cross_m2, numerator / people as x, denominator / people as y
      from metric_cells
      where org_id = ${orgId} and grain = ${periods[0]?.grain} and period_start = any(${starts}::date[]) ${which}
        and ${fine} ${where} ${without}
    ),
    gaps as (
      select *, x - sum(numerator) over whole / sum(people) over whole as dx,
        y - sum(denominator) over whole / sum(people) over whole as dy
      from parts window whole as (partition by period_start, metric, part_of)
    )
    select period_start::text as start, metric, part_of as "group", ${summed}
    from gaps group by period_start, metric, part_of`;
}
