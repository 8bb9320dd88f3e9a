import fc from "fast-check";
import { expect, test } from "vitest";
import { given, givenCase, givenLine } from "@/test/given-case";
import { conservativeRules } from "./conservative-rules";
import { evaluateCase } from "./evaluate-case";

const few = 100;
const upTo = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const maybe = (most: number) => fc.option(upTo(most), { nil: null });
const rules = fc.subarray(conservativeRules.map(({ id }) => id));

/** Whatever somebody may have stated: below zero, with a range across it, several of them, or nothing. */
const stated = (most: number) =>
  fc
    .record({ value: maybe(most), width: fc.option(upTo(most).map(Math.abs)), others: fc.array(upTo(most)) })
    .map(({ value, width, others }) => ({
      ...given("", value, value === null || width === null ? null : [value - width, value + width]),
      alternatives: others.map((one) => ({ value: one, source: "Somebody else" })),
    }));

test("whatever is stated or tried in a scenario, an effect that harms counts as a benefit in no draw", () => {
  const scenario = fc.record({ factor: maybe(1000), years: maybe(50), off: rules });
  fc.assert(
    fc.property(fc.tuple(stated(1000), stated(1000), stated(50), stated(1)), scenario, ([a, b, years, left], tried) => {
      const harm = givenLine({
        effect: { improvement: -0.838, standardError: 0, degreesOfFreedom: null },
        factors: [
          { key: "volume", assumption: { ...a, id: "pieces" } },
          { key: "value_per_unit", assumption: { ...b, id: "per defect" } },
        ],
      });
      const lasting = { years: { ...years, id: "lasts" }, persistence: { ...left, id: "left" } };
      const overrides = {
        ...(tried.factor !== null && { pieces: tried.factor }),
        ...(tried.years !== null && { lasts: tried.years }),
      };
      const { benefit } = evaluateCase(
        givenCase({ lines: [harm], ...lasting }),
        { switchedOff: tried.off, overrides },
        few,
      );
      expect(Math.max(benefit.central, ...benefit.interval)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 300, seed: 2026 },
  );
});

test("a value below zero is none: a benefit that rests on it is not counted, and a range begins at zero", () => {
  const factors = (low: number, value: number) => [
    { key: "volume", assumption: given("pieces", 5000) },
    { key: "value_per_unit", assumption: given("per defect", value, [low, 5]) },
  ];
  const [negative] = evaluateCase(givenCase({ lines: [givenLine({ factors: factors(-10, -5) })] }), {}, few).lines;
  expect(negative).toMatchObject({ counted: false, because: "missing", missing: ["per defect"] });
  const { assumptions } = evaluateCase(givenCase({ lines: [givenLine({ factors: factors(-10, 3) })] }), {}, few);
  expect(assumptions.find(({ id }) => id === "per defect")).toMatchObject({ value: 3, low: 0, high: 5 });
});
