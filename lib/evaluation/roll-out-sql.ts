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
    followUpFrom: windows.followUp?.from ?? null,
  });
  const { rows: counts } = await tx.execute<{ people: number; complete: number }>(sql`
    select (select count(*)::int from evaluation_history) as people, (select count(*)::int from (${source}) c) as complete`);
  const { people = 0, complete = 0 } = counts[0] ?? {};
  const rows =
    used.length > 0 ? await readRows(tx, source, panel, { covariates: used.length, periods: periods.length }) : null;
  const input = panel.clustered
    ? { clusters: await readClusters(tx, source, panel) }
    : { cohorts: await readCohorts(tx, source, periods.length) };
  const courses =
    "clusters" in input ? input.clusters : complete <= mostResampled ? await readClusters(tx, source, panel) : [];
  const few = courses.length > 0 && courses.length <= mostResampled ? courses : null;
  return { periods: periods.map(({ name }) => name), input, few, rows, people, complete };
}

/** The periods in which anybody has a value. Most people share one array of days, so these are compared and not the days. */
async function readPeriods(tx: Tx, plan: Plan, windows: Windows): Promise<Period[]> {
  const within = {
    from: windows.inferred.includes("baseline") ? null : (windows.baseline?.from ?? null),
    to: windows.followUp?.to ?? null,
  };
  const { rows } = await tx.execute<Period>(sql`
    select day::text, to_char(date_trunc(${plan.period}, day::timestamp), ${periodPattern[plan.period]}) as name,
      date_trunc(${plan.period}, day::timestamp)::date::text as starts
    from (
      select distinct unnest(days) as day from (select distinct days from evaluation_history where days is not null) each
    ) d where ${inWindow(sql`day`, within)} order by day`);
  return rows;
}

type Shape = {
  first: Period;
  last: Period;
  periods: readonly Period[];
  covariates: readonly SQL[];
  /** When those count as exposed who carry no date, in a design with two arms. */
  followUpFrom: string | null;
};

/** n, cluster, cohort, x (a value per period) and z (covariates) of everybody without a gap, in the order of n. */
function completePeople(plan: Plan, panel: Panel, { first, last, periods, covariates, followUpFrom }: Shape): SQL {
  const starts = sql.param(periods.map((period) => period.starts));
  const value = panel.log
    ? sql`(select array_agg(ln(nullif(greatest(v, 0), 0)) order by at) from unnest(s.x) with ordinality u (v, at))`
    : sql`s.x`;
  const exposed =
    plan.design === "phased"
      ? sql`case when m.label <> 'control' then m.exposure end`
      : sql`case when m.arm = 'treated' then coalesce(m.exposure, ${followUpFrom}::date) end`;
  const z = covariates.length > 0 ? sql`array[${sql.join([...covariates], sql`, `)}]::float8[]` : sql`'{}'::float8[]`;
  return sql`
    select n, cluster, cohort, x, z from (
      select s.n, s.cluster, ${value} as x, ${z} as z,
        (
          select case when exposed is not null then (
            select count(*)::int from unnest(${starts}::date[]) p (starts) where p.starts < date_trunc(${plan.period}, exposed::timestamp)
          ) end from (select ${exposed} as exposed) e
        ) as cohort
      from (
        select h.n, h.cluster, h.x[slice.low:slice.high] as x
        from evaluation_history h
        join (
          select days, array_position(days, ${first.day}::date) as low, array_position(days, ${last.day}::date) as high
          from (select distinct days from evaluation_history where days is not null) each
        ) slice on slice.days = h.days
        where slice.high - slice.low + 1 = ${periods.length}
      ) s join evaluation_members m on m.n = s.n
    ) v where array_position(x, null) is null and array_position(z, null) is null`;
}

async function readClusters(tx: Tx, source: SQL, panel: Panel): Promise<ClusterCohort[]> {
  const { rows } = await tx.execute<{ cluster: string; group: number | null; n: number; means: number[] }>(sql`
    select cluster, cohort as "group", n, array_agg(mean order by at) as means from (
      select cluster, cohort, at, count(*)::int as n, avg(v) as mean
      from (select * from (${source}) c order by n) p, unnest(x) with ordinality u (v, at)
      group by cluster, cohort, at
    ) each group by cluster, cohort, n order by cluster collate "C", cohort`);
  return panel.unit === "team" ? rows.map((row) => ({ ...row, n: 1 })) : rows;
}

async function readCohorts(tx: Tx, source: SQL, periods: number): Promise<Cohort[]> {
  const { rows } = await tx.execute<{ cohort: number | null; x: number[] }>(
    sql`select cohort, x from (${source}) c order by n`,
  );
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
