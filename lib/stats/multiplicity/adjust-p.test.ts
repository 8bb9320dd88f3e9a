import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { type Adjustment, adjustP } from "./adjust-p";

const all: Adjustment[] = ["benjamini_hochberg", "benjamini_yekutieli", "holm", "hochberg", "bonferroni"];
const someP = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

test("one test needs no adjustment, and tests that could not be made do not count", () => {
  for (const adjustment of all) {
    expect(adjustP([0.03], adjustment)).toEqual([0.03]);
    expect(adjustP([null, 0.03, null], adjustment)).toEqual([null, 0.03, null]);
    expect(adjustP([], adjustment)).toEqual([]);
  }
});

test("two tests, by hand", () => {
  expect(adjustP([0.01, 0.02], "benjamini_yekutieli")).toEqual([expect.closeTo(0.03, 12), expect.closeTo(0.03, 12)]);
  expect(adjustP([0.01, 0.02], "benjamini_hochberg")).toEqual([0.02, 0.02]);
  expect(adjustP([0.01, 0.04], "holm")).toEqual([0.02, 0.04]);
  expect(adjustP([0.03, 0.04], "holm")).toEqual([0.06, 0.06]);
  expect(adjustP([0.03, 0.04], "hochberg")).toEqual([0.04, 0.04]);
});

test("adjusted values keep their order, follow their test when rows move, and never fall below the raw ones", () => {
  fc.assert(
    fc.property(someP, fc.constantFrom(...all), (values, adjustment) => {
      const there = adjustP(values, adjustment).map(Number);
      const turned = adjustP([...values].reverse(), adjustment)
        .map(Number)
        .reverse();
      for (const [index, value] of values.entries()) {
        expect(turned[index]).toBeCloseTo(there[index] ?? 0, 12);
        expect(there[index]).toBeGreaterThanOrEqual(value * (1 - 1e-12));
        expect(there[index]).toBeLessThanOrEqual(1);
        for (const [other, p] of values.entries()) {
          if (p < value) expect(there[other]).toBeLessThanOrEqual((there[index] ?? 0) + 1e-12);
        }
      }
    }),
  );
});

test("under no effects Holm errs at all 5% of the time; Benjamini-Hochberg keeps false findings at 5% times the share of nulls", () => {
  const random = seededRandom(17);
  const studies = 3000;
  let [errs, falseShare] = [0, 0];
  for (let study = 0; study < studies; study += 1) {
    const nulls = Array.from({ length: 12 }, () => random.uniform());
    if (adjustP(nulls, "holm").some((p) => (p ?? 1) <= 0.05)) errs += 1;
    const found = adjustP([...nulls.slice(0, 8), 1e-9, 1e-9, 1e-9, 1e-9], "benjamini_hochberg").map(
      (p) => (p ?? 1) <= 0.05,
    );
    const wrong = found.slice(0, 8).filter(Boolean).length;
    falseShare += wrong / found.filter(Boolean).length;
  }
  // Holm's exact rate is 1 - (1 - 0.05 / 12)^12 = 0.0489 for the first step.
  expect(Math.abs(errs / studies - 0.0489)).toBeLessThan(0.012);
  expect(Math.abs(falseShare / studies - (0.05 * 8) / 12)).toBeLessThan(0.004);
});
