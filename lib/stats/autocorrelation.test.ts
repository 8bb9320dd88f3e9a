import { expect, test } from "vitest";
import { autocorrelation } from "./autocorrelation";

test("a series that alternates and one that climbs", () => {
  expect(autocorrelation([1, -1, 1, -1])).toBeCloseTo(-3 / 4, 12);
  expect(autocorrelation([1, -1, 1, -1], 2)).toBeCloseTo(2 / 4, 12);
  expect(autocorrelation([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBeCloseTo(0, 12);
});

test("is unknown for a series too short or without variation", () => {
  expect(autocorrelation([1, 2], 2)).toBeNull();
  expect(autocorrelation([3, 3, 3])).toBeNull();
  expect(autocorrelation([])).toBeNull();
});
