import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import type { ClusterCohort, Cohort } from "@/lib/stats/panel/group-time/cohort-sample";
import type { PanelRows } from "@/lib/stats/panel/group-time/doubly-robust-effects";
import type { Covariates } from "./covariates-sql";
import type { Panel } from "./panel-sql";
import { periodPattern } from "./period-pattern";
import type { Plan } from "./plan";
import { inWindow, type Windows } from "./windows";

/** Everybody of the initiative by the period of their first exposure (a cohort), over the periods between both windows' outer ends. */
export type RollOut = {
  /** Names of the periods in order, as the format writes them; a cohort is a position in this list, null for never. */
  periods: string[];
  /** What the estimators take: by cluster where the panel is clustered (one unit each where the unit is the team), else by cohort. */
  input: { cohorts: Cohort[] } | { clusters: ClusterCohort[] };
  /** Course by course where there are so few clusters (or people) that tests must resample them; else null. */
  few: ClusterCohort[] | null;
  /** Person by person with covariates, where the plan names any. */
  rows: PanelRows | null;
  people: number;
  /** Of them with a value in every period (and every covariate): nobody else is used. */
  complete: number;
};

type Period = { day: string; name: string; starts: string };

/** Beyond this, the covariance of the effects is known well enough, and resampling takes too long. */
const mostResampled = 300;

/** Reads it from `evaluation_history`. Null where there are fewer than two periods. */
export async function readRollOut(
  tx: Tx,
  plan: Plan,
  { panel, windows, covariates }: { panel: Panel; windows: Windows; covariates: Covariates },
): Promise<RollOut | null> {
  const periods = await readPeriods(tx, plan, windows);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last || first === last) return null;
  const used = panel.unit === "team" ? [] : covariates.used;
  const source = completePeople(plan, panel, {
    first,
    last,
    periods,
    covariates: used.map(({ expression }) => expression),
  });
  const width = periods.length;
  const rows = used.length > 0 ? await readRows(tx, source, panel, { covariates: used.length, periods: width }) : null;
  const cohorts = panel.clustered ? null : await readCohorts(tx, source, width);
  const isSmall = cohorts === null || sizeOf(cohorts) <= mostResampled;
  const clusters = isSmall ? await readClusters(tx, source, width) : [];
  const complete = sizeOf(cohorts ?? clusters);
  const courses = panel.unit === "team" ? clusters.map((row) => ({ ...row, n: 1 })) : clusters;
  return {
    periods: periods.map(({ name }) => name),
    input: cohorts ? { cohorts } : { clusters: courses },
    few: courses.length > 0 && courses.length <= mostResampled ? courses : null,
    rows,
    people: await countPeople(tx),
    complete,
  };
}

const sizeOf = (rows: readonly { n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);

async function countPeople(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ people: number }>(sql`select count(*)::int as people from evaluation_history`);
  return rows[0]?.people ?? 0;
}

/** The periods in which anybody has a value. */
async function readPeriods(tx: Tx, plan: Plan, windows: Windows): Promise<Period[]> {
  const within = {
    from: windows.inferred.includes("baseline") ? null : (windows.baseline?.from ?? null),
    to: windows.followUp?.to ?? null,
  };
  const { rows } = await tx.execute<Period>(sql`
    select day::text, to_char(date_trunc(${plan.period}, day::timestamp), ${periodPattern[plan.period]}) as name,
      date_trunc(${plan.period}, day::timestamp)::date::text as starts
    from evaluation_days d
    where ${inWindow(sql`day`, within)} and exists (select from evaluation_history h where d.day = any(h.days)) order by day`);
  return rows;
}

type Shape = { first: Period; last: Period; periods: readonly Period[]; covariates: readonly SQL[] };

/** n, cluster, cohort, x (a value per period) and z (covariates) of everybody without a gap. */
function completePeople(plan: Plan, panel: Panel, { first, last, periods, covariates }: Shape): SQL {
  const starts = sql.param(periods.map((period) => period.starts));
  const value = panel.log
    ? sql`(select array_agg(ln(nullif(greatest(v, 0), 0)) order by at) from unnest(s.x) with ordinality u (v, at))`
    : sql`s.x`;
  const z = covariates.length > 0 ? sql`array[${sql.join([...covariates], sql`, `)}]::float8[]` : sql`null::float8[]`;
  const members = covariates.length > 0 ? sql` join evaluation_members m on m.n = s.n` : sql``;
  const complete = covariates.length > 0 ? sql` and array_position(z, null) is null` : sql``;
  return sql`
    select n, cluster, cohort, x, z from (
      select s.n, s.cluster, ${value} as x, ${z} as z,
        width_bucket(date_trunc(${plan.period}, s.exposed::timestamp)::date - 1, ${starts}::date[]) as cohort
      from (
        select n, cluster, exposed, x[low : low + ${periods.length - 1}] as x
        from evaluation_history h, lateral (
          select case when days[1] = ${first.day}::date then 1 else array_position(days, ${first.day}::date) end as low
        ) begins
        where days[low + ${periods.length - 1}] = ${last.day}::date
      ) s${members}
    ) v where array_position(x, null) is null${complete}`;
}

/** Means by position rather than over values unnested: a mean of each is a tenth of the work. */
async function readClusters(tx: Tx, source: SQL, periods: number): Promise<ClusterCohort[]> {
  const means = Array.from({ length: periods }, (_, at) => sql`avg(x[${sql.raw(String(at + 1))}])`);
  const { rows } = await tx.execute<{ cluster: string; group: number | null; n: number; means: number[] }>(sql`
    select cluster, cohort as "group", count(*)::int as n, array[${sql.join(means, sql`, `)}] as means
    from (select cluster, cohort, x from (${source}) c order by cluster, cohort, n) p
    group by cluster, cohort order by cluster collate "C", cohort`);
  return rows;
}

async function readCohorts(tx: Tx, source: SQL, periods: number): Promise<Cohort[]> {
  const { rows } = await tx.execute<{ cohort: number | null; x: number[] }>(sql`
    select cohort, x from (${source}) c order by n`);
  return [...new Set(rows.map(({ cohort }) => cohort))].map((group) => {
    const own = rows.filter(({ cohort }) => cohort === group);
    const outcomes = Array.from({ length: periods }, (_, at) => own.map(({ x }) => x[at] ?? Number.NaN));
    return { group, ...jointMomentsOf(outcomes) };
  });
}

async function readRows(
  tx: Tx,
  source: SQL,
  { clustered }: Panel,
  { covariates, periods }: { covariates: number; periods: number },
): Promise<PanelRows> {
  const { rows } = await tx.execute<{ cluster: string; cohort: number | null; x: number[]; z: number[] }>(sql`
    select cluster, cohort, x, z from (${source}) c order by n`);
  const column = (length: number, of: (row: (typeof rows)[number]) => number[]) =>
    Array.from({ length }, (_, at) => rows.map((row) => of(row)[at] ?? Number.NaN));
  return {
    groups: rows.map(({ cohort }) => cohort),
    outcomes: column(periods, ({ x }) => x),
    covariates: column(covariates, ({ z }) => z),
    ...(clustered && { clusters: rows.map(({ cluster }) => cluster) }),
  };
}
