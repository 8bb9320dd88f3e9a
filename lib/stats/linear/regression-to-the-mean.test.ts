import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { seededRandom } from "@/lib/stats/random";
import { regressionToTheMean } from "./regression-to-the-mean";

test("the worst fifth recover without any effect by what the method expects", () => {
  const random = seededRandom(1);
  const people = Array.from({ length: 20_000 }, () => {
    const level = random.normal();
    return {
      chosenBy: level + random.normal(),
      later: level + random.normal() + 0.5,
      after: level + random.normal() + 0.5,
    };
  });
  const worst = [...people].sort((left, right) => left.chosenBy - right.chosenBy).slice(0, 4000);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const chosenMean = mean(worst.map(({ chosenBy }) => chosenBy));
  const eligible = jointMomentsOf([people.map(({ later }) => later), people.map(({ chosenBy }) => chosenBy)]);
  const result = regressionToTheMean(eligible, chosenMean);
  if (result.kind !== "regression-to-the-mean") throw new Error(result.reason);
  expect(result.carriedOver).toBeCloseTo(0.5, 1);
  expect(result.expectedChange).toBeCloseTo(mean(worst.map(({ after }) => after)) - 0.5 - chosenMean, 1);
  expect(result.interval[0]).toBeLessThan(result.expectedChange);
});

test("nothing regresses where the chosen are average or values never change", () => {
  const same = jointMomentsOf([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ]);
  expect(regressionToTheMean(same, 1)).toMatchObject({ expectedChange: 0, standardError: 0 });
  const noisy = jointMomentsOf([
    [1, 4, 2, 3],
    [1, 2, 3, 4],
  ]);
  expect(regressionToTheMean(noisy, 2.5)).toMatchObject({ expectedChange: 0 });
});

test.each([
  [
    "too-few-people",
    [
      [1, 2],
      [1, 2],
    ],
    1,
  ],
  [
    "no-variation",
    [
      [1, 2, 3],
      [5, 5, 5],
    ],
    1,
  ],
  [
    "not-finite",
    [
      [1, 2, 3],
      [1, 2, 4],
    ],
    Number.NaN,
  ],
] as [string, number[][], number][])("refuses: %s", (reason, columns, chosen) => {
  expect(regressionToTheMean(jointMomentsOf(columns), chosen)).toEqual({ kind: "not-estimable", reason });
});
