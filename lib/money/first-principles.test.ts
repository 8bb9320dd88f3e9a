import fc from "fast-check";
import { expect, test } from "vitest";
import { given, givenCase, givenCost, givenLine } from "@/test/given-case";
import { type Ledger, ledgerOf } from "@/test/money-ledger";
import type { Assumption, BenefitLine, Case, Cost } from "./case";
import { type ConservativeRule, conservativeRules } from "./conservative-rules";
import { evaluateCase } from "./evaluate-case";

const few = 100;
const rules = conservativeRules.map(({ id }) => id);
const say = (value: number) => ({ value, source: "Somebody else" });

/** A gain whose volume is stated four times, a harm whose wage is stated twice, the same money again, an intangible and a value without a source. */
const example = (): Case => {
  const line = (
    id: string,
    improvement: number,
    people: number,
    factors: Assumption[],
    more: Partial<BenefitLine> = {},
  ) =>
    givenLine({
      id,
      stream: id,
      effectKey: id,
      effect: { improvement, standardError: Math.abs(improvement) / 5, degreesOfFreedom: 40 },
      people,
      factors: factors.map((assumption) => ({ key: assumption.id, assumption })),
      ...more,
    });
  const pieces = { ...given("pieces", 2000), alternatives: [1800, 2100, 100].map(say) };
  const defect = { ...given("defect", 10, [8, 12]), alternatives: [say(9)] };
  const wage = { ...given("wage", 30), alternatives: [say(40)] };
  return givenCase({
    lines: [
      line("defects", 0.01, 50, [pieces, defect], { isPrimary: true }),
      line("scrap", 0.005, 50, [given("scrapped", 1000), given("scrap", 4)], { stream: "defects" }),
      line("minutes", -0.5, 20, [given("tickets", 600), given("hours", 1 / 60), wage], {
        valueType: "labour",
        hourFactors: ["tickets", "hours"],
      }),
      line("mood", 0.2, 50, [given("point", 30)], { intangible: true }),
      line("accidents", 0.1, 10, [{ ...given("accident", 500), source: null }], { valueType: "safety" }),
    ],
    costs: [
      givenCost({ amount: 1000 }),
      givenCost({ id: "time", kind: "learner_time", amount: 500, hours: 20 }),
      givenCost({ id: "admin", kind: "administration", amount: 300, every: "year" }),
      givenCost({ id: "licence", kind: "platform", amount: 50, every: "month", months: 30 }),
      givenCost({ id: "coach", kind: "facilitation", amount: 20, every: "month" }),
    ],
    years: { ...given("lasts", 3), alternatives: [say(2)] },
    persistence: given("left", 0.5),
  });
};

const switchedOff: [string, ConservativeRule[], benefit: number, cost: number][] = [
  // 0.01 x 50 people x 1,800 pieces x 9, less 0.5 minutes x 20 people x 600 tickets at 40 an hour; 100 pieces are an outlier.
  // Once 1,500, a year of administration 300 and of the coach 240, 30 months of licences 1,500.
  ["no rule", [], 8100 - 4000, 3540],
  // Two years at the least, with half of it left in the second.
  ["the first year only", ["first_year_only"], 4100 * 1.5, 1500 + 600 + 480 + 1500],
  ["fully loaded costs", ["fully_loaded"], 4100, 3540 - 500 - 300],
  ["the most conservative value", ["most_conservative"], 10_000 - 3000, 3540],
  ["no data, no benefit", ["no_data_no_benefit"], 4100 + 500, 3540],
  ["extreme values dropped", ["extremes_dropped"], 450 - 4000, 3540],
  ["intangibles listed", ["intangibles_listed"], 4100 + 300, 3540],
  ["any rule", rules, (10_000 - 3000 + 300 + 500) * 1.75, 1000 + 1500 + 720],
];

test.each(switchedOff)("a worked example without %s", (_, off, benefit, cost) => {
  const result = evaluateCase(example(), { switchedOff: off }, few);
  expect(result.benefit.central).toBeCloseTo(benefit, 8);
  expect(result.cost.total).toBeCloseTo(cost, 8);
  expect(result.net.central).toBeCloseTo(benefit - cost, 8);
  expect(result.returnOnInvestment?.central).toBeCloseTo((benefit - cost) / cost, 10);
  expect(result.lines.find(({ id }) => id === "scrap")).toMatchObject({ because: "same_stream" });
  expect(result.capacity?.hours.central).toBeCloseTo(-100, 8);
});

test("running costs stand in the years they run, also beyond the years benefits are counted", () => {
  const result = evaluateCase(example(), {}, few);
  const spent = 1500 + (300 + 240 + 600) / 1.1 + 600 / 1.1 ** 2 + 300 / 1.1 ** 3;
  expect(result.presentValue?.central).toBeCloseTo(4100 / 1.1 - spent, 8);
  expect(result.presentValue?.interval[0]).toBeLessThan(result.presentValue?.central ?? 0);
  expect(result.paybackMonths).toBeCloseTo(1500 / ((4100 - 300 - 240 - 600) / 12), 8);
});

test("what does not come back by the end was not paid back on the way", () => {
  // 30,000 in the first year and 300 in the second, against 5,000 and 20,000 a year.
  const licence = givenCost({ id: "licence", amount: 20_000, every: "year", kind: "platform" });
  const fading = { years: given("lasts", 2), persistence: given("left", 0.01) };
  const result = evaluateCase(
    givenCase({ costs: [givenCost({ amount: 5000 }), licence], ...fading }),
    { switchedOff: ["first_year_only"] },
    few,
  );
  expect(result.net.central).toBeCloseTo(30_300 - 45_000, 8);
  expect(result.paybackMonths).toBeNull();
});

