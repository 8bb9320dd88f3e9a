import fc from "fast-check";
import { expect, test } from "vitest";
import type { NotEstimable } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import type { BoundedEffect } from "./bounded-effect";
import { imbensManski } from "./imbens-manski";
import { leeBounds } from "./lee-bounds";
import { manskiBounds } from "./manski-bounds";
import { trimmedMean } from "./trimmed-mean";

function bounded(result: BoundedEffect | NotEstimable): BoundedEffect {
  if (result.kind !== "bounds") throw new Error(result.reason);
  return result;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every way to keep `size` of the values. */
function subsets(values: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return values.flatMap((value, index) => subsets(values.slice(index + 1), size - 1).map((rest) => [value, ...rest]));
}

test("the bounds are the extremes over every way to drop the excess people, ties or not", () => {
  for (const outcomes of [
    [3, 1, 4, 1.5, 9, 2.6, 5, 3.5],
    [1, 1, 0, 2, 2, 2, 1, 0],
  ]) {
    const control = [2, 4, 3, 1, 0, 5];
    const kept = subsets(outcomes, 6).map((subset) => mean(subset) - mean(control));
    const { bounds, detail } = bounded(
      leeBounds({ treated: { assigned: 10, outcomes }, control: { assigned: 10, outcomes: control } }),
    );
    expectRelative(bounds, [Math.min(...kept), Math.max(...kept)]);
    expect(detail?.trimmed).toBe("treated");
    expectRelative(detail?.trimmedShare, 0.25);
  }
});

test("a share that cuts a value in two keeps its part of it", () => {
  const sorted = Float64Array.from([1, 2, 4]);
  expectRelative(trimmedMean(sorted, 0.5, "lowest").mean, (1 + 2 * 0.5) / 1.5);
  expectRelative(trimmedMean(sorted, 0.5, "highest").mean, (4 + 2 * 0.5) / 1.5);
  expectRelative(trimmedMean(Float64Array.from([0, 1, 1, 1]), 0.5, "lowest").mean, 0.5);
});

test("the error is that of Lee's proposition 3, written out", () => {
  const outcomes = Array.from({ length: 80 }, (_, index) => Math.sin(index * 7) * 10);
  const control = Array.from({ length: 60 }, (_, index) => Math.cos(index * 5) * 10);
  const { standardErrors } = bounded(
    leeBounds({ treated: { assigned: 100, outcomes }, control: { assigned: 100, outcomes: control } }),
  );
  const sorted = [...outcomes].sort((a, b) => a - b);
  const kept = sorted.slice(0, 60);
  const cut = kept[59] ?? 0;
  const average = mean(kept);
  const p = 0.25;
  const within = mean(kept.map((value) => (value - average) ** 2));
  const shareVariance = (1 - p) ** 2 * ((1 - 0.8) / 80 + (1 - 0.6) / 60);
  const published =
    within / (80 * (1 - p)) +
    ((cut - average) ** 2 * p) / (80 * (1 - p)) +
    ((cut - average) / (1 - p)) ** 2 * shareVariance +
    momentsOf(control).variance / 60;
  expectRelative(standardErrors[0], Math.sqrt(published), 0.005);
});

test("relabelling the arms turns the bounds around, and shifting or scaling the outcome carries through", () => {
  const outcomes = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(outcomes, outcomes, fc.nat(20), fc.nat(20), (first, second, lostFirst, lostSecond) => {
      fc.pre(new Set(first).size > 1 && new Set(second).size > 1);
      const treated = { assigned: first.length + lostFirst, outcomes: first };
      const control = { assigned: second.length + lostSecond, outcomes: second };
      const one = bounded(leeBounds({ treated, control }));
      const other = bounded(leeBounds({ treated: control, control: treated }));
      expectRelative(other.bounds, [-one.bounds[1], -one.bounds[0]], 1e-9);
      expectRelative(other.interval, [-one.interval[1], -one.interval[0]], 1e-9);
      expect(one.bounds[0]).toBeLessThanOrEqual(one.bounds[1] + 1e-12);
      const scaled = (values: number[]) => values.map((value) => 1e6 * (value + 1000));
      const moved = bounded(
        leeBounds({
          treated: { ...treated, outcomes: scaled(first) },
          control: { ...control, outcomes: scaled(second) },
        }),
      );
      for (const side of [0, 1] as const) expect(moved.bounds[side] / 1e6).toBeCloseTo(one.bounds[side], 6);
    }),
  );
});

