import fc from "fast-check";
import { expect, test } from "vitest";
import { estimated, expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { jointMomentsOf } from "./joint-moments";
import { momentsOf } from "./moments";
import { type RatioMoments, ratioOfSums, ratioOfSumsDifference } from "./ratio-of-sums";
import { welch } from "./welch";

function ratioMoments(numerators: readonly number[], denominators: readonly number[]): RatioMoments {
  const { n, means, covariance } = jointMomentsOf([numerators, denominators]);
  return {
    n,
    meanNumerator: means[0] ?? 0,
    meanDenominator: means[1] ?? 0,
    varianceNumerator: covariance[0]?.[0] ?? 0,
    varianceDenominator: covariance[1]?.[1] ?? 0,
    covariance: covariance[0]?.[1] ?? 0,
  };
}
const ones = (values: readonly number[]) => values.map(() => 1);

test("over denominators of one it is the mean of the leads of Morton et al. with R's t interval", () => {
  const rows = readRows("power-and-proportions/lead.csv");
  const control = column(rows, "control");
  const gaps = column(rows, "exposed").map((exposed, pair) => exposed - (control[pair] ?? 0));
  const {
    estimate = 0,
    se = 0,
    df = 0,
    ci_low = 0,
    ci_high = 0,
  } = expectedValues("power-and-proportions")("paired_t.lead");
  expectRelative(ratioOfSums(ratioMoments(gaps, ones(gaps))), {
    value: estimate,
    standardError: se,
    degreesOfFreedom: df,
    interval: [ci_low, ci_high],
  });
});

test("over denominators of one the difference of two is Welch's test", () => {
  const rows = readRows("lalonde/nsw_dw.csv");
  const arm = (treat: number) =>
    column(
      rows.filter((row) => row.treat === treat),
      "re78",
    );
  const { estimate, standardError, p, degreesOfFreedom } = estimated(
    welch({ treated: momentsOf(arm(1)), control: momentsOf(arm(0)) }),
  );
  const difference = ratioOfSumsDifference({
    treated: ratioMoments(arm(1), ones(arm(1))),
    control: ratioMoments(arm(0), ones(arm(0))),
  });
  expectRelative(difference, { estimate, standardError, p, degreesOfFreedom }, 1e-11);
});

// By hand: ratio 12 / 8, residuals num - 1.5 den = (-0.5, -1, 1.5, 0), variance 3.5 / 3, error sqrt(3.5 / 12) / 2.
test("a ratio of sums and its linearised error, by hand", () => {
  const result = ratioOfSums(ratioMoments([1, 2, 6, 3], [1, 2, 3, 2]));
  expectRelative(result, { value: 1.5, standardError: Math.sqrt(3.5 / 12) / 2, degreesOfFreedom: 3, n: 4 }, 1e-12);
});

const person = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }));
const people = fc
  .array(person, { minLength: 3, maxLength: 30 })
  .map((all) => [all.map(([numerator]) => numerator), all.map(([, denominator]) => denominator)] as const)
  .filter(([numerators, denominators]) => ratioOfSums(ratioMoments(numerators, denominators)).kind === "figure");

test("is the ratio of the sums, and follows the unit of numerator and denominator", () => {
  fc.assert(
    fc.property(people, ([numerators, denominators]) => {
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      const figure = ratioOfSums(ratioMoments(numerators, denominators));
      const scaled = ratioOfSums(
        ratioMoments(
          numerators.map((value) => 7 * value),
          denominators.map((value) => value / 60),
        ),
      );
      if (figure.kind !== "figure" || scaled.kind !== "figure") throw new Error("refused");
      expect(figure.value).toBeCloseTo(sum(numerators) / sum(denominators), 10);
      expectRelative(scaled, { value: 420 * figure.value, standardError: 420 * (figure.standardError ?? 0) }, 1e-6);
    }),
  );
});

test.each([
  ["too-few-people", null, [], []],
  ["too-few-people", 1.5, [3], [2]],
  ["no-denominator", null, [3, 1], [0, 0]],
  ["no-variation", 0.5, [1, 2, 0.3], [2, 4, 0.6]],
])("refuses: %s, keeping the value where there is one", (reason, value, numerators, denominators) => {
  expect(ratioOfSums(ratioMoments(numerators, denominators))).toMatchObject({ kind: "not-estimable", reason, value });
});

test("a difference refuses an empty side and a side without denominator", () => {
  const some = ratioMoments([1, 2, 5], [2, 4, 4]);
  const nobody = ratioMoments([], []);
  const idle = ratioMoments([0, 0, 0], [0, 0, 0]);
  expect(ratioOfSumsDifference({ treated: some, control: nobody })).toMatchObject({ reason: "no-comparison" });
  expect(ratioOfSumsDifference({ treated: idle, control: some })).toMatchObject({ reason: "no-denominator" });
});
