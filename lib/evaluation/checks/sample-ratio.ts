import { sql } from "drizzle-orm";
import { sampleRatio as testRatio } from "@/lib/stats/sample-ratio";
import { addComparison, type Check, cannotTell, noComparison } from "./check";

const id = "sample_ratio";
const help =
  "Look for people lost or added between the draw and the file, and bring in the list as it was drawn, leavers included.";
const stateShares = "Write the shares that were drawn into the plan, as allocation.";

/**
 * Do the arms hold the shares the plan allocates, or equal ones where it allocates none? Chi-square, fails below 0.001; by cluster
 * where clusters were drawn. An arm the plan allocates to and nobody is in counts with zero.
 */
export const sampleRatio: Check = async ({ tx, plan, design, drawn, arms }) => {
  if (!design.compares) return cannotTell(id, noComparison, addComparison);
  if (!drawn) {
    return cannotTell(id, "Nobody drew lots, so no ratio of the arms was promised.", "Assign by chance where you can.");
  }
  if (!design.random && plan.allocation === null) {
    return cannotTell(id, "Who goes when was drawn by lot, and the plan does not say in which shares.", stateShares);
  }
  const byCluster = plan.design === "cluster_randomised" || (plan.design === "phased" && plan.cluster !== null);
  const found = byCluster ? await clustersByLabel(tx) : arms.map(({ label, people }) => ({ label, count: people }));
  const shares = plan.allocation;
  const empty = shares === null || shares === "unknown" ? [] : Object.keys(shares).filter((arm) => !has(found, arm));
  const counts = [...found, ...empty.map((label) => ({ label, count: 0 }))];
  const sizes = counts.map(({ label, count }) => `${label} ${count}`).join(", ");

  if (shares === "unknown") {
    return cannotTell(id, `The plan says that the shares of the draw are not known (${sizes}).`, stateShares);
  }
  const unnamed = counts.filter(({ label }) => shares !== null && shares[label] === undefined);
  if (unnamed.length > 0) {
    const names = unnamed.map(({ label }) => label).join(", ");
    return cannotTell(id, `The plan allocates no share to ${names} (${sizes}).`, stateShares);
  }
  const test = testRatio(counts.map(({ label, count }) => ({ people: count, share: shares?.[label] ?? 1 })));
  if (test.kind !== "test") {
    return cannotTell(id, "There is only one arm, so there is no ratio.", "Bring in the control arm, too.");
  }
  const failed = test.p < 0.001;
  const promised =
    shares === null ? "equal arms, the plan stating no shares" : `the shares of the plan, ${ratioText(shares)}`;
  return {
    id,
    status: failed ? "fail" : "pass",
    value: test.p,
    says: failed
      ? `The arms differ in size more than chance allows under ${promised} (${sizes}; p = ${test.p.toPrecision(2)}).`
      : `The sizes of the arms are what lots produce under ${promised} (${sizes}).`,
    help: shares === null ? `${help} Where the lots were not equal: ${stateShares}` : help,
    picture: counts.map(({ label, count }) => ({ label, value: count })),
  };
};

const has = (counts: { label: string }[], arm: string) => counts.some(({ label }) => label === arm);
const ratioText = (shares: Record<string, number>) =>
  Object.entries(shares)
    .map(([arm, share]) => `${arm} ${share}`)
    .join(" : ");

async function clustersByLabel(tx: Parameters<Check>[0]["tx"]) {
  const { rows } = await tx.execute<{ label: string; count: number }>(sql`
    select label, count(distinct coalesce(cluster, team, ord))::int as count from evaluation_members group by label order by label`);
  return rows;
}
