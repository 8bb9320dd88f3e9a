import fc from "fast-check";
import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { medianInterval, medianRanks } from "./median-interval";
import { quantile, sortedQuantile } from "./quantile";

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const expected = expectedValues<Record<string, number[]>>("lalonde");
const outcome = (treat: number) =>
  column(
    readRows("lalonde/nsw_dw.csv").filter((row) => row.treat === treat),
    "re78",
  );

test.each([1, 2, 4, 5, 6, 7, 8, 9] as const)("type %d agrees with R in both arms", (type) => {
  for (const [arm, treat] of [
    ["treated", 1],
    ["control", 0],
  ] as const) {
    const values = outcome(treat);
    const found = probabilities.map((probability) => quantile(values, probability, type));
    expectRelative(found, expected(`exp.quantiles.type${type}`)[arm] ?? []);
  }
});

test("describes the arms with type 7 unless told otherwise", () => {
  for (const [arm, treat] of [
    ["treated", 1],
    ["control", 0],
  ] as const) {
    const {
      min = 0,
      q1_type7 = 0,
      median = 0,
      q3_type7 = 0,
      max = 0,
    } = expectedValues("lalonde")(`exp.describe.${arm}`);
    expectRelative(
      [0, 0.25, 0.5, 0.75, 1].map((probability) => quantile(outcome(treat), probability)),
      [min, q1_type7, median, q3_type7, max],
    );
  }
});

test("type 3 takes the nearest even rank", () => {
  expect([0.1, 0.25, 0.5, 0.75].map((probability) => quantile([1, 2, 3, 4, 5, 6], probability, 3))).toEqual([
    1, 2, 3, 4,
  ]);
});

test("the order of the values does not matter, and nobody has no quantile", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, probability) => {
        expect(quantile(values.toReversed(), probability)).toBe(quantile(values, probability));
      },
    ),
  );
  expect(quantile([], 0.5)).toBeNull();
});

// scipy 1.17.1: the largest rank with binom.cdf(rank - 1, n, 0.5) <= 0.025.
test.each([
  [6, 1, 6, 0.96875],
  [10, 2, 9, 0.978515625],
  [25, 8, 18, 0.9567147493362427],
  [185, 79, 107, 0.9607564242609561],
  [1000, 469, 532, 0.9537088026395019],
])("the median of %d people lies between ranks %d and %d", (n, lower, upper, coverage) => {
  expectRelative(medianRanks(n), { lower, upper, coverage }, 1e-12);
});

test("a median comes with the values at those ranks, or is known without an interval", () => {
  const values = [9, 1, 8, 2, 7, 3, 6, 4, 5, 10];
  expect(medianInterval(values)).toMatchObject({ kind: "figure", value: 5.5, interval: [2, 9], n: 10 });
  expect(medianInterval([1, 2, 4])).toMatchObject({ kind: "not-estimable", reason: "too-few-people", value: 2 });
  expect(medianInterval([])).toMatchObject({ kind: "not-estimable", reason: "too-few-people", value: null });
});

test("values in order give the same without being sorted again", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
      const sorted = Float64Array.from(values).sort();
      for (const probability of [0, 0.025, 0.5, 0.975, 1]) {
        expect(sortedQuantile(sorted, probability)).toBe(quantile(values, probability));
      }
    }),
  );
  expect(sortedQuantile([], 0.5)).toBeNull();
});
