import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "./plan";
import type { KpiValues } from "./values-sql";
import { inWindow, type Windows } from "./windows";

/**
 * Fills `evaluation_history` with one pass over the values of a KPI: n, arm and cluster of each person in an arm (of a phased roll-out also of those in none), in the order of
 * `n`; the person's periods as two arrays, `days` (one day of each period, the same one for everybody) and `x` (its value, null
 * where there is none); and the values of the windows, `pre` and `post`, untransformed. Who has no values has no arrays.
 * `cluster` is an expression over `m`.
 *
 * Values of one period are averaged first, and the periods of a window then. Rows that carry a numerator and a denominator are
 * summed over the window and divided; a denominator of zero says nothing. Sums are treated as means of their periods, so windows
 * of different length compare.
 */
export async function createHistory(
  tx: Tx,
  plan: Plan,
  { values, cluster, windows }: { values: KpiValues; cluster: SQL; windows: Windows },
): Promise<void> {
  const rows = rowsOf(values, await coversMost(tx, plan));
  const cells = (await isOneDayAPeriod(tx, plan, values)) ? byDay(rows, windows) : byPeriod(rows, plan, windows);
  await tx.execute(sql`drop table if exists pg_temp.evaluation_history`);
  await tx.execute(sql`
    create temporary table evaluation_history on commit drop as
    select m.n, m.arm, ${cluster} as cluster, h.days, h.x, h.pre, h.post
    from evaluation_members m
    left join (
      select person_id, array_agg(day order by day) as days,
        array_agg(${ratio(own)} order by day) as x, ${ratio(cells.pre)} as pre, ${ratio(cells.post)} as post
      from (${cells.rows}) cells group by person_id
    ) h on h.person_id = m.person_id
    where m.arm is not null or ${plan.design === "phased"}
    order by m.n`);
}

const partNames = ["numerator", "denominator", "value"] as const;
type Parts = Record<(typeof partNames)[number], SQL>;
/** One row per person and period with the parts of its value, and what the parts of a window add up from. */
type Cells = { rows: SQL; pre: Parts; post: Parts };

const ratio = ({ numerator, denominator, value }: Parts) =>
  sql`coalesce(${numerator} / nullif(${denominator}, 0), ${value})`;
const own: Parts = { numerator: sql`numerator`, denominator: sql`denominator`, value: sql`value` };

/** Where every period has values on one day only, a row is the value of its period and nothing needs to be averaged. */
async function isOneDayAPeriod(tx: Tx, plan: Plan, { days }: KpiValues): Promise<boolean> {
  const { rows } = await tx.execute<{ one: boolean }>(sql`
    select count(*) = count(distinct date_trunc(${plan.period}, day::timestamp)) as one from (${days}) days`);
  return rows[0]?.one ?? true;
}

/** Whether most people of the organisation are in the study. */
async function coversMost(tx: Tx, plan: Plan): Promise<boolean> {
  const { rows } = await tx.execute<{ most: boolean }>(sql`
    select 2 * (select count(*) from evaluation_members) > (select count(*) from people where org_id = ${plan.orgId}) as most`);
  return rows[0]?.most ?? false;
}

/**
 * A row with a numerator and a denominator is a ratio, whatever value it carries beside them. Being ordered, this is computed once
 * per row and not within every aggregate above it; it is the order of the primary key, so nothing is sorted. Where nearly all values
 * are of the study, leaving the others out row by row takes longer than adding them up in vain.
 */
function rowsOf({ level, source, where }: KpiValues, withOthers: boolean): SQL {
  const [person, from] =
    withOthers && level === "person" ? [sql`k.person_id`, sql`kpi_values k`] : [sql`m.person_id`, source];
  return sql`
    select ${person} as person_id, k.ends_on as day, k.numerator, k.denominator,
      case when k.numerator is null then k.value when k.denominator is null then k.value end as value
    from ${from} where ${where} order by ${person}, k.ends_on`;
}

/** The parts of a value over the rows of `rowsOf` for which a condition holds. */
function summed(condition: SQL): Parts {
  const ofRatio = sql`filter (where numerator is not null and denominator is not null and ${condition})`;
  return {
    numerator: sql`sum(numerator order by day) ${ofRatio}`,
    denominator: sql`sum(denominator order by day) ${ofRatio}`,
    value: sql`avg(value order by day) filter (where ${condition})`,
  };
}

function byDay(rows: SQL, windows: Windows): Cells {
  return {
    rows,
    pre: summed(inWindow(sql`day`, windows.baseline)),
    post: summed(inWindow(sql`day`, windows.followUp)),
  };
}

/** A window may cut through a period, so each period keeps what of it lies in which window. */
function byPeriod(rows: SQL, plan: Plan, windows: Windows): Cells {
  const named = (parts: Parts, prefix: string) =>
    partNames.map((part) => sql`${parts[part]} as ${sql.raw(`${prefix}${part}`)}`);
  const again = (prefix: string): Parts => ({
    numerator: sql.raw(`sum(${prefix}numerator order by day)`),
    denominator: sql.raw(`sum(${prefix}denominator order by day)`),
    value: sql.raw(`avg(${prefix}value order by day)`),
  });
  const parts = [
    ...named(summed(sql`true`), ""),
    ...named(summed(inWindow(sql`day`, windows.baseline)), "pre_"),
    ...named(summed(inWindow(sql`day`, windows.followUp)), "post_"),
  ];
  return {
    rows: sql`
      select person_id, date_trunc(${plan.period}, day::timestamp)::date as day, ${sql.join(parts, sql`, `)}
      from (${rows}) v group by 1, 2`,
    pre: again("pre_"),
    post: again("post_"),
  };
}
