import { chiSquareQuantile } from "@/lib/stats/chi-square";
import { quantile } from "@/lib/stats/quantile";
import { seededRandom } from "@/lib/stats/random";
import type { ClusterCohort } from "./cohort-sample";
import type { Comparison } from "./design";
import { groupTimeEffects } from "./group-time-effects";
import type { PreTrend } from "./pre-trend";
import { preTrendStatistic } from "./pre-trend";

type Test = Extract<PreTrend, { kind: "test" }>;

/**
 * The joint test of `preTrend` with its p value from resampling: with tens of clusters the covariance of many effects is itself so uncertain
 * that the Wald statistic is far larger than chi-square under the null.
 *
 * Wild cluster resampling with the null imposed (Cameron, Gelbach and Miller 2008): each cluster's departures from the mean course of its
 * group, all its periods together, keep or turn their sign by chance, and the statistic is computed anew with its own covariance. p =
 * (1 + those at least as large) / (1 + draws). `detectableSlope` grows with the critical value.
 */
export function resampledPreTrend(
  rows: readonly ClusterCohort[],
  test: Test,
  { comparison, seed, draws = 199 }: { comparison: Comparison; seed: number; draws?: number },
): Pick<Test, "p" | "detectableSlope"> {
  const { uniform } = seededRandom(seed);
  const departures = departuresOf(rows);
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))];
  const statistics: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const sign = new Map(clusters.map((cluster) => [cluster, uniform() < 0.5 ? -1 : 1]));
    const turned = departures.map((row) => {
      const by = sign.get(row.cluster) ?? 1;
      return { ...row, means: row.means.map((mean) => by * mean) };
    });
    const effects = groupTimeEffects({ clusters: turned }, { comparison, basePeriod: "varying" });
    const statistic = effects.kind === "refused" ? null : preTrendStatistic(effects);
    if (statistic !== null) statistics.push(statistic);
  }
  const larger = statistics.filter((statistic) => statistic >= test.statistic).length;
  const critical = quantile(statistics, 0.95) ?? Number.POSITIVE_INFINITY;
  const inflated = Math.sqrt(Math.max(1, critical / chiSquareQuantile(0.95, test.degreesOfFreedom)));
  return { p: (1 + larger) / (1 + statistics.length), detectableSlope: test.detectableSlope * inflated };
}

/** Each cluster's course less the mean course of its group. */
function departuresOf(rows: readonly ClusterCohort[]): ClusterCohort[] {
  const groups = new Map<number | null, ClusterCohort[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  const courses = new Map(
    [...groups].map(([group, own]) => {
      const n = own.reduce((sum, row) => sum + row.n, 0);
      const course = (own[0]?.means ?? []).map((_, at) =>
        own.reduce((sum, row) => sum + (row.n / n) * (row.means[at] ?? 0), 0),
      );
      return [group, course];
    }),
  );
  return rows.map((row) => ({
    ...row,
    means: row.means.map((mean, at) => mean - (courses.get(row.group)?.[at] ?? 0)),
  }));
}
