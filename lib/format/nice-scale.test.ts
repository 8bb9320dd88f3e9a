import fc from "fast-check";
import { expect, test } from "vitest";
import { niceScale } from "@/lib/format/nice-scale";

test("ticks are round and hold all values", () => {
  expect(niceScale([2.1, 3.9])).toMatchObject({ low: 2, high: 4, ticks: [2, 2.5, 3, 3.5, 4], decimals: 1 });
  expect(niceScale([0.013, 0.094], { zero: true })).toMatchObject({ low: 0, high: 0.1, decimals: 3 });
});

test("a scale from zero keeps zero, also for values below it", () => {
  expect(niceScale([-7, -3], { zero: true }).ticks.at(-1)).toBe(0);
  expect(niceScale([], { zero: true }).ticks.length).toBeGreaterThan(1);
});

test("every value lies inside, and ticks rise by one step", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const spread = Math.max(...values) - Math.min(...values);
      fc.pre(spread === 0 || spread > 1e-6);
      const { low, high, ticks } = niceScale(values);
      const slack = (high - low) * 1e-6;
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low - slack);
      expect(Math.max(...values)).toBeLessThanOrEqual(high + slack);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
