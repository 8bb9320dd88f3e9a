import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels";

test("labels that have room stay where they are", () => {
  expect(spreadLabels([80, 20, 50], 14, 0, 100)).toEqual([80, 20, 50]);
});

test("labels that collide move apart and keep their order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 }), (wanted) => {
      const placed = spreadLabels(wanted, 14, 0, 200);
      const sorted = [...placed].sort((a, b) => a - b);
      sorted.slice(1).forEach((at, index) => {
        expect(at - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(14);
      });
      expect(Math.max(...placed)).toBeLessThanOrEqual(200);
      expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
    }),
  );
});
