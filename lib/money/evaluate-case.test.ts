import fc from "fast-check";
import { expect, test } from "vitest";
import { given, givenCase, givenCost, givenLine } from "@/test/given-case";
import { evaluateCase } from "./evaluate-case";

const few = 400;
const of = (...args: Parameters<typeof givenCase>) => evaluateCase(givenCase(...args), {}, few);

test("the worked example: 100 people, 2 % fewer defects of 5,000 pieces at 3 each, for a course of 10,000", () => {
  const result = of();
  expect(result.benefit.central).toBeCloseTo(30_000, 9);
  expect(result.net.central).toBeCloseTo(20_000, 9);
  expect(result.returnOnInvestment?.central).toBeCloseTo(2, 12);
  expect(result.benefitCostRatio?.central).toBeCloseTo(3, 12);
  // 30,000 at the end of the year at 10 % is 27,272.73.
  expect(result.presentValue?.central).toBeCloseTo(30_000 / 1.1 - 10_000, 9);
  expect(result.paybackMonths).toBeCloseTo(4, 12);
  expect(result.breakEven?.multiple).toBeCloseTo(1 / 3, 12);
  expect(result.breakEven?.improvements[0]?.improvement).toBeCloseTo(0.02 / 3, 12);
  expect(result.cost.missing).toEqual(["platform", "facilitation", "administration", "learner_time"]);
});

test("benefits of 750,000 for costs of 425,000 are a ratio of 1.76 and a return of 76 %", () => {
  const line = givenLine({
    effect: { improvement: 1, standardError: 0, degreesOfFreedom: null },
    people: 1,
    factors: [{ key: "value_per_unit", assumption: given("all of it", 750_000) }],
  });
  const result = of({ lines: [line], costs: [givenCost({ amount: 425_000 })] });
  expect(result.benefitCostRatio?.central).toBeCloseTo(1.76, 2);
  expect(result.returnOnInvestment?.central).toBeCloseTo(0.76, 2);
  expect(result.net.interval).toEqual([325_000, 325_000]);
});

test("several years lose what is not left of the effect, and are discounted at the end of each", () => {
  const result = evaluateCase(
    givenCase({
      years: given("lasts", 2.5),
      persistence: given("left", 0.5),
      costs: [givenCost(), givenCost({ id: "licence", amount: 100, every: "month", kind: "platform" })],
    }),
    { switchedOff: ["first_year_only"] },
    few,
  );
  const byYear = [30_000, 15_000, 0.5 * 7500];
  expect(result.benefit.central).toBeCloseTo(48_750, 9);
  expect(result.cost.running).toBeCloseTo(3000, 9);
  const discounted = byYear.reduce((sum, benefit, year) => sum + benefit / 1.1 ** (year + 1), 0);
  const running = 1200 / 1.1 + 1200 / 1.1 ** 2 + 600 / 1.1 ** 3;
  expect(result.presentValue?.central).toBeCloseTo(discounted - running - 10_000, 6);
  expect(result.paybackMonths).toBeCloseTo(10_000 / ((30_000 - 1200) / 12), 9);
});

test("a year at most is counted unless the rule is off, and not more without knowing what is left of it", () => {
  const lasting = givenCase({ years: given("lasts", 3), persistence: given("left", 1) });
  expect(evaluateCase(lasting, {}, few).benefit.central).toBeCloseTo(30_000, 9);
  expect(evaluateCase(lasting, { switchedOff: ["first_year_only"] }, few).benefit.central).toBeCloseTo(90_000, 9);
  const unknown = { ...lasting, persistence: given("left", null) };
  const { benefit, assumptions } = evaluateCase(unknown, { switchedOff: ["first_year_only"] }, few);
  expect(benefit.central).toBeCloseTo(30_000, 9);
  expect(assumptions.find(({ id }) => id === "left")?.value).toBe(0);
  expect(of({ years: given("lasts", 0.5) }).benefit.central).toBeCloseTo(15_000, 9);
});

