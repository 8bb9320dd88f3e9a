import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Arms } from "@/lib/stats/estimate";
import { type Moments, noMoments } from "@/lib/stats/moments";
import { clusterOf, countClusters, countNamedClusters, isClustered } from "./clusters-sql";
import type { Covariates } from "./covariates-sql";
import { createHistory } from "./history-sql";
import type { Plan, PlanKpi } from "./plan";
import { type KpiValues, valuesOf } from "./values-sql";
import type { Windows } from "./windows";

/** What is known of the temporary table `evaluation_panel` of one KPI: a row per person in an arm. */
export type Panel = {
  /** `team`: the people of a cluster are averaged before anything is estimated. */
  unit: "person" | "team";
  clustered: boolean;
  /** Covariate columns, in the order of `covariateNames`. */
  covariates: string[];
  covariateNames: string[];
  people: number;
  clusters: number;
  /** Clusters that cohort.csv names where the plan asks for none; else 0. */
  namedClusters: number;
  withBaseline: number;
  withFollowUp: number;
  /** By arm: people, clusters with a follow-up value, and the moments of the windows' values, untransformed. */
  arms: Arms<ArmFacts>;
  log: boolean;
  /** Values at or below zero, which have no logarithm. */
  notPositive: number;
};
export type ArmFacts = { people: number; clusters: number; pre: Moments; post: Moments };
type WindowFacts = Omit<ArmFacts, "clusters"> & { low: number };

/**
 * Fills `evaluation_history` (see `createHistory`) and from it `evaluation_panel`. Everything an estimator or a check reads of the
 * primary KPI is in these two and in `evaluation_members`.
 */
export async function createPanel(
  tx: Tx,
  plan: Plan,
  kpi: PlanKpi,
  windows: Windows,
  covariates: Covariates,
): Promise<Panel> {
  const values = await valuesOf(tx, plan, kpi);
  await createHistory(tx, plan, { values, cluster: clusterOf(plan, values), windows });
  const log = plan.transform[kpi.code] === "log";
  return fillPanel(tx, plan, { from: sql`evaluation_history`, level: values.level, log, covariates });
}

/** What a panel is made of: a table (or query) with n, arm, cluster, pre and post, whatever they were measured by. */
type PanelSource = { from: SQL; level: KpiValues["level"]; log: boolean; covariates: Covariates };

/**
 * Fills `evaluation_panel`: n, arm, cluster, pre and post (as logarithms where asked; pre_raw and post_raw beside them then), and one
 * column per covariate, in the order of `n`.
 */
export async function fillPanel(tx: Tx, plan: Plan, { from, level, log, covariates }: PanelSource): Promise<Panel> {
  const transformed = log
    ? sql`h.pre as pre_raw, h.post as post_raw, case when h.pre > 0 then ln(h.pre) end as pre, case when h.post > 0 then ln(h.post) end as post`
    : sql`h.pre, h.post`;
  const extra = covariates.used.map(({ expression }, index) => sql`, ${expression} as ${sql.raw(`x${index + 1}`)}`);
  const members = extra.length > 0 ? sql` join evaluation_members m on m.n = h.n` : sql``;
  await tx.execute(sql`drop table if exists pg_temp.evaluation_panel`);
  await tx.execute(sql`
    create temporary table evaluation_panel on commit drop as
    select h.n, h.arm, h.cluster, ${transformed}${sql.join(extra)}
    from ${from} h${members}
    where h.arm is not null order by h.n`);

  const clustered = isClustered(plan, { level });
  const facts = await readFacts(tx, log);
  const clusters = clustered ? await countClusters(tx) : null;
  const both = (of: (arm: WindowFacts) => number) => of(facts.treated) + of(facts.control);
  const people = both((arm) => arm.people);
  const factsOf = (arm: keyof typeof facts): ArmFacts => {
    const { people, pre, post } = facts[arm];
    return { people, pre, post, clusters: clusters?.seen[arm] ?? post.n };
  };
  return {
    unit: level === "team" || plan.unitOfAnalysis === "team" ? "team" : "person",
    clustered,
    covariates: covariates.used.map((_, index) => `x${index + 1}`),
    covariateNames: covariates.used.map(({ name }) => name),
    people,
    clusters: clusters?.all ?? people,
    namedClusters: clustered ? 0 : await countNamedClusters(tx),
    withBaseline: both(({ pre }) => pre.n),
    withFollowUp: both(({ post }) => post.n),
    arms: { treated: factsOf("treated"), control: factsOf("control") },
    log,
    notPositive: log ? both((arm) => arm.low) : 0,
  };
}

type FactsRow = { arm: keyof Panel["arms"]; people: number; low: number } & Record<"before" | "after", number> &
  Record<`${"before" | "after"}_${"mean" | "variance"}`, number | null>;

async function readFacts(tx: Tx, log: boolean): Promise<Arms<WindowFacts>> {
  const [pre, post] = log ? [sql`pre_raw`, sql`post_raw`] : [sql`pre`, sql`post`];
  const { rows } = await tx.execute<FactsRow>(sql`
    select arm, count(*)::int as people, count(*) filter (where ${pre} <= 0)::int + count(*) filter (where ${post} <= 0)::int as low,
      count(${pre})::int as before, avg(${pre}) as before_mean, var_samp(${pre}) as before_variance,
      count(${post})::int as after, avg(${post}) as after_mean, var_samp(${post}) as after_variance
    from evaluation_panel group by arm`);
  const factsOf = (arm: FactsRow["arm"]): WindowFacts => {
    const row = rows.find((candidate) => candidate.arm === arm);
    if (!row) return { people: 0, low: 0, pre: noMoments, post: noMoments };
    return {
      people: row.people,
      low: row.low,
      pre: { n: row.before, mean: row.before_mean ?? 0, variance: row.before_variance ?? 0 },
      post: { n: row.after, mean: row.after_mean ?? 0, variance: row.after_variance ?? 0 },
    };
  };
  return { treated: factsOf("treated"), control: factsOf("control") };
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
