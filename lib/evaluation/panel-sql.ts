import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Covariates } from "./covariates-sql";
import type { Plan, PlanKpi } from "./plan";
import { type Windows, windowValues } from "./windows";

/** What the temporary table `evaluation_panel` holds for one KPI: a row per person in an arm. */
export type Panel = {
  /** `team`: the people of a cluster are averaged before anything is estimated. */
  unit: "person" | "team";
  clustered: boolean;
  /** Covariate columns, in the order of `covariateNames`. */
  covariates: string[];
  covariateNames: string[];
  people: number;
  clusters: number;
  /** Clusters that cohort.csv names, used or not. */
  namedClusters: number;
  withBaseline: number;
  withFollowUp: number;
  complete: number;
  log: boolean;
  /** Values at or below zero, which have no logarithm. */
  notPositive: number;
};

const personWords = new Set(["person", "people", "employee", "employee_id", "individual"]);

/** Whether standard errors are clustered by more than the person. */
function isClustered(plan: Plan): boolean {
  if (plan.unitOfAnalysis === "team" || plan.design === "cluster_randomised") return true;
  return plan.cluster !== null && !personWords.has(plan.cluster);
}

const places = new Set(["team", "site", "unit", "role"]);

/** What the plan's word for a cluster says of a person: their place, or a further column by that name, else their team. */
function placeOf(word: string | null): SQL {
  if (word === null) return sql`m.team`;
  return places.has(word) ? sql`m.${sql.raw(word)}` : sql`coalesce(m.attributes ->> ${word}, m.team)`;
}

/** Values by person; where the KPI exists only by team, each person carries the value of their team. */
export async function kpiValuesOf(tx: Tx, kpi: PlanKpi): Promise<{ level: "person" | "team"; values: SQL }> {
  const { rows } = await tx.execute<{ own: boolean }>(sql`
    select exists (
      select 1 from kpi_values k join evaluation_members m on m.person_id = k.person_id where k.kpi_id = ${kpi.id}
    ) or not exists (select 1 from team_kpi_values where kpi_id = ${kpi.id}) as own`);
  if (rows[0]?.own !== false) {
    return {
      level: "person",
      values: sql`select k.person_id, k.ends_on, k.value, k.numerator, k.denominator
        from kpi_values k join evaluation_members m on m.person_id = k.person_id where k.kpi_id = ${kpi.id}`,
    };
  }
  return {
    level: "team",
    values: sql`select m.person_id, k.ends_on, k.value, k.numerator, k.denominator
      from team_kpi_values k join evaluation_members m on m.team_id = k.team_id where k.kpi_id = ${kpi.id}`,
  };
}

/**
 * Fills `evaluation_panel` from `evaluation_members`: ord, arm, cluster, pre and post (transformed as planned), pre_raw and
 * post_raw, and one column per covariate. Rows stand in the order of employee ids.
 */
export async function createPanel(
  tx: Tx,
  plan: Plan,
  kpi: PlanKpi,
  windows: Windows,
  covariates: Covariates,
): Promise<Panel> {
  const { level, values } = await kpiValuesOf(tx, kpi);
  const log = plan.transform[kpi.code] === "log";
  const clustered = level === "team" || isClustered(plan);
  const cluster =
    level === "team"
      ? sql`coalesce(m.team, m.cluster, m.ord)`
      : clustered
        ? sql`coalesce(m.cluster, ${placeOf(plan.cluster)}, m.ord)`
        : sql`m.ord`;
  const transformed = (column: string) => {
    const raw = sql.raw(column);
    return log ? sql`case when ${raw} > 0 then ln(${raw}) end` : raw;
  };
  const columns = covariates.used.map((_, index) => `x${index + 1}`);
  const extra = covariates.used.map(({ expression }, index) => sql`, ${expression} as ${sql.raw(`x${index + 1}`)}`);

  await tx.execute(sql`drop table if exists pg_temp.evaluation_panel`);
  await tx.execute(sql`
    create temporary table evaluation_panel on commit drop as
    select m.ord, m.arm, ${cluster} as cluster, m.cluster as named_cluster, w.pre as pre_raw, w.post as post_raw,
      ${transformed("w.pre")} as pre, ${transformed("w.post")} as post${sql.join(extra)}
    from evaluation_members m
    join people p on p.id = m.person_id
    left join (${windowValues(values, plan, windows)}) w on w.person_id = m.person_id
    where m.arm is not null
    order by m.ord`);
  const { rows } = await tx.execute<
    Record<"people" | "clusters" | "named" | "baseline" | "follow_up" | "complete" | "low", number>
  >(sql`
    select count(*)::int as people, count(distinct cluster)::int as clusters, count(pre_raw)::int as baseline,
      count(post_raw)::int as follow_up, count(pre_raw + post_raw)::int as complete, count(distinct named_cluster)::int as named,
      (count(*) filter (where pre_raw <= 0) + count(*) filter (where post_raw <= 0))::int as low
    from evaluation_panel`);
  const counts = rows[0];
  return {
    unit: level === "team" || plan.unitOfAnalysis === "team" ? "team" : "person",
    clustered,
    covariates: columns,
    covariateNames: covariates.used.map(({ name }) => name),
    people: counts?.people ?? 0,
    clusters: counts?.clusters ?? 0,
    namedClusters: counts?.named ?? 0,
    withBaseline: counts?.baseline ?? 0,
    withFollowUp: counts?.follow_up ?? 0,
    complete: counts?.complete ?? 0,
    log,
    notPositive: log ? (counts?.low ?? 0) : 0,
  };
}

/** The rows an estimate rests on: those with a value in every column, averaged by cluster where the unit is the team. */
export function completeRows(panel: Pick<Panel, "unit">, columns: readonly string[]): SQL {
  const list = columns.map((column) => sql.raw(column));
  const complete = sql.join(
    list.map((column) => sql`${column} is not null`),
    sql` and `,
  );
  const condition = columns.length === 0 ? sql`true` : complete;
  if (panel.unit === "person") {
    const plain = list.map((column) => sql`, ${column}`);
    return sql`select arm, cluster${sql.join(plain)} from evaluation_panel where ${condition}`;
  }
  const averaged = list.map((column) => sql`, avg(${column}) as ${column}`);
  return sql`select arm, cluster${sql.join(averaged)} from evaluation_panel where ${condition} group by arm, cluster order by cluster collate "C", arm`;
}
