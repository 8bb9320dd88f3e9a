import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "./plan";
import type { KpiValues } from "./values-sql";
import { inWindow, type Windows } from "./windows";

/**
 * Fills `evaluation_history` with one pass over the values of a KPI: n, arm and cluster of each person in an arm (of a phased roll-out also of those in none), in the order of
 * `n`; the person's periods as two arrays, `days` (one day of each period, the same one for everybody) and `x` (its value, null
 * where there is none); and the values of the windows, `pre` and `post`, untransformed. Who has no values has no arrays.
 * `cluster` is an expression over `m`. `exposed` is the day a person counts as first exposed, null for never. `evaluation_days` holds each
 * day that may stand in `days`.
 *
 * Values of one period are averaged first, and the periods of a window then. Rows that carry a numerator and a denominator are
 * summed over the window and divided; a denominator of zero says nothing. Sums are treated as means of their periods, so windows
 * of different length compare. Where no row has a numerator, which the pass itself finds out, nothing is summed in vain.
 */
export async function createHistory(
  tx: Tx,
  plan: Plan,
  { values, cluster, windows }: { values: KpiValues; cluster: SQL; windows: Windows },
): Promise<void> {
  const from = fromOf(values, await readSize(tx, plan));
  const isByDay = await isOneDayAPeriod(tx, plan, values);
  const fill = async (cells: Cells) => {
    await tx.execute(sql`drop table if exists pg_temp.evaluation_history`);
    await tx.execute(sql`
      create temporary table evaluation_history on commit drop as
      select m.n, m.arm, ${cluster} as cluster, ${exposedOf(plan, windows)} as exposed, h.days, h.x, h.pre, h.post, h.numerators
      from evaluation_members m
      left join (${sql.join(
        from.ranges.map((range) => byPerson(cells, range)),
        sql` union all `,
      )}) h on h.person_id = m.person_id
      where m.arm is not null or ${plan.design === "phased"}
      order by m.n`);
    await tx.execute(sql`analyze evaluation_history (arm, cluster)`);
  };
  // A person takes half a kilobyte here, and sorting a hundred thousand of them on the disk takes a tenth of the whole evaluation.
  await tx.execute(sql`set local work_mem = '96MB'`);
  await tx.execute(sql`drop table if exists pg_temp.evaluation_days`);
  const day = isByDay ? sql`day` : sql`date_trunc(${plan.period}, day::timestamp)::date`;
  await tx.execute(sql`
    create temporary table evaluation_days on commit drop as select distinct ${day} as day from (${values.days}) each`);
  if (isByDay && !(await beginsWithRatio(tx, from))) {
    await fill(plainByDay(from, windows));
    const { rows } = await tx.execute<{ any: boolean }>(sql`
      select exists (select from evaluation_history where numerators > 0) as any`);
    if (!rows[0]?.any) return;
  }
  const rows = rowsOf(from);
  await fill(isByDay ? byDay(rows, windows) : byPeriod(rows, plan, windows));
}

/** Where a design has two arms, those of the treated who carry no date count as exposed when the follow-up starts. */
function exposedOf(plan: Plan, { followUp }: Windows): SQL {
  if (plan.design === "phased") return sql`case when m.label <> 'control' then m.exposure end`;
  return sql`case when m.arm = 'treated' then coalesce(m.exposure, ${followUp?.from ?? null}::date) end`;
}

/** Whether the first row that comes to hand has a numerator: rows of one KPI are mostly alike. */
async function beginsWithRatio(tx: Tx, { source, where }: From): Promise<boolean> {
  const { rows } = await tx.execute<{ ratio: boolean }>(sql`
    select k.numerator is not null as ratio from ${source} where ${where} limit 1`);
  return rows[0]?.ratio ?? false;
}

const partNames = ["numerator", "denominator", "value"] as const;
type Parts = Record<(typeof partNames)[number], SQL>;
/** Rows by person and day, with a numerator; and over them the value of a period and those of the windows. */
type Cells = { rows: (range: SQL) => SQL; x: SQL; pre: SQL; post: SQL };
/** Where the values of whom are; `ranges` divides the people. */
type From = { person: SQL; source: SQL; where: SQL; ranges: SQL[] };

const ratio = ({ numerator, denominator, value }: Parts) =>
  sql`coalesce(${numerator} / nullif(${denominator}, 0), ${value})`;
