import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { signedRank } from "@/lib/stats/ranks/signed-rank";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { abadieImbens } from "./abadie-imbens";
import { balanceTable } from "./balance-table";
import type { ComparedRows } from "./compared-rows";
import { inverseProbability, weightsOf } from "./inverse-probability";
import { matchedPairs } from "./matched-pairs";
import { nearestNeighbour } from "./nearest-neighbour";
import { propensity } from "./propensity";
import { rosenbaumBounds } from "./rosenbaum-bounds";

/** A covariate that raises both the chance of being treated and the outcome. */
function rowsOf(seed: number, n: number, effect = 1): ComparedRows & { treated: number[]; outcome: number[] } {
  const random = seededRandom(seed);
  const people = Array.from({ length: n }, () => {
    const x = random.normal();
    const treated = random.uniform() < 1 / (1 + Math.exp(0.7 - 0.8 * x)) ? 1 : 0;
    return { x, treated, y: 5 + 2 * x + random.normal() + effect * treated };
  });
  return {
    treated: people.map(({ treated }) => treated),
    outcome: people.map(({ y }) => y),
    covariates: [people.map(({ x }) => x)],
  };
}

function scoresOf(rows: ComparedRows) {
  const fit = propensity(rows);
  if (fit.kind === "refused") throw new Error(fit.reason);
  return fit;
}

const naive = ({ treated, outcome }: { treated: number[]; outcome: number[] }) => {
  const mean = (flag: number) => {
    const values = outcome.filter((_, row) => treated[row] === flag);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  return mean(1) - mean(0);
};

test("weighting and matching take out a bias that the naive difference keeps, and balance says so", () => {
  const rows = rowsOf(1, 4000);
  const fit = scoresOf(rows);
  expect(naive(rows)).toBeGreaterThan(2);
  for (const target of ["att", "ate"] as const) {
    const { estimate, standardError } = estimated(inverseProbability(rows, target));
    expect(Math.abs(estimate - 1)).toBeLessThan(4 * (standardError ?? 0));
  }
  const matched = estimated(abadieImbens(fit.scores, rows.treated, rows.outcome));
  expect(Math.abs(matched.estimate - 1)).toBeLessThan(4 * (matched.standardError ?? 0));
  const [before] = balanceTable(rows.covariates, rows.treated);
  const [after] = balanceTable(rows.covariates, rows.treated, weightsOf(fit, rows.treated, "att"));
  expect(before?.standardisedDifference).toBeGreaterThan(0.5);
  expect(Math.abs(after?.standardisedDifference ?? 1)).toBeLessThan(0.05);
});

test("exchanging the arms flips the sign of the effect on everybody; scale carries over", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(1e-9, 1e9), (seed, scale) => {
      const rows = rowsOf(seed, 120);
      const plain = estimated(inverseProbability(rows, "ate"));
      const flipped = estimated(inverseProbability({ ...rows, treated: rows.treated.map((flag) => 1 - flag) }, "ate"));
      expect(flipped.estimate).toBeCloseTo(-plain.estimate, 7);
      expect(flipped.standardError).toBeCloseTo(plain.standardError ?? Number.NaN, 7);
      const moved = { ...rows, outcome: rows.outcome.map((value) => scale * (value - 40)) };
      for (const target of ["att", "ate"] as const) {
        const [one, other] = [rows, moved].map((given) => estimated(inverseProbability(given, target)));
        expect((other?.estimate ?? 0) / scale).toBeCloseTo(one?.estimate ?? Number.NaN, 6);
        expect((other?.standardError ?? 0) / scale).toBeCloseTo(one?.standardError ?? Number.NaN, 6);
      }
    }),
    { numRuns: 25 },
  );
});

test("the order of the rows changes nothing but ties", () => {
  const rows = rowsOf(3, 200);
  const order = rows.treated.map((_, row) => (row * 77) % 200);
  const shuffled = {
    treated: order.map((row) => rows.treated[row] ?? 0),
    outcome: order.map((row) => rows.outcome[row] ?? 0),
    covariates: rows.covariates.map((column) => order.map((row) => column[row] ?? 0)),
  };
  const [one, other] = [rows, shuffled].map((given) => {
    const pairs = nearestNeighbour(scoresOf(given).scores, given.treated, { replacement: false });
    return [
      estimated(inverseProbability(given, "att")).estimate,
      estimated(matchedPairs(pairs, given.outcome)).estimate,
    ];
  });
  for (const [index, value] of (one ?? []).entries()) expect(other?.[index]).toBeCloseTo(value, 7);
});

