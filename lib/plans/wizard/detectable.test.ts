import { expect, test } from "vitest";
import { minimumDetectable } from "@/lib/stats/power/precision";
import { detectableOf, marginOf, moneyOf, powerAt } from "./detectable";

const precision = {
  kind: "precision" as const,
  method: "x",
  standardError: 1,
  degreesOfFreedom: Number.POSITIVE_INFINITY,
};
const plain = { log: false, mean: 40, direction: "up" as const };

test("with a normal test the detectable effect is 1.96 + 0.84 errors, and its power is four in five", () => {
  const found = detectableOf(precision, plain);
  expect(found?.effect).toBeCloseTo(2.80158, 4);
  expect(found?.ofMean).toBeCloseTo(2.80158 / 40, 5);
  expect(powerAt(precision, found?.effect ?? 0, plain)).toBeCloseTo(0.8, 9);
  expect(powerAt(precision, 0, plain)).toBeCloseTo(0.05, 9);
});

test("of logarithms the effect is brought back into the KPI's unit, towards the side it is looked for", () => {
  const small = { ...precision, standardError: 0.05 };
  const log = minimumDetectable(small) ?? 0;
  const up = { log: true, mean: 40, direction: "up" as const };
  const down = { ...up, direction: "down" as const };
  expect(detectableOf(small, up)?.effect).toBeCloseTo(40 * (Math.exp(log) - 1), 9);
  expect(detectableOf(small, down)?.effect).toBeCloseTo(40 * (1 - Math.exp(-log)), 9);
  expect(powerAt(small, detectableOf(small, down)?.effect ?? 0, down)).toBeCloseTo(0.8, 9);
  expect(powerAt(small, 41, down)).toBe(1);
  expect(marginOf(4, down)).toBeCloseTo(-Math.log(0.9), 12);
  expect(marginOf(4, plain)).toBe(4);
});

const worth = { valuePerUnit: 14.5, kpiKind: "ratio" as const, volume: 380, carriers: 100, period: "month" as const };

test("money counts how often there is something to get right, in a year", () => {
  expect(moneyOf(0.01, worth)).toEqual({ kind: "money", aYear: expect.closeTo(0.01 * 380 * 14.5 * 100 * 12, 6) });
  expect(moneyOf(50, { ...worth, kpiKind: "sum", valuePerUnit: 1, volume: null })).toMatchObject({
    aYear: 50 * 100 * 12,
  });
});

test("an amount nobody can know is not given", () => {
  expect(moneyOf(1, { ...worth, valuePerUnit: null })).toEqual({ kind: "unknown", why: "no-value" });
  expect(moneyOf(1, { ...worth, kpiKind: "mean" })).toEqual({ kind: "unknown", why: "no-volume" });
  expect(moneyOf(1, { ...worth, volume: null })).toEqual({ kind: "unknown", why: "no-volume" });
});
