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
  expect(evaluateCase(unknown, { switchedOff: ["first_year_only"] }, few).benefit.central).toBeCloseTo(30_000, 9);
  expect(of({ years: given("lasts", 0.5) }).benefit.central).toBeCloseTo(15_000, 9);
});

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

test("without an effect there is no benefit, whatever is assumed; without cost there is no return on it", () => {
  const nothing = of({ lines: [givenLine({ effect: { improvement: 0, standardError: 0, degreesOfFreedom: 9 } })] });
  expect(nothing.benefit).toEqual({ central: 0, interval: [0, 0] });
  expect(nothing.net.central).toBe(-10_000);
  expect(nothing.lossProbability).toBe(1);
  expect(nothing.breakEven).toBeNull();
  expect(nothing.paybackMonths).toBeNull();
  const free = of({ costs: [] });
  expect([free.returnOnInvestment, free.benefitCostRatio]).toEqual([null, null]);
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

test("of one stream the smaller line counts, and the other says why it does not", () => {
  const larger = givenLine({
    id: "rework",
    effectKey: "rework",
    effect: { improvement: 0.05, standardError: 0.01, degreesOfFreedom: 20 },
  });
  const { lines, benefit } = of({ lines: [larger, givenLine()] });
  expect(lines.map(({ id, because }) => [id, because])).toEqual([
    ["rework", "same_stream"],
    ["defects", null],
  ]);
  expect(benefit.central).toBeCloseTo(30_000, 9);
  expect(lines[0]?.benefit?.central).toBeCloseTo(75_000, 9);
});

test.each(["grade", "application", "too_early", "withheld", "elsewhere"] as const)(
  "what is not proven (%s) stands apart with what it would be",
  (unproven) => {
    const { benefit, lines } = of({ lines: [givenLine({ unproven })] });
    expect(benefit.central).toBe(0);
    expect(lines[0]).toMatchObject({ counted: false, because: unproven });
    expect(lines[0]?.benefit?.central).toBeCloseTo(30_000, 9);
  },
);

test("no data, no benefit: a value nobody stated, or without a source, is not counted", () => {
  const volume = { key: "volume", assumption: given("pieces", 5000) };
  const withWorth = (assumption: ReturnType<typeof given>) =>
    givenCase({ lines: [givenLine({ factors: [volume, { key: "value_per_unit", assumption }] })] });
  const missing = evaluateCase(withWorth(given("per defect", null)), {}, few);
  expect(missing.lines[0]).toMatchObject({ because: "missing", missing: ["per defect"], benefit: null });
  const bare = withWorth({ ...given("per defect", 3), source: null });
  expect(evaluateCase(bare, {}, few).lines[0]).toMatchObject({ because: "unsourced", missing: ["per defect"] });
  expect(evaluateCase(bare, { switchedOff: ["no_data_no_benefit"] }, few).benefit.central).toBeCloseTo(30_000, 9);
});

test("of several values the smallest counts, after extreme ones are left out", () => {
  const alternatives = [2.8, 3.2, 3.1, 0.1].map((value) => ({ value, source: "Estimate" }));
  const worth = { ...given("per defect", 3, [2.5, 3.5]), alternatives };
  const lines = [
    givenLine({
      factors: [
        { key: "volume", assumption: given("pieces", 5000) },
        { key: "value_per_unit", assumption: worth },
      ],
    }),
  ];
  const strict = of({ lines });
  const used = strict.assumptions.find(({ id }) => id === "per defect");
  expect(used).toMatchObject({ value: 2.8, low: 2.5, high: 3.5, dropped: [{ value: 0.1, source: "Estimate" }] });
  const kept = evaluateCase(givenCase({ lines }), { switchedOff: ["extremes_dropped"] }, few);
  expect(kept.assumptions.find(({ id }) => id === "per defect")?.value).toBe(0.1);
  const plain = evaluateCase(givenCase({ lines }), { switchedOff: ["most_conservative"] }, few);
  expect(plain.assumptions.find(({ id }) => id === "per defect")?.value).toBe(3);
});

test("intangibles are listed; costs are loaded with learners' time and administration", () => {
  const soft = givenCase({ lines: [givenLine({ intangible: true })] });
  expect(evaluateCase(soft, {}, few).lines[0]?.because).toBe("intangible");
  expect(evaluateCase(soft, { switchedOff: ["intangibles_listed"] }, few).benefit.central).toBeCloseTo(30_000, 9);
  const costs = [givenCost(), givenCost({ id: "time", kind: "learner_time", amount: 5000, hours: 125 })];
  expect(of({ costs }).cost).toMatchObject({ total: 15_000, learnerHours: 125 });
  const bare = evaluateCase(givenCase({ costs }), { switchedOff: ["fully_loaded"] }, few);
  expect(bare.cost).toMatchObject({ total: 10_000, learnerHours: 0 });
});

test("a scenario sets values as exact and leaves the case as it is", () => {
  const before = givenCase();
  const copy = structuredClone(before);
  const result = evaluateCase(before, { overrides: { "per defect": 6, "effect defects": 0.01 } }, few);
  expect(result.benefit).toEqual({ central: 30_000, interval: [30_000, 30_000] });
  expect(before).toEqual(copy);
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

test("of one stream the KPI the plan is judged by counts, however small the chance result of another one is", () => {
  const primary = givenLine({ isPrimary: true });
  const noise = givenLine({
    id: "scrap",
    effectKey: "scrap",
    effect: { improvement: 0, standardError: 0.01, degreesOfFreedom: 20 },
  });
  for (const lines of [
    [primary, noise],
    [noise, primary],
  ]) {
    const result = of({ lines });
    expect(result.benefit.central).toBeCloseTo(30_000, 9);
    expect(result.lines.find(({ id }) => id === "scrap")).toMatchObject({ counted: false, because: "same_stream" });
  }
});

test("of several values of an assumption two lines share, a line that cannot count does not choose the larger one", () => {
  const wage = { ...given("per defect", 3), alternatives: [{ value: 9, source: "Works council" }] };
  const factors = [
    { key: "volume", assumption: given("pieces", 5000) },
    { key: "value_per_unit", assumption: wage },
  ];
  const harm = { improvement: -0.02, standardError: 0.005, degreesOfFreedom: 40 };
  const [gain, loss] = [
    givenLine({ factors }),
    givenLine({ id: "harm", stream: "other", effectKey: "other", effect: harm, unproven: "grade", factors }),
  ];
  for (const lines of [
    [gain, loss],
    [loss, gain],
  ]) {
    expect(of({ lines }).benefit.central).toBeCloseTo(30_000, 9);
  }
  expect(of({ lines: [{ ...loss, unproven: null }] }).benefit.central).toBeCloseTo(-90_000, 9);
});
