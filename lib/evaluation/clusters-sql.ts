import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Arms } from "@/lib/stats/estimate";
import type { Plan } from "./plan";
import type { KpiValues } from "./values-sql";

const personWords = new Set(["person", "people", "employee", "employee_id", "individual"]);
const places = new Set(["team", "site", "unit", "role"]);

/** Whether standard errors are clustered by more than the person. */
export function isClustered(plan: Plan, { level }: Pick<KpiValues, "level">): boolean {
  if (level === "team" || plan.unitOfAnalysis === "team" || plan.design === "cluster_randomised") return true;
  return plan.cluster !== null && !personWords.has(plan.cluster);
}

/** The cluster of a member, as an expression over `m`; the person where nothing else is known, and where people are independent. */
export function clusterOf(plan: Plan, values: Pick<KpiValues, "level">): SQL {
  if (values.level === "team") return sql`coalesce(m.team, m.cluster, m.ord)`;
  return isClustered(plan, values) ? sql`coalesce(m.cluster, ${placeOf(plan.cluster)}, m.ord)` : sql`m.ord`;
}

/** What the plan's word for a cluster says of a person: their place, or a further column by that name, else their team. */
function placeOf(word: string | null): SQL {
  if (word === null) return sql`m.team`;
  return places.has(word) ? sql`m.${sql.raw(word)}` : sql`coalesce(m.attributes ->> ${word}, m.team)`;
}

type ClusterCounts = {
  /** In both arms together. */
  all: number;
  /** With a follow-up value. */
  seen: Arms<number>;
};

/** Counts the clusters of `evaluation_panel`. */
export async function countClusters(tx: Tx): Promise<ClusterCounts> {
  const { rows } = await tx.execute<{ arm: keyof Arms<number> | null; clusters: number; seen: number }>(sql`
    select arm, count(distinct cluster)::int as clusters, count(*) filter (where seen > 0)::int as seen
    from (select arm, cluster, count(post) as seen from evaluation_panel group by arm, cluster) clusters
    group by grouping sets ((arm), ())`);
  const of = (arm: keyof Arms<number> | null) => rows.find((row) => row.arm === arm);
  return {
    all: of(null)?.clusters ?? 0,
    seen: { treated: of("treated")?.seen ?? 0, control: of("control")?.seen ?? 0 },
  };
}

/** Clusters that cohort.csv names, used or not. */
export async function countNamedClusters(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ named: number }>(sql`
    select count(*)::int as named from (
      select distinct cluster from evaluation_members where arm is not null and cluster is not null
    ) named`);
  return rows[0]?.named ?? 0;
}
