import fc from "fast-check";
import { expect, test } from "vitest";
import { scaleInput } from "./input";
import { levelOf } from "./mapping";
import { percentileCaveat, presetOf, presets } from "./presets";

// Worked by hand: 4 of 1-8 lies halfway from (3, 2) to (5, 3); 70 of 1-100 halfway from (60, 3) to (80, 4); O*NET 4 is 1 + 4 * 4/7.
test.each([
  ["1-5", 3.5, 3.5],
  ["1-8", 4, 2.5],
  ["1-8", 8, 5],
  ["1-10", 5.5, 3],
  ["1-100", 70, 3.5],
  ["percentile", 62.5, 3.5],
  ["o*net level", 4, 1 + 16 / 7],
])("on the scale %s, %d is level %d", (name, value, level) => {
  const scale = presetOf(name);
  expect(scale && levelOf(scale, value)).toBeCloseTo(level, 12);
});

test.each(presets.map((preset) => [preset.name, preset] as const))(
  "%s goes from level 1 to 5, never down, and knows its ends",
  (_, scale) => {
    expect(scaleInput.safeParse({ ...scale, basedOn: 0 }).error).toBeUndefined();
    expect([levelOf(scale, scale.lowest), levelOf(scale, scale.highest)]).toEqual([1, 5]);
    expect([
      levelOf(scale, scale.lowest - 0.01),
      levelOf(scale, scale.highest + 0.01),
      levelOf(scale, Number.NaN),
    ]).toEqual([null, null, null]);
    const on = fc.double({ min: scale.lowest, max: scale.highest, noNaN: true });
    fc.assert(
      fc.property(on, on, (one, other) => {
        const [low, high] = [levelOf(scale, Math.min(one, other)) ?? 0, levelOf(scale, Math.max(one, other)) ?? 0];
        expect(low).toBeGreaterThanOrEqual(1);
        expect(high).toBeLessThanOrEqual(5);
        expect(high - low).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  },
);

test("a mapping that falls, repeats a value or leaves an end open is refused with the point that is wrong", () => {
  const scale = { name: "x", kind: "points" as const, lowest: 0, highest: 10, basedOn: 0 };
  const wrong = (points: { value: number; level: number }[]) =>
    scaleInput.safeParse({ ...scale, points }).error?.issues.map(({ message }) => message);
  expect(
    wrong([
      { value: 0, level: 3 },
      { value: 10, level: 2 },
    ]),
  ).toEqual(["Point 2 must not have a lower level than point 1"]);
  expect(
    wrong([
      { value: 0, level: 1 },
      { value: 0, level: 2 },
      { value: 10, level: 3 },
    ]),
  ).toEqual(["Point 2 must have a higher value than point 1"]);
  expect(
    wrong([
      { value: 1, level: 1 },
      { value: 10, level: 2 },
    ]),
  ).toEqual(["The first point must stand at the lowest value"]);
  expect(
    wrong([
      { value: 0, level: 1 },
      { value: 9, level: 2 },
    ]),
  ).toEqual(["The last point must stand at the highest value"]);
});

test("a percentile says in words what it cannot show", () => {
  expect(presetOf("percentile")?.about).toBe(percentileCaveat);
  expect(percentileCaveat).toContain("do not show that a group improved");
});
