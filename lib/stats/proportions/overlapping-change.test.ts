import { expect, test } from "vitest";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import { overlappingShareChange } from "./overlapping-change";

const nobody = { n: 0, now: 0, before: 0, always: 0 };

test("groups that share nobody have the interval of independent proportions", () => {
  // Newcombe (1998), Interval estimation for the difference between independent proportions, example (a): 56/70 less 48/80.
  const [now, before] = [
    { n: 70, events: 56 },
    { n: 80, events: 48 },
  ];
  const found = overlappingShareChange({ now, before, both: nobody });
  const published = riskDifferenceNewcombe({ treated: now, control: before });
  if (found.kind !== "figure" || published.kind !== "estimate") throw new Error("not estimable");
  expect(found.value).toBeCloseTo(0.2, 12);
  expect(found.interval[0]).toBeCloseTo(0.0524, 4);
  expect(found.interval[1]).toBeCloseTo(0.3339, 4);
  expect(found.interval[0]).toBeCloseTo(published.interval[0], 12);
});

test("the same people twice have the interval of paired proportions", () => {
  // Worked by hand after method 8 of Newcombe (1998), Improved confidence intervals for the difference between binomial proportions based on
  // paired data: 20 both, 12 only later, 2 only earlier, 16 never. Wilson of 32/50: 0.5014 to 0.7586; of 22/50: 0.3116 to 0.5769; phi 0.4835.
  const both = { n: 50, now: 32, before: 22, always: 20 };
  const found = overlappingShareChange({ now: { n: 50, events: 32 }, before: { n: 50, events: 22 }, both });
  const phi = (50 * 20 - 32 * 22) / Math.sqrt(32 * 18 * 22 * 28);
  const lower = (0.64 - 0.5014) ** 2 + (0.5769 - 0.44) ** 2 - 2 * phi * (0.64 - 0.5014) * (0.5769 - 0.44);
  const upper = (0.7586 - 0.64) ** 2 + (0.44 - 0.3116) ** 2 - 2 * phi * (0.7586 - 0.64) * (0.44 - 0.3116);
  if (found.kind !== "figure") throw new Error(found.kind);
  expect(found.value).toBeCloseTo(0.2, 12);
  expect(found.interval[0]).toBeCloseTo(0.2 - Math.sqrt(lower), 3);
  expect(found.interval[1]).toBeCloseTo(0.2 + Math.sqrt(upper), 3);
});

test("the more people are shared who stay as they were, the narrower it is", () => {
  const width = (shared: number) => {
    const half = shared / 2;
    const found = overlappingShareChange({
      now: { n: 100, events: 50 },
      before: { n: 100, events: 50 },
      both: { n: shared, now: half, before: half, always: half },
    });
    return found.kind === "figure" ? found.interval[1] - found.interval[0] : Number.NaN;
  };
  expect(width(0)).toBeGreaterThan(width(40));
  expect(width(40)).toBeGreaterThan(width(80));
});

test("all alone where nobody was has an interval, and an empty group has none", () => {
  const all = overlappingShareChange({ now: { n: 20, events: 20 }, before: { n: 20, events: 0 }, both: nobody });
  expect(all.kind === "figure" && all.interval[0]).toBeGreaterThan(0.6);
  expect(all.kind === "figure" && all.interval[1]).toBe(1);
  expect(overlappingShareChange({ now: { n: 0, events: 0 }, before: { n: 5, events: 1 }, both: nobody }).kind).toBe(
    "not-estimable",
  );
});
