import { expect, test } from "vitest";
import { given, givenCase, givenLine } from "@/test/given-case";
import { evaluateCase } from "./evaluate-case";

const few = 400;
const of = (...args: Parameters<typeof givenCase>) => evaluateCase(givenCase(...args), {}, few);

test("the simulated interval is that of the effect where nothing else is uncertain", () => {
  const normal = givenLine({ effect: { improvement: 0.02, standardError: 0.005, degreesOfFreedom: null } });
  const { benefit, lossProbability } = evaluateCase(givenCase({ lines: [normal] }), {}, 40_000);
  const scale = 100 * 5000 * 3;
  expect(benefit.interval[0] / scale).toBeCloseTo(0.02 - 1.96 * 0.005, 3);
  expect(benefit.interval[1] / scale).toBeCloseTo(0.02 + 1.96 * 0.005, 3);
  // P(Z < (10,000 / scale - 0.02) / 0.005) = P(Z < -2.667)
  expect(lossProbability).toBeGreaterThan(0.002);
  expect(lossProbability).toBeLessThan(0.006);
});

test("Student's t is drawn with its tails", () => {
  const wide = givenLine({ effect: { improvement: 0, standardError: 1, degreesOfFreedom: 4 }, people: 1, factors: [] });
  const { benefit } = evaluateCase(givenCase({ lines: [wide], costs: [] }), {}, 60_000);
  expect(benefit.interval[1]).toBeGreaterThan(2.7);
  expect(benefit.interval[1]).toBeLessThan(2.85);
});

test("a range is triangular around its value", () => {
  const factor = { key: "value_per_unit", assumption: given("worth", 2, [0, 10]) };
  const line = givenLine({
    effect: { improvement: 1, standardError: 0, degreesOfFreedom: null },
    people: 1,
    factors: [factor],
  });
  const { benefit } = evaluateCase(givenCase({ lines: [line], costs: [] }), {}, 60_000);
  expect(benefit.central).toBe(2);
  expect(benefit.interval[0]).toBeCloseTo(Math.sqrt(0.025 * 10 * 2), 1);
  expect(benefit.interval[1]).toBeCloseTo(10 - Math.sqrt(0.025 * 10 * 8), 1);
});

test("what matters most stands first in the tornado, what has no range is not in it", () => {
  const worth = given("per defect", 3, [2.9, 3.1]);
  const { tornado, net } = of({
    lines: [
      givenLine({
        factors: [
          { key: "volume", assumption: given("pieces", 5000) },
          { key: "value_per_unit", assumption: worth },
        ],
      }),
    ],
  });
  expect(tornado.map(({ id }) => id)).toEqual(["defect_rate", "per defect"]);
  for (const {
    net: [low, high],
  } of tornado)
    expect(low < net.central && net.central < high).toBe(true);
});

test("the same seed gives the same digits, another one others", () => {
  expect(of()).toEqual(of());
  expect(of({ seed: 8 }).benefit.interval).not.toEqual(of().benefit.interval);
  const { histogram } = of();
  expect(histogram.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test("what else a case holds changes no draw of a line, and neither does its order", () => {
  const other = givenLine({
    id: "b",
    stream: "time",
    effectKey: "minutes",
    factors: [{ key: "value_per_unit", assumption: given("worth", 2, [1, 3]) }],
  });
  const alone = of().lines[0]?.benefit;
  const both = of({ lines: [other, givenLine()] });
  expect(both.lines[1]?.benefit).toEqual(alone);
  const turned = of({ lines: [givenLine(), other] });
  expect(turned.benefit.interval[0]).toBeCloseTo(both.benefit.interval[0], 9);
});
