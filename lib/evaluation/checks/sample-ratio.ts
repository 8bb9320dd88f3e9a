import { sql } from "drizzle-orm";
import { sampleRatio as testRatio } from "@/lib/stats/sample-ratio";
import { addComparison, type Check, cannotTell, noComparison } from "./check";

const id = "sample_ratio";
const help =
  "Look for people lost or added between the draw and the file, and bring in the list as it was drawn, leavers included.";

/** Do the arms hold the equal shares that lots promise? Chi-square, fails below 0.001; by cluster where clusters were drawn. */
export const sampleRatio: Check = async ({ tx, plan, design, arms }) => {
  if (!design.compares) return cannotTell(id, noComparison, addComparison);
  if (!design.random) {
    return cannotTell(id, "Nobody drew lots, so no ratio of the arms was promised.", "Assign by chance where you can.");
  }
  const byCluster = plan.design === "cluster_randomised";
  const counts = byCluster ? await clustersByLabel(tx) : arms.map(({ label, people }) => ({ label, count: people }));
  const test = testRatio(counts.map(({ count }) => ({ people: count, share: 1 })));
  if (test.kind !== "test") {
    return cannotTell(id, "There is only one arm, so there is no ratio.", "Bring in the control arm, too.");
  }
  const sizes = counts.map(({ label, count }) => `${label} ${count}`).join(", ");
  const failed = test.p < 0.001;
  return {
    id,
    status: failed ? "fail" : "pass",
    value: test.p,
    says: failed
      ? `The arms differ in size more than chance allows where equal arms were promised (${sizes}; p = ${test.p.toPrecision(2)}).`
      : `The sizes of the arms are what equal lots produce (${sizes}).`,
    help,
    picture: counts.map(({ label, count }) => ({ label, value: count })),
  };
};

async function clustersByLabel(tx: Parameters<Check>[0]["tx"]) {
  const { rows } = await tx.execute<{ label: string; count: number }>(sql`
    select label, count(distinct coalesce(cluster, team, ord))::int as count from evaluation_members group by label order by label`);
  return rows;
}