test("without an effect there is no benefit, whatever is assumed; without cost there is no return on it", () => {
  const nothing = of({ lines: [givenLine({ effect: { improvement: 0, standardError: 0, degreesOfFreedom: 9 } })] });
  expect(nothing.benefit).toEqual({ central: 0, interval: [0, 0] });
  expect(nothing.net.central).toBe(-10_000);
  expect(nothing.lossProbability).toBe(1);
  expect(nothing.breakEven).toBeNull();
  expect(nothing.paybackMonths).toBeNull();
  const free = of({ costs: [], becameAble: 4 });
  expect([free.returnOnInvestment, free.benefitCostRatio, free.breakEven, free.costPerAble]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(free.lossProbability).toBeLessThan(0.01);
});

test("a harm is a negative benefit, and the most conservative value makes it larger", () => {
  const harm = givenLine({
    effect: { improvement: -0.02, standardError: 0, degreesOfFreedom: null },
    factors: [
      {
        key: "volume",
        assumption: { ...given("pieces", 5000), alternatives: [{ value: 8000, source: "Works council" }] },
      },
      { key: "value_per_unit", assumption: given("per defect", 3) },
    ],
  });
  expect(of({ lines: [harm] }).benefit.central).toBeCloseTo(-48_000, 9);
  const mild = evaluateCase(givenCase({ lines: [harm] }), { switchedOff: ["most_conservative"] }, few);
  expect(mild.benefit.central).toBeCloseTo(-30_000, 9);
});

test("doubling what a unit is worth doubles the benefit and its interval; the same money in another unit changes no ratio", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), (scale) => {
      const [one, other] = [
        of(),
        of({
          lines: [
            givenLine({
              factors: [
                { key: "volume", assumption: given("pieces", 5000) },
                { key: "value_per_unit", assumption: given("per defect", 3 * scale) },
              ],
            }),
          ],
          costs: [givenCost({ amount: 10_000 * scale })],
        }),
      ];
      expect(other.benefit.central).toBeCloseTo(one.benefit.central * scale, 6);
      expect(other.benefit.interval[1] / one.benefit.interval[1]).toBeCloseTo(scale, 9);
      expect(other.benefitCostRatio?.interval[0]).toBeCloseTo(one.benefitCostRatio?.interval[0] ?? Number.NaN, 9);
      expect(other.lossProbability).toBe(one.lossProbability);
    }),
    { numRuns: 20 },
  );
});

test("lines add up, in the figure and in every kind of value; the order of lines and costs changes no stated figure", () => {
  const second = givenLine({
    id: "hours",
    valueType: "labour",
    stream: "time",
    effectKey: "minutes",
    effect: { improvement: 0.5, standardError: 0.1, degreesOfFreedom: null },
    factors: [
      { key: "volume", assumption: given("tickets", 800) },
      { key: "hours_per_unit", assumption: given("hours a minute", 1 / 60) },
      { key: "hourly_cost", assumption: given("hourly", 40) },
    ],
    hourFactors: ["volume", "hours_per_unit"],
  });
  const both = of({ lines: [givenLine(), second] });
  expect(both.benefit.central).toBeCloseTo(of().benefit.central + of({ lines: [second] }).benefit.central, 9);
  expect(both.byType.quality.central + both.byType.labour.central).toBeCloseTo(both.benefit.central, 9);
  // 0.5 minutes of 800 tickets of 100 people
  expect(both.capacity?.hours.central).toBeCloseTo((0.5 * 800 * 100) / 60, 9);
  expect(both.capacity?.fullTimeEquivalents?.central).toBeCloseTo((0.5 * 800 * 100) / 60 / 1600, 9);
  const turned = of({ lines: [second, givenLine()] });
  expect(turned.benefit.central).toBeCloseTo(both.benefit.central, 9);
});

test("a scenario sets values as exact and leaves the case as it is", () => {
  const before = givenCase();
  const copy = structuredClone(before);
  const result = evaluateCase(before, { overrides: { "per defect": 6, "effect defects": 0.01 } }, few);
  expect(result.benefit).toEqual({ central: 30_000, interval: [30_000, 30_000] });
  expect(before).toEqual(copy);
});

test("what is no number, and a range that does not hold its value, is refused", () => {
  const lines = (assumption: ReturnType<typeof given>) => [
    givenLine({ factors: [{ key: "value_per_unit", assumption }] }),
  ];
  expect(() => of({ lines: lines(given("worth", Number.NaN)) })).toThrow(RangeError);
  expect(() => of({ lines: lines(given("worth", 3, [4, 5])) })).toThrow(/does not hold/);
  expect(() => evaluateCase(givenCase(), {}, 10)).toThrow(/at least 100/);
});

test("cost per person who became able, and nothing where nobody did", () => {
  expect(of({ becameAble: 40 }).costPerAble).toBe(250);
  expect(of({ becameAble: 0 }).costPerAble).toBeNull();
});
