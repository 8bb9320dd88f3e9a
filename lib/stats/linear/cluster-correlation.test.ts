import { expect, test } from "vitest";
import { momentsOf } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { clusterCorrelation } from "./cluster-correlation";
import { randomIntercept } from "./random-intercept";

function teams(seed: number, sizes: readonly number[], between: number, scale = 1) {
  const random = seededRandom(seed);
  return sizes.map((size) => {
    const level = Math.sqrt(between) * random.normal();
    return momentsOf(Array.from({ length: size }, () => scale * (50 + level + random.normal())));
  });
}

const anova = (groups: Parameters<typeof clusterCorrelation>[0]) => {
  const result = clusterCorrelation(groups);
  if (result.kind !== "correlation") throw new Error(result.reason);
  return result;
};
const likelihood = (groups: Parameters<typeof randomIntercept>[0]) => {
  const result = randomIntercept(groups);
  if (result.kind !== "random-intercept") throw new Error(result.reason);
  return result;
};

test("with equal clusters analysis of variance and restricted likelihood agree", () => {
  const groups = teams(1, new Array<number>(30).fill(12), 0.5);
  const [left, right] = [anova(groups), likelihood(groups)];
  expect(right.icc).toBeCloseTo(left.icc, 6);
  expect(right.varianceWithin).toBeCloseTo(left.meanSquareWithin, 6);
  expect(right.standardError).toBeCloseTo(Math.sqrt(left.meanSquareBetween / 360), 6);
  expect(left.effectiveSize).toBeCloseTo(12, 12);
  expect(left.designEffect).toBeCloseTo(1 + 11 * left.icc, 12);
});

test("people who are no more alike within clusters: below zero by analysis of variance, zero by likelihood", () => {
  const groups = [
    [1, 9],
    [2, 8],
    [3, 7.5],
  ].map(momentsOf);
  expect(anova(groups).icc).toBeLessThan(0);
  expect(anova(groups).designEffect).toBe(1);
  expect(likelihood(groups)).toMatchObject({ icc: 0, varianceBetween: 0 });
});

test("both find the planted correlation, whatever the unit", () => {
  const sizes = Array.from({ length: 400 }, (_, index) => 3 + (index % 17));
  for (const scale of [1e-9, 1, 1e9]) {
    expect(anova(teams(2, sizes, 0.25, scale)).icc).toBeCloseTo(0.2, 1);
    expect(likelihood(teams(2, sizes, 0.25, scale)).icc).toBeCloseTo(0.2, 1);
  }
});

test.each([
  ["too-few-clusters", [[1, 2, 3]]],
  ["too-few-people", [[1], [2], [3]]],
  [
    "no-variation",
    [
      [1, 1],
      [2, 2],
    ],
  ],
])("refuses: %s", (reason, groups) => {
  expect(randomIntercept(groups.map(momentsOf))).toEqual({ kind: "not-estimable", reason });
});