test("greedy matching: descending score first, ties to the first row, calipers leave people out, controls serve once", () => {
  const distance = [0.5, 0.9, 0.52, 0.85, 0.85, 0.1];
  const treated = [1, 1, 0, 0, 0, 0];
  expect(nearestNeighbour(distance, treated, { replacement: false })).toEqual([
    { treated: 0, control: 2 },
    { treated: 1, control: 3 },
  ]);
  expect(nearestNeighbour(distance, treated, { replacement: false, caliper: 0.03 })).toEqual([
    { treated: 0, control: 2 },
  ]);
  const close = [0.5, 0.51, 0.505, 0.1];
  expect(nearestNeighbour(close, [1, 1, 0, 0], { replacement: false })).toEqual([
    { treated: 0, control: 3 },
    { treated: 1, control: 2 },
  ]);
  expect(nearestNeighbour(close, [1, 1, 0, 0], { replacement: true }).map(({ control }) => control)).toEqual([2, 2]);
});

test("weighting covers the effect 95% of the time; weights taken as known overstate the error", () => {
  const studies = 400;
  let misses = 0;
  let wider = 0;
  for (let seed = 1; seed <= studies; seed += 1) {
    const { interval, standardError, detail } = estimated(inverseProbability(rowsOf(seed, 250), "ate"));
    if (interval[0] > 1 || interval[1] < 1) misses += 1;
    const { knownWeights } = detail as { knownWeights: { hc0: number } };
    if (knownWeights.hc0 > (standardError ?? 0)) wider += 1;
  }
  expect(Math.abs(misses / studies - 0.05)).toBeLessThan(0.035);
  expect(wider / studies).toBeGreaterThan(0.95);
});

test("at Gamma 1 the bounds are the signed rank test, and they widen as Gamma grows, up to the break-even", () => {
  const random = seededRandom(7);
  const differences = Array.from({ length: 60 }, () => random.normal() + 0.7);
  const result = rosenbaumBounds(differences, { gammas: [1, 1.5, 2, 3] });
  const test = signedRank(differences);
  if (result.kind !== "bounds" || test.kind !== "test") throw new Error("refused");
  expect(2 * (result.bounds[0]?.upper ?? 0)).toBeCloseTo(test.withoutContinuity.p, 12);
  expect(result.bounds[0]?.upper).toBeCloseTo(result.bounds[0]?.lower ?? Number.NaN, 14);
  const uppers = result.bounds.map(({ upper }) => upper);
  expect(uppers).toEqual([...uppers].sort((left, right) => left - right));
  const atBreakEven = rosenbaumBounds(differences, { gammas: [result.breakEven ?? 0] });
  expect(atBreakEven.kind === "bounds" && atBreakEven.bounds[0]?.upper).toBeCloseTo(0.05, 9);
  expect(rosenbaumBounds(differences.map((value) => -value))).toMatchObject({ breakEven: null });
});

test("no bias can be said to explain away what is not there, and nothing is said of no differences", () => {
  expect(rosenbaumBounds([0, 0])).toEqual({
    kind: "not-estimable",
    method: "rosenbaum_signed_rank",
    reason: "no-variation",
  });
  expect(rosenbaumBounds([1, Number.NaN])).toMatchObject({ reason: "not-finite" });
});

const apart = { treated: [1, 1, 1, 0, 0, 0], outcome: [1, 2, 3, 4, 5, 6], covariates: [[7, 8, 9, 1, 2, 3]] };
test("refusals have their reasons", () => {
  expect(inverseProbability(apart, "att")).toMatchObject({ kind: "not-estimable", reason: "separation" });
  expect(inverseProbability({ ...apart, treated: [1, 1, 1, 1, 1, 1] }, "att")).toMatchObject({
    reason: "no-comparison",
  });
  expect(matchedPairs([{ treated: 0, control: 3 }], apart.outcome)).toMatchObject({ reason: "too-few-people" });
  const twice = [0, 1, 2].map((person) => ({ treated: person, control: 3 }));
  expect(matchedPairs(twice, apart.outcome)).toMatchObject({ reason: "no-comparison" });
  expect(abadieImbens([1, 1, 1, 1, 1, 1], apart.treated, apart.outcome)).toMatchObject({ reason: "collinear" });
  expect(abadieImbens([1, 2, 3, 4, 5, 6], apart.treated, [5, 5, 5, 5, 5, 5])).toMatchObject({ reason: "no-variation" });
  expect(balanceTable(apart.covariates, [1, 1, 1, 1, 1, 1])).toEqual([]);
});
