import { expect, test } from "vitest";
import { given, givenCase, givenCost, givenLine } from "@/test/given-case";
import { evaluateCase } from "./evaluate-case";

const few = 400;
const of = (...args: Parameters<typeof givenCase>) => evaluateCase(givenCase(...args), {}, few);

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
