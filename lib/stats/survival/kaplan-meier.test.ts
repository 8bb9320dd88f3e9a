import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { kaplanMeier, survivalAt } from "./kaplan-meier";
import { lifeTableOf } from "./life-table";
import { restrictedMean, restrictedMeanDifference } from "./restricted-mean";
import { survivalQuantile } from "./survival-quantile";

function curveOf(time: number[], event: number[]) {
  const curve = kaplanMeier(lifeTableOf({ time, event }));
  if (curve.kind !== "curve") throw new Error(curve.reason);
  return curve;
}

const people = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 1,
  maxLength: 60,
});

test("with nobody censored the curve is the share that had no event yet, with its binomial error", () => {
  const curve = curveOf([1, 2, 2, 3, 5, 8, 9, 9], [1, 1, 1, 1, 1, 1, 1, 1]);
  const at = survivalAt(curve, 4, "plain");
  expect(at.survival).toBeCloseTo(0.5, 12);
  expect(at.standardError).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 8), 12);
  expect(survivalAt(curve, 9)).toMatchObject({ atRisk: 2, survival: 0, standardError: null, interval: null });
  expect(survivalAt(curve, 0.5)).toMatchObject({ atRisk: 8, survival: 1, interval: [1, 1] });
});

test("the restricted mean of complete follow-up is the plain mean of times cut at the horizon", () => {
  const time = [1, 2, 2, 3, 5, 8, 9, 9];
  const mean = restrictedMean(
    curveOf(
      time,
      time.map(() => 1),
    ),
    6,
  );
  const cut = time.reduce((sum, value) => sum + Math.min(6, value), 0) / time.length;
  expect(mean).toMatchObject({ kind: "restricted-mean", value: expect.closeTo(cut, 12) });
});

test("the order of people changes nothing, and a change of the unit of time scales times only", () => {
  fc.assert(
    fc.property(people, fc.constantFrom(1e-9, 7, 1e9), (rows, unit) => {
      const [time, event] = [rows.map(([at]) => at), rows.map(([, had]) => had)];
      const curve = curveOf(time, event);
      const turned = curveOf([...time].reverse(), [...event].reverse());
      const scaled = curveOf(
        time.map((value) => value * unit),
        event,
      );
      expect(turned).toEqual(curve);
      expect(scaled.steps.map(({ survival }) => survival)).toEqual(curve.steps.map(({ survival }) => survival));
      const [median, other] = [survivalQuantile(curve), survivalQuantile(scaled)];
      if (median.time === null) expect(other.time).toBeNull();
      else expect((other.time ?? 0) / unit).toBeCloseTo(median.time, 9);
    }),
  );
});

test("every interval holds the curve and lies between 0 and 1", () => {
  fc.assert(
    fc.property(people, fc.constantFrom("log-log", "log", "plain" as const), (rows, scale) => {
      const curve = curveOf(
        rows.map(([at]) => at),
        rows.map(([, had]) => had),
      );
      for (const { time } of curve.steps) {
        const { survival, interval } = survivalAt(curve, time, scale);
        if (interval === null) expect(survival).toBe(0);
        else {
          expect(interval[0]).toBeLessThanOrEqual(survival);
          expect(interval[1]).toBeGreaterThanOrEqual(survival);
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[1]).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test("intervals for survival and for the difference of restricted means cover 95% of the time", () => {
  const random = seededRandom(5);
  const arm = (rate: number, n: number) => {
    const ends = Array.from({ length: n }, () => {
      const [due, left] = [-Math.log(random.uniform()) / rate, 1 + 3 * random.uniform()];
      return { time: Math.min(due, left), event: due <= left ? 1 : 0 };
    });
    return curveOf(
      ends.map(({ time }) => time),
      ends.map(({ event }) => event),
    );
  };
  const mean = (rate: number) => (1 - Math.exp(-rate)) / rate;
  let [missed, wrong] = [0, 0];
  const studies = 800;
  for (let study = 0; study < studies; study += 1) {
    const [treated, control] = [arm(0.5, 80), arm(0.9, 60)];
    const [low, high] = survivalAt(treated, 1).interval ?? [0, 0];
    if (Math.exp(-0.5) < low || Math.exp(-0.5) > high) missed += 1;
    const difference = restrictedMeanDifference({ treated, control }, 1);
    if (difference.kind !== "estimate") throw new Error(difference.reason);
    const truth = mean(0.5) - mean(0.9);
    if (truth < difference.interval[0] || truth > difference.interval[1]) wrong += 1;
  }
  const slack = 3 * Math.sqrt((0.05 * 0.95) / studies);
  expect(Math.abs(missed / studies - 0.05)).toBeLessThan(slack);
  expect(Math.abs(wrong / studies - 0.05)).toBeLessThan(slack);
});

test("refuses nobody, undefined times and a horizon nobody was watched until", () => {
  expect(kaplanMeier([])).toMatchObject({ kind: "not-estimable", reason: "too-few-people" });
  const table = [{ time: Number.NaN, events: 1, censored: 0 }];
  expect(kaplanMeier(table)).toMatchObject({ kind: "not-estimable", reason: "not-finite" });
  const curve = curveOf([1, 2, 3], [1, 1, 0]);
  expect(restrictedMean(curve, 4)).toMatchObject({ kind: "not-estimable", reason: "follow-up-too-short" });
  expect(restrictedMean(curveOf([1, 2, 3], [1, 1, 1]), 4)).toMatchObject({ value: 2 });
  expect(restrictedMeanDifference({ treated: curve, control: curve }, 0.5)).toMatchObject({ reason: "no-variation" });
});