test("of several values, those that make a loss smaller are not chosen for how long it lasts either", () => {
  const lasting = { ...given("lasts", 1), alternatives: [say(3)] };
  const harm = givenLine({ effect: { improvement: -0.02, standardError: 0.001, degreesOfFreedom: null } });
  const lines = { lines: [harm], years: lasting, persistence: given("left", 1) };
  const result = evaluateCase(givenCase(lines), { switchedOff: ["first_year_only"] }, few);
  expect(result.benefit.central).toBeCloseTo(-90_000, 8);
});

test("how long effects last is drawn by initiative, unless it is one assumption", () => {
  const lasting = (id: string, drawnAs = {}) =>
    evaluateCase(
      givenCase({
        drawnAs,
        lines: [givenLine({ effect: { improvement: 0.02, standardError: 0, degreesOfFreedom: null } })],
        years: given(id, 2, [1, 3]),
        persistence: given("left", 1),
      }),
      { switchedOff: ["first_year_only"] },
      few,
    ).benefit.interval;
  expect(lasting("of one")).toEqual(lasting("of one"));
  expect(lasting("of one")).not.toEqual(lasting("of another"));
  // The same data loaded again have other ids.
  expect(lasting("of another", { "of another": "of one" })).toEqual(lasting("of one"));
});

const amount = fc.double({ min: 0.01, max: 1000, noNaN: true });
const stated = (id: string): fc.Arbitrary<Assumption> =>
  fc
    .record({
      value: fc.option(amount, { freq: 6, nil: null }),
      others: fc.array(fc.record({ value: amount, source: fc.constantFrom("Somebody", "") }), { maxLength: 4 }),
      source: fc.constantFrom("Controlling", "Works council", null),
    })
    .map(({ value, others, source }) => ({ ...given(id, value), source, alternatives: others }));
const cost: fc.Arbitrary<Partial<Cost>> = fc.record({
  amount,
  every: fc.constantFrom("once", "month", "year"),
  months: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  kind: fc.constantFrom("content", "learner_time", "administration", null),
});
const line: fc.Arbitrary<Partial<BenefitLine>> = fc.record({
  effect: fc.record({
    improvement: fc.integer({ min: -500, max: 500 }).map((hundredths) => hundredths / 100),
    standardError: fc.double({ min: 0, max: 2, noNaN: true }),
    degreesOfFreedom: fc.option(fc.integer({ min: 2, max: 200 }), { nil: null }),
  }),
  people: fc.integer({ min: 0, max: 500 }),
  intangible: fc.boolean(),
  unproven: fc.constantFrom(null, null, "grade" as const),
  stream: fc.constantFrom("one", "other"),
});
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    lines: fc.array(fc.tuple(line, stated("a"), stated("b")), { maxLength: 3 }),
    costs: fc.array(cost, { maxLength: 4 }),
    years: fc.constantFrom(null, 0, 1 / 12, 0.5, 1, 2, 2.5, 4),
    otherYears: fc.option(fc.constantFrom(0.25, 1, 3, 3.75), { nil: null }),
    left: fc.constantFrom(null, 0, 0.4, 1),
  })
  .map(({ lines, costs, years, otherYears, left }) =>
    givenCase({
      lines: lines.map(([own, a, b], at) =>
        givenLine({
          ...own,
          id: `line ${at}`,
          effectKey: `effect ${at}`,
          isPrimary: at === 1,
          factors: [a, b].map((one) => ({ key: one.id, assumption: { ...one, id: `${one.id} ${at}` } })),
        }),
      ),
      costs: costs.map((one, at) => givenCost({ ...one, id: `cost ${at}` })),
      years: { ...given("lasts", years), alternatives: otherYears === null ? [] : [say(otherYears)] },
      persistence: given("left", left),
    }),
  );

test("any case comes to what a ledger kept month by month says, whatever rules are off", () => {
  fc.assert(
    fc.property(anyCase, fc.subarray(rules), (one, off) => {
      const [result, ledger] = [evaluateCase(one, { switchedOff: off }, few), ledgerOf(one, off)];
      const size = 1e-9 * (1 + ledger.turnover);
      const close = (own: number | undefined, other: number) => Math.abs((own ?? Number.NaN) - other) <= size;
      expect(close(result.benefit.central, ledger.benefit)).toBe(true);
      expect(close(result.cost.total, ledger.cost)).toBe(true);
      expect(close(result.presentValue?.central, ledger.presentValueAt(0.1))).toBe(true);
      expectPayback(result.paybackMonths, ledger, size);
      if (result.breakEven) expect(close(ledger.benefit * result.breakEven.multiple, ledger.cost)).toBe(true);
    }),
    { numRuns: 300, seed: 2026 },
  );
});

/** Nothing was open at that month and something before it; without one, it ends with something open or nothing ever came back. */
function expectPayback(months: number | null, { openAt, benefit, cost, paying }: Ledger, size: number): void {
  if (months === null) {
    expect(benefit <= 0 || openAt(Number.POSITIVE_INFINITY) > -size).toBe(true);
    return;
  }
  expect(benefit).toBeGreaterThanOrEqual(cost - size);
  expect(months).toBeLessThanOrEqual(12 * paying);
  expect(openAt(months)).toBeLessThanOrEqual(size);
  for (const part of [0.25, 0.5, 0.9]) if (months > 0) expect(openAt(months * part)).toBeGreaterThan(-size);
}
