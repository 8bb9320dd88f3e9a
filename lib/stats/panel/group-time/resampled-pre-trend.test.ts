import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import type { ClusterCohort } from "./cohort-sample";
import { groupTimeEffects } from "./group-time-effects";
import { preTrend } from "./pre-trend";
import { resampledPreTrend } from "./resampled-pre-trend";

const comparison = "never-treated";

/** Four cohorts over 36 clusters and nine periods; exposed clusters drift by `slope` a period. */
function rollOut(seed: number, slope = 0): ClusterCohort[] {
  const { normal } = seededRandom(seed);
  return Array.from({ length: 36 }, (_, cluster) => {
    const level = normal();
    const group = [4, 6, 8, null][cluster % 4] ?? null;
    return {
      cluster,
      group,
      n: 10,
      means: Array.from({ length: 9 }, (_, at) => level + normal() + (group === null ? 0 : slope * at)),
    };
  });
}

function tested(rows: ClusterCohort[], seed: number, draws: number) {
  const effects = groupTimeEffects({ clusters: rows }, { comparison, basePeriod: "varying" });
  if (effects.kind === "refused") throw new Error(effects.reason);
  const wald = preTrend(effects);
  if (wald.kind !== "test") throw new Error(wald.reason);
  return { wald, resampled: resampledPreTrend(rows, wald, { comparison, seed, draws }) };
}

test("with tens of clusters it rejects a quiet past about as often as it says, where the Wald test rejects half of the time", () => {
  const studies = 150;
  let [wald, resampled] = [0, 0];
  for (let seed = 1; seed <= studies; seed += 1) {
    const found = tested(rollOut(seed), seed, 59);
    wald += Number(found.wald.p < 0.05);
    resampled += Number(found.resampled.p < 0.05);
  }
  // 5 % of 150 with a standard error of 1.8 %.
  expect(resampled / studies).toBeLessThan(0.1);
  expect(wald / studies).toBeGreaterThan(0.3);
}, 60_000);

test("a drift that matters is found, and the slope it could find is larger than the Wald test's", () => {
  const { wald, resampled } = tested(rollOut(1, 1), 1, 199);
  expect(resampled.p).toBeLessThan(0.05);
  expect(resampled.detectableSlope).toBeGreaterThan(wald.detectableSlope);
});

test("the same seed gives the same digits, and the level of a cluster does not matter", () => {
  const rows = rollOut(3);
  const raised = rows.map((row) => ({ ...row, means: row.means.map((mean) => mean + 100 * Number(row.cluster)) }));
  expect(tested(rows, 5, 99).resampled).toEqual(tested(rows, 5, 99).resampled);
  expect(tested(raised, 5, 99).resampled.p).toBeCloseTo(tested(rows, 5, 99).resampled.p, 10);
});
