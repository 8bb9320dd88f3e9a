import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ComparedRows } from "@/lib/stats/matching/compared-rows";
import { completeRows, type Panel } from "./panel-sql";

type Row = { arm: string; cluster: string; change: number; z: number[] };

/**
 * Everybody with a value before, one after and every covariate, person by person (team by team where the team is the unit): the outcome is
 * the change. In the order of the panel, clusters named where they count.
 */
export async function readChanges(tx: Tx, panel: Panel): Promise<ComparedRows> {
  const rows = completeRows(panel, ["post", "pre", ...panel.covariates]);
  const covariates = sql.raw(panel.covariates.join(", "));
  const found = await tx.execute<Row>(sql`
    select arm, cluster, post - pre as change, array[${covariates}]::float8[] as z from (${rows}) r`);
  return {
    treated: found.rows.map(({ arm }) => (arm === "treated" ? 1 : 0)),
    outcome: found.rows.map(({ change }) => change),
    covariates: panel.covariates.map((_, at) => found.rows.map(({ z }) => z[at] ?? Number.NaN)),
    ...(panel.clustered && { clusters: found.rows.map(({ cluster }) => cluster) }),
  };
}
