import fc from "fast-check";
import { expect, test } from "vitest";
import { invertSymmetric } from "@/lib/stats/symmetric-solve";
import { clusterPrecision, clustersPerArm, designEffect } from "./clusters";
import { firstReaching, wholeNumber } from "./first-reaching";
import { detectableHazardRatio, eventsForHazardRatio, powerOfHazardRatio } from "./hazards";
import { pairedPrecision, pairsForMean, peopleForTwoMeans, twoMeansPrecision } from "./means";
import { minimumDetectable, type NoPrecision, type Precision, powerOfEffect } from "./precision";
import { detectableShare, peopleForTwoProportions, powerOfTwoProportions } from "./proportions";
import { detectableRate, powerOfRateRatio, timeForRateRatio } from "./rates";
import { varianceFactors, withVarianceFactor } from "./repeated-measures";
import { type SteppedWedge, steppedWedgePrecision } from "./stepped-wedge";

function planned(design: Precision | NoPrecision): Precision {
  if (design.kind !== "precision") throw new Error(design.reason);
  return design;
}

test("the root finder ends where the function first reaches its aim, from any start", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      (root, start) => {
        expect((firstReaching((x) => Math.tanh(Math.log(x / root)), 0, start) ?? 0) / root).toBeCloseTo(1, 11);
      },
    ),
  );
  expect(firstReaching((x) => Math.min(0.5, x), 0.8, 1)).toBeNull();
  expect(firstReaching(() => 1, 0.8, 5, 2)).toBe(2);
  expect([wholeNumber(64.0000000001), wholeNumber(63.2)]).toEqual([64, 64]);
});

test("power, sample size and smallest effect undo each other in every design", () => {
  const aim = { alpha: 0.01, power: 0.9 };
  for (const ratio of [1, 3]) {
    const { exact } = peopleForTwoMeans(0.4, aim, { tails: "both", ratio }) ?? { exact: 0 };
    const arm = (n: number) => ({ n, standardDeviation: 1 });
    const design = planned(twoMeansPrecision({ treated: arm(exact), control: arm(ratio * exact) }));
    expect(minimumDetectable(design, aim)).toBeCloseTo(0.4, 8);
    expect(powerOfEffect(design, -0.4, aim.alpha)).toBeCloseTo(0.9, 9);
    expect(powerOfEffect(design, -0.4, aim.alpha, "upper")).toBe(powerOfEffect(design, 0.4, aim.alpha, "upper"));
  }
  const pairs = pairsForMean(0.3, aim, "both")?.exact ?? 0;
  expect(minimumDetectable(planned(pairedPrecision(pairs, 1)), aim)).toBeCloseTo(0.3, 8);
  const teams = { meanSize: 8, sizeVariation: 0.4, icc: 0.07 };
  const count = clustersPerArm(2, teams, 5, aim)?.exact ?? 0;
  expect(minimumDetectable(planned(clusterPrecision({ treated: count, control: count }, teams, 5)), aim)).toBeCloseTo(
    2,
    8,
  );
  const share = { treated: 0.25, control: 0.15 };
  const people = peopleForTwoProportions(share, aim)?.exact ?? 0;
  const both = { treated: people, control: people };
  expect(powerOfTwoProportions(share, both, aim.alpha)).toBeCloseTo(0.9, 9);
  expect(detectableShare(0.15, both, "rise", aim)).toBeCloseTo(0.25, 8);
  const rate = { treated: 0.06, control: 0.1 };
  const time = timeForRateRatio(rate, aim) ?? 0;
  expect(powerOfRateRatio(rate, { treated: time, control: time }, aim.alpha)).toBeCloseTo(0.9, 9);
  expect(detectableRate(0.1, { treated: time, control: time }, "fall", aim)).toBeCloseTo(0.06, 8);
  const events = eventsForHazardRatio(1.5, 0.4, aim)?.exact ?? 0;
  expect(powerOfHazardRatio(1 / 1.5, events, 0.4, aim.alpha)).toBeCloseTo(0.9, 9);
  expect(detectableHazardRatio(events, 0.4, aim)).toBeCloseTo(1.5, 8);
});

// By hand: 4 (1.959964 + 0.841621)^2 / log(ratio)^2 = 65.35 and 190.97.
test("events needed for a ratio of hazards are those of the formula", () => {
  expect(eventsForHazardRatio(0.5)?.whole).toBe(66);
  expect(eventsForHazardRatio(1.5)?.whole).toBe(191);
});

test("the unit of the KPI scales the smallest effect and leaves power alone; more people never see less", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 3, max: 60 }), (exponent, n) => {
      const unit = 10 ** exponent;
      const at = (scale: number, people: number) =>
        planned(
          twoMeansPrecision({
            treated: { n: people, standardDeviation: 2 * scale },
            control: { n: people + 4, standardDeviation: 3 * scale },
          }),
        );
      const smallest = minimumDetectable(at(1, n)) ?? 0;
      expect((minimumDetectable(at(unit, n)) ?? 0) / unit / smallest).toBeCloseTo(1, 9);
      expect(powerOfEffect(at(unit, n), 3 * unit)).toBeCloseTo(powerOfEffect(at(1, n), 3), 9);
      expect(minimumDetectable(at(1, n + 5)) ?? 9).toBeLessThan(smallest);
    }),
    { numRuns: 15 },
  );
});

test("few clusters with alike people see less than their people promise", () => {
  const teams = { meanSize: 12, sizeVariation: 0, icc: 0 };
  const people = planned(
    twoMeansPrecision({ treated: { n: 48, standardDeviation: 1 }, control: { n: 48, standardDeviation: 1 } }),
  );
  const unrelated = planned(clusterPrecision({ treated: 4, control: 4 }, teams, 1));
  expect(unrelated.standardError).toBeCloseTo(people.standardError, 12);
  expect(minimumDetectable(unrelated) ?? 0).toBeGreaterThan(minimumDetectable(people) ?? 9);
  expect(designEffect({ ...teams, icc: 0.1, sizeVariation: 0.5 })).toBeGreaterThan(
    designEffect({ ...teams, icc: 0.1 }),
  );
});

