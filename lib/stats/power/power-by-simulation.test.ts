import { expect, test } from "vitest";
import { leastSquares } from "@/lib/stats/least-squares";
import { momentsOf } from "@/lib/stats/moments";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import { normalQuantile } from "@/lib/stats/normal";
import { oneWayAnova } from "@/lib/stats/one-way-anova";
import { welch } from "@/lib/stats/welch";
import { clusterPrecision } from "./clusters";
import { twoMeansPrecision } from "./means";
import { detectableBySimulation, powerBySimulation } from "./power-by-simulation";
import { type NoPrecision, type Precision, powerCurve, powerOfEffect } from "./precision";
import { powerOfTwoProportions } from "./proportions";
import { powerOfRateRatio } from "./rates";
import { simulateRollOut } from "./roll-out-panel";
import { steppedWedgePrecision } from "./stepped-wedge";

function planned(design: Precision | NoPrecision): Precision {
  if (design.kind !== "precision") throw new Error(design.reason);
  return design;
}

test("the planned power of means, shares and a stepped wedge is what simulated studies find", () => {
  const arm = (n: number) => ({ n, standardDeviation: 1 });
  const planMeans = powerOfEffect(planned(twoMeansPrecision({ treated: arm(20), control: arm(30) })), 0.8);
  const means = powerBySimulation(
    (random) => {
      const draw = (n: number, shift: number) => momentsOf(Array.from({ length: n }, () => shift + random.normal()));
      const result = welch({ treated: draw(20, 0.8), control: draw(30, 0) });
      return result.kind === "estimate" ? result.p < 0.05 : null;
    },
    2000,
    21,
  );
  expect(Math.abs((means?.power ?? 0) - planMeans)).toBeLessThan(0.03);

  const planShares = powerOfTwoProportions({ treated: 0.3, control: 0.15 }, { treated: 120, control: 120 }) ?? 0;
  const shares = powerBySimulation(
    (random) => {
      const draw = (share: number) => ({
        n: 120,
        events: Array.from({ length: 120 }, random.uniform).filter((value) => value < share).length,
      });
      const result = riskDifferenceNewcombe({ treated: draw(0.3), control: draw(0.15) });
      return result.kind === "estimate" ? result.p < 0.05 : null;
    },
    2000,
    22,
  );
  expect(Math.abs((shares?.power ?? 0) - planShares)).toBeLessThan(0.03);

  const variance = { cluster: 0.04, clusterPeriod: 0, person: 0, residual: 1 };
  const wedge = { steps: 4, clustersPerStep: 3, periodsBefore: 1, periodsPerStep: 1, peoplePerClusterPeriod: 10 };
  const plan = {
    clusters: Array.from({ length: 12 }, (_, index) => ({ startsAt: 1 + Math.floor(index / 3), people: 10 })),
    periods: 5,
    shocks: [0, 3, -2, 1, 5],
  };
  const errors: number[] = [];
  powerBySimulation(
    (random) => {
      const panel = simulateRollOut(plan, variance, () => 0.3, random);
      errors.push(fixedEffects(panel.means, panel.startsAt) - 0.3);
      return true;
    },
    600,
    23,
  );
  // With cluster effects taken out, the plan with a large lasting variance is the variance of the fixed-effects estimate.
  const fixed = planned(steppedWedgePrecision(wedge, { ...variance, cluster: 1e6 }));
  expect(Math.sqrt(momentsOf(errors).variance) / fixed.standardError).toBeCloseTo(1, 1);
  expect(Math.abs(momentsOf(errors).mean)).toBeLessThan(0.03);
});

test("the planned power of few teams and of rare events is what simulated studies find", () => {
  const teams = { meanSize: 10, sizeVariation: 0, icc: 0.1 };
  const plan = powerOfEffect(planned(clusterPrecision({ treated: 5, control: 7 }, teams, 1)), 0.7);
  const found = powerBySimulation(
    (random) => {
      const means = (count: number, shift: number) =>
        momentsOf(
          Array.from({ length: count }, () => {
            const level = shift + Math.sqrt(0.1) * random.normal();
            return momentsOf(Array.from({ length: 10 }, () => level + Math.sqrt(0.9) * random.normal())).mean;
          }),
        );
      const anova = oneWayAnova([means(5, 0.7), means(7, 0)]);
      return anova.kind === "anova" ? anova.p < 0.05 : null;
    },
    2000,
    24,
  );
  expect(Math.abs((found?.power ?? 0) - plan)).toBeLessThan(0.03);

  const rate = { treated: 0.05, control: 0.1 };
  const planRates = powerOfRateRatio(rate, { treated: 600, control: 400 }) ?? 0;
  const rates = powerBySimulation(
    (random) => {
      const draw = (mean: number) => {
        let [events, time] = [-1, 0];
        while (time < mean) {
          time -= Math.log(random.uniform());
          events += 1;
        }
        return events;
      };
      const [a, b] = [draw(0.05 * 600), draw(0.1 * 400)];
      if (a === 0 || b === 0) return null;
      return Math.abs(Math.log(a / 600 / (b / 400))) / Math.sqrt(1 / a + 1 / b) > normalQuantile(0.975);
    },
    3000,
    25,
  );
  expect(Math.abs((rates?.power ?? 0) - planRates)).toBeLessThan(0.04);
});

/** The effect in a panel with cluster and period effects, by least squares. */
function fixedEffects(means: Float64Array[], startsAt: (number | null)[]): number {
  const cells = means.flatMap((row, cluster) => Array.from(row, (value, period) => ({ value, cluster, period })));
  const indicator = (test: (cell: { cluster: number; period: number }) => boolean) =>
    cells.map((cell) => (test(cell) ? 1 : 0));
  const columns = [
    ...means.map((_, cluster) => indicator((cell) => cell.cluster === cluster)),
    ...[1, 2, 3, 4].map((period) => indicator((cell) => cell.period === period)),
    indicator((cell) => cell.period >= (startsAt[cell.cluster] ?? Number.POSITIVE_INFINITY)),
  ];
  return (
    leastSquares(
      columns,
      cells.map(({ value }) => value),
    ).coefficients.at(-1) ?? Number.NaN
  );
}

test("simulated power is seeded, counts refusals as not found, and finds the smallest effect of a grid", () => {
  const coin = (chance: number) => powerBySimulation((random) => (random.uniform() < chance ? true : null), 400, 5);
  expect(coin(0.7)).toEqual(coin(0.7));
  const result = coin(0.7);
  expect(result?.notEstimable).toBe(400 - Math.round((result?.power ?? 0) * 400));
  expect(result?.interval[0]).toBeLessThan(0.7);
  expect(result?.interval[1]).toBeGreaterThan(0.7);
  expect(detectableBySimulation([0.5, 0.7, 0.9, 1], coin)).toMatchObject({ effect: 0.9, lower: 0.7 });
  expect(detectableBySimulation([0.1], coin)).toBeNull();
  expect(powerBySimulation(() => true, 0, 1)).toBeNull();
  expect(powerCurve([1, 2], (effect) => effect / 4)).toEqual([
    { effect: 1, power: 0.25 },
    { effect: 2, power: 0.5 },
  ]);
});
