import fc from "fast-check";
import { expect, test } from "vitest";
import type { ComparedRows } from "@/lib/stats/matching/compared-rows";
import { momentsOf } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { doublyRobustDid } from "./doubly-robust-did";

/**
 * Changes that rise with a covariate, as the chance of being treated does; `bend` makes the outcome regression wrong.
 */
function rowsOf(seed: number, n: number, bend = 0): ComparedRows {
  const random = seededRandom(seed);
  const people = Array.from({ length: n }, () => {
    const x = random.normal();
    const treated = random.uniform() < 1 / (1 + Math.exp(0.5 - 0.7 * x)) ? 1 : 0;
    return { x, treated, change: 2 + x + bend * x * x + random.normal() + 1.5 * treated };
  });
  return {
    treated: people.map(({ treated }) => treated),
    outcome: people.map(({ change }) => change),
    covariates: [people.map(({ x }) => x)],
  };
}

test.each(["traditional", "improved"] as const)(
  "without covariates it is the difference of mean changes: %s",
  (kind) => {
    const rows = { ...rowsOf(1, 80), covariates: [] };
    const arm = (flag: number) =>
      momentsOf([...(rows.outcome as number[])].filter((_, row) => rows.treated[row] === flag));
    const result = estimated(doublyRobustDid(rows, kind));
    expect(result.estimate).toBeCloseTo(arm(1).mean - arm(0).mean, 10);
    const population = ({ n, variance }: { n: number; variance: number }) => (variance * (n - 1)) / n / n;
    const error = Math.sqrt(((population(arm(1)) + population(arm(0))) * 80) / 79);
    expect(result.standardError).toBeCloseTo(error, 10);
  },
);

test.each(["traditional", "improved"] as const)(
  "a wrong outcome regression does no harm where the score is right: %s",
  (kind) => {
    const result = estimated(doublyRobustDid(rowsOf(2, 6000, 1), kind));
    expect(Math.abs(result.estimate - 1.5)).toBeLessThan(4 * (result.standardError ?? 0));
  },
);

test("an improved estimate equals the traditional one up to its error, and both scale with the outcome", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(1e-9, 1e9), (seed, scale) => {
      const rows = rowsOf(seed, 150);
      const [traditional, improved] = (["traditional", "improved"] as const).map((kind) =>
        estimated(doublyRobustDid(rows, kind)),
      );
      expect(Math.abs((traditional?.estimate ?? 0) - (improved?.estimate ?? 9))).toBeLessThan(
        traditional?.standardError ?? 0,
      );
      const moved = {
        ...rows,
        outcome: [...(rows.outcome as number[])].map((value) => scale * (value + 3)),
        covariates: rows.covariates.map((column) => column.map((value) => scale * (value + 7))),
      };
      for (const [kind, plain] of [
        ["traditional", traditional],
        ["improved", improved],
      ] as const) {
        const other = estimated(doublyRobustDid(moved, kind));
        expect(other.estimate / scale).toBeCloseTo(plain?.estimate ?? Number.NaN, 7);
        expect((other.standardError ?? 0) / scale).toBeCloseTo(plain?.standardError ?? Number.NaN, 7);
      }
    }),
    { numRuns: 20 },
  );
});

test.each(["traditional", "improved"] as const)("covers the planted effect 95% of the time: %s", (kind) => {
  const studies = 300;
  let misses = 0;
  for (let seed = 1; seed <= studies; seed += 1) {
    const { interval } = estimated(doublyRobustDid(rowsOf(seed, 150), kind));
    if (interval[0] > 1.5 || interval[1] < 1.5) misses += 1;
  }
  expect(Math.abs(misses / studies - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
});

test.each([
  ["no-comparison", { treated: [1, 1, 1], outcome: [1, 2, 3], covariates: [] }],
  [
    "separation",
    { treated: [1, 1, 1, 0, 0, 0, 0, 0], outcome: [1, 2, 3, 4, 5, 6, 7, 9], covariates: [[8, 9, 7, 1, 2, 3, 4, 2]] },
  ],
  ["no-variation", { treated: [1, 1, 1, 0, 0, 0], outcome: [2, 2, 2, 2, 2, 2], covariates: [] }],
  ["not-finite", { treated: [1, 1, 1, 0, 0, 0], outcome: [2, Number.NaN, 2, 2, 1, 2], covariates: [] }],
] as [string, ComparedRows][])("refuses: %s", (reason, rows) => {
  expect(doublyRobustDid(rows)).toMatchObject({ kind: "not-estimable", method: "dr_did", reason });
});