test("analysis of covariance never has more variance than the values after alone or the change", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.constantFrom("equal", "decaying" as const),
      (before, after, correlation, pattern) => {
        const factors = varianceFactors({ before, after, correlation, pattern });
        expect(factors?.ancova).toBeLessThanOrEqual(Math.min(factors?.after ?? 0, factors?.change ?? 0) + 1e-12);
      },
    ),
  );
  // Frison and Pocock 1992: (1 + (r - 1) rho) / r - p rho^2 / (1 + (p - 1) rho).
  const factors = varianceFactors({ before: 3, after: 2, correlation: 0.6, pattern: "equal" });
  expect(factors?.change).toBeCloseTo((1 + 0.6) / 2 + (1 + 2 * 0.6) / 3 - 2 * 0.6, 12);
  expect(factors?.ancova).toBeCloseTo((1 + 0.6) / 2 - (3 * 0.36) / (1 + 2 * 0.6), 12);
  const design: Precision = { kind: "precision", method: "plan_two_means", standardError: 2, degreesOfFreedom: 20 };
  expect(withVarianceFactor(design, 0.25, { method: "ancova", coefficients: 1 })).toEqual({
    kind: "precision",
    method: "plan_two_means_ancova",
    standardError: 1,
    degreesOfFreedom: 19,
  });
});

/** Variance of the effect by generalised least squares, spelt out: periods as dummies, clusters with a shared deviation. */
function byGeneralisedLeastSquares(design: SteppedWedge, ofPeriod: number, lasting: number): number {
  const periods = design.periodsBefore + design.steps * design.periodsPerStep;
  const cells = Array.from({ length: periods }, (_, row) =>
    Array.from({ length: periods }, (__, column) => lasting + (row === column ? ofPeriod : 0)),
  );
  const { inverse } = invertSymmetric(cells);
  const size = periods + 1;
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let step = 0; step < design.steps; step += 1) {
    const start = design.periodsBefore + step * design.periodsPerStep;
    const row = (period: number) => [
      ...Array.from({ length: periods }, (_, t) => (t === period ? 1 : 0)),
      period >= start ? 1 : 0,
    ];
    for (let s = 0; s < periods; s += 1) {
      for (let t = 0; t < periods; t += 1) {
        const weight = (inverse[s]?.[t] ?? 0) * design.clustersPerStep;
        for (const [a, left] of row(s).entries()) {
          for (const [b, right] of row(t).entries()) {
            const line = information[a];
            if (line) line[b] = (line[b] ?? 0) + weight * left * right;
          }
        }
      }
    }
  }
  return invertSymmetric(information).inverse[periods]?.[periods] ?? Number.NaN;
}

test("the stepped wedge agrees with generalised least squares spelt out", () => {
  fc.assert(
    fc.property(
      fc.record({
        steps: fc.integer({ min: 2, max: 5 }),
        clustersPerStep: fc.integer({ min: 1, max: 4 }),
        periodsBefore: fc.integer({ min: 1, max: 3 }),
        periodsPerStep: fc.integer({ min: 1, max: 2 }),
        peoplePerClusterPeriod: fc.integer({ min: 1, max: 30 }),
      }),
      (design) => {
        const variance = { cluster: 0.5, clusterPeriod: 0.1, person: 2, residual: 3 };
        const people = design.peoplePerClusterPeriod;
        const expected = byGeneralisedLeastSquares(design, 0.1 + 3 / people, 0.5 + 2 / people);
        expect(planned(steppedWedgePrecision(design, variance)).standardError ** 2 / expected).toBeCloseTo(1, 9);
      },
    ),
    { numRuns: 30 },
  );
});

test("refuses designs that cannot know anything", () => {
  const none = { n: 0, standardDeviation: 1 };
  const some = { n: 5, standardDeviation: 1 };
  expect(twoMeansPrecision({ treated: none, control: some })).toMatchObject({ reason: "no-comparison" });
  expect(pairedPrecision(1, 1)).toMatchObject({ reason: "too-few-people" });
  expect(pairedPrecision(5, 0)).toMatchObject({ reason: "no-variation" });
  const teams = { meanSize: 8, sizeVariation: 0, icc: 0.1 };
  expect(clusterPrecision({ treated: 1, control: 1 }, teams, 1)).toMatchObject({ reason: "too-few-clusters" });
  const wedge = { steps: 1, clustersPerStep: 3, periodsBefore: 1, periodsPerStep: 1, peoplePerClusterPeriod: 10 };
  const variance = { cluster: 1, clusterPeriod: 0, person: 0, residual: 1 };
  expect(steppedWedgePrecision(wedge, variance)).toMatchObject({ reason: "no-comparison" });
  expect(peopleForTwoMeans(0)).toBeNull();
  expect(clustersPerArm(0, teams, 1)).toBeNull();
  expect(peopleForTwoProportions({ treated: 0.2, control: 0.2 })).toBeNull();
  expect(detectableShare(0.1, { treated: 5, control: 5 }, "fall")).toBeNull();
  expect(detectableRate(0.1, { treated: 20, control: 20 }, "fall")).toBeNull();
  expect(eventsForHazardRatio(1)).toBeNull();
  expect(
    minimumDetectable(
      { kind: "precision", method: "x", standardError: 1, degreesOfFreedom: 9 },
      { alpha: 0.05, power: 1 },
    ),
  ).toBeNull();
});