const own: Parts = { numerator: sql`numerator`, denominator: sql`denominator`, value: sql`value` };

/** Where every period has values on one day only, a row is the value of its period and nothing needs to be averaged. */
async function isOneDayAPeriod(tx: Tx, plan: Plan, { days }: KpiValues): Promise<boolean> {
  const { rows } = await tx.execute<{ one: boolean }>(sql`
    select count(*) = count(distinct date_trunc(${plan.period}, day::timestamp)) as one from (${days}) days`);
  return rows[0]?.one ?? true;
}

/** How many people are in the study, and whether they are most of the organisation. */
async function readSize(tx: Tx, plan: Plan): Promise<{ members: number; isMost: boolean }> {
  const { rows } = await tx.execute<{ members: number; everybody: number }>(sql`
    select (select count(*)::int from evaluation_members) as members,
      (select count(*)::int from people where org_id = ${plan.orgId}) as everybody`);
  const { members = 0, everybody = 0 } = rows[0] ?? {};
  return { members, isMost: 2 * members > everybody };
}

/** From so many people on, several processes of the database share the pass over the values. */
const worthSharing = 2_000;
const quarters = ["4", "8", "c"].map((digit) => sql`${`${digit}0000000-0000-0000-0000-000000000000`}::uuid`);

/**
 * Where nearly all values are of the study, leaving the others out row by row takes longer than adding them up in vain. Then the people
 * can be divided, too: a person's values are added up by one process in their order, so that no digit depends on how many there are.
 */
function fromOf({ level, source, where }: KpiValues, { members, isMost }: { members: number; isMost: boolean }): From {
  const everybody = [sql`true`];
  if (!isMost || level !== "person") return { person: sql`m.person_id`, source, where, ranges: everybody };
  const [first, second, third] = quarters;
  const ranges = [
    sql`k.person_id < ${first}`,
    sql`k.person_id >= ${first} and k.person_id < ${second}`,
    sql`k.person_id >= ${second} and k.person_id < ${third}`,
    sql`k.person_id >= ${third}`,
  ];
  const whole = { person: sql`k.person_id`, source: sql`kpi_values k`, where };
  return { ...whole, ranges: members < worthSharing ? everybody : ranges };
}

function byPerson({ rows, x, pre, post }: Cells, range: SQL): SQL {
  return sql`
    select person_id, array_agg(day order by day) as days, array_agg(${x} order by day) as x,
      ${pre} as pre, ${post} as post, count(numerator) as numerators
    from (${rows(range)}) cells group by person_id`;
}

/** Values that are no ratios. Every select here is in the order of the primary key, so that nothing is sorted. */
function plainByDay({ person, source, where }: From, windows: Windows): Cells {
  const mean = (window: Windows["baseline"]) =>
    sql`avg(value order by day) filter (where ${inWindow(sql`day`, window)})`;
  return {
    rows: (range) => sql`
      select ${person} as person_id, k.ends_on as day, k.numerator, k.value
      from ${source} where ${where} and ${range} order by ${person}, k.ends_on`,
    x: sql`value`,
    pre: mean(windows.baseline),
    post: mean(windows.followUp),
  };
}

/**
 * A row with a numerator and a denominator is a ratio, whatever value it carries beside them. Being ordered, this is computed once
 * per row and not within every aggregate above it.
 */
function rowsOf({ person, source, where }: From): Cells["rows"] {
  return (range) => sql`
    select ${person} as person_id, k.ends_on as day, k.numerator, k.denominator,
      case when k.numerator is null then k.value when k.denominator is null then k.value end as value
    from ${source} where ${where} and ${range} order by ${person}, k.ends_on`;
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

function byDay(rows: Cells["rows"], windows: Windows): Cells {
  return {
    rows,
    x: ratio(own),
    pre: ratio(summed(inWindow(sql`day`, windows.baseline))),
    post: ratio(summed(inWindow(sql`day`, windows.followUp))),
  };
}

/** A window may cut through a period, so each period keeps what of it lies in which window. */
function byPeriod(rows: Cells["rows"], plan: Plan, windows: Windows): Cells {
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
    rows: (range) => sql`
      select person_id, date_trunc(${plan.period}, day::timestamp)::date as day, ${sql.join(parts, sql`, `)}
      from (${rows(range)}) v group by 1, 2`,
    x: ratio(own),
    pre: ratio(again("pre_")),
    post: ratio(again("post_")),
  };
}