test("where both arms lose the same share nothing is trimmed and the bounds meet", () => {
  const result = bounded(
    leeBounds({ treated: { assigned: 6, outcomes: [1, 2, 6] }, control: { assigned: 8, outcomes: [0, 1, 2, 3] } }),
  );
  expectRelative(result.bounds, [1.5, 1.5]);
  expect(result.detail?.trimmed).toBeNull();
});

test("refuses an empty arm, one person, more observed than assigned and values that do not differ", () => {
  const some = { assigned: 5, outcomes: [1, 2, 3] };
  const reason = (treated: typeof some, control = some) => leeBounds({ treated, control });
  expect(reason({ assigned: 5, outcomes: [] })).toMatchObject({ reason: "no-comparison" });
  expect(reason({ assigned: 5, outcomes: [1] })).toMatchObject({ reason: "too-few-people" });
  expect(reason({ assigned: 2, outcomes: [1, 2, 3] })).toMatchObject({ reason: "not-finite" });
  expect(reason({ assigned: 5, outcomes: [1, Number.NaN] })).toMatchObject({ reason: "not-finite" });
  const same = { assigned: 5, outcomes: [2, 2, 2] };
  expect(reason(same, same)).toMatchObject({ reason: "no-variation" });
});

test("the Imbens-Manski constant runs from two-sided at no width to one-sided at great width", () => {
  const constant = (width: number) => -imbensManski({ low: 0, high: width, lowError: 1, highError: 1 }, 0.95)[0];
  expect(constant(0)).toBeCloseTo(1.959964, 5);
  expect(constant(50)).toBeCloseTo(1.644854, 5);
  expect(constant(1)).toBeGreaterThan(1.645);
  expect(constant(1)).toBeLessThan(constant(0.5));
});

/** People have a level; the low ones leave the control arm, and the effect on those who would stay is 1. */
function study(random: ReturnType<typeof seededRandom>, discrete: boolean) {
  const arm = (isTreated: boolean) => {
    const outcomes: number[] = [];
    for (let person = 0; person < 200; person += 1) {
      const level = random.normal();
      const stays = level > (isTreated ? -1.2 : -0.6);
      const outcome = level + random.normal() + (isTreated ? 1 : 0);
      if (stays) outcomes.push(discrete ? Math.round(outcome) : outcome);
    }
    return { assigned: 200, outcomes };
  };
  return { treated: arm(true), control: arm(false) };
}

test("the effect on those who would stay is held at least 95% of the time, and the errors match the spread", () => {
  for (const discrete of [false, true]) {
    const random = seededRandom(41);
    const studies = 400;
    let missed = 0;
    const lows: number[] = [];
    const errors: number[] = [];
    for (let index = 0; index < studies; index += 1) {
      const result = bounded(leeBounds(study(random, discrete)));
      if (result.interval[0] > 1 || result.interval[1] < 1) missed += 1 / studies;
      lows.push(result.bounds[0]);
      errors.push(result.standardErrors[0]);
    }
    expect(missed).toBeLessThan(0.05);
    expect(Math.abs(mean(errors) / Math.sqrt(momentsOf(lows).variance) - 1)).toBeLessThan(0.09);
  }
}, 60_000);

test("worst-case bounds complete the missing at the ends of the range, from moments", () => {
  const treated = [1, 0, 1, 1];
  const control = [0, 1, 0];
  const arms = {
    treated: { assigned: 6, observed: momentsOf(treated) },
    control: { assigned: 5, observed: momentsOf(control) },
  };
  const { bounds, standardErrors } = bounded(manskiBounds(arms, [0, 1]));
  expectRelative(bounds, [3 / 6 - 3 / 5, 5 / 6 - 1 / 5]);
  const low = [momentsOf([...treated, 0, 0]), momentsOf([...control, 1, 1])];
  expectRelative(standardErrors[0], Math.sqrt((low[0]?.variance ?? 0) / 6 + (low[1]?.variance ?? 0) / 5));
  expectRelative(bounds[1] - bounds[0], 2 / 6 + 2 / 5);
  expect(manskiBounds(arms, [1, 1])).toMatchObject({ reason: "not-finite" });
  expect(manskiBounds({ ...arms, treated: { ...arms.treated, assigned: 0 } }, [0, 1])).toMatchObject({
    reason: "no-comparison",
  });
});
