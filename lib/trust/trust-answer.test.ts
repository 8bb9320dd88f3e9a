import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { Trust } from "./trust";
import { trustAnswer } from "./trust-answer";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
type Shown = Extract<Trust, { kind: "shown" }>;

const shown = (change: Partial<Shown>): Shown => ({
  kind: "shown",
  window: { start: "2026-01-01", end: "2027-01-01" },
  minimum: 5,
  counts: { people: 50, ratings: 500, raters: 20, manager: 300, peer: 100, system: 100 },
  overall: { kind: "not-estimable", reason: "no-comparison" },
  pairs: [],
  behaviours: [],
  skills: [],
  sites: [],
  detectors: [],
  severitySpread: null,
  raters: null,
  whole: [],
  months: [],
  asOf: "2026-12-31",
  dataVersion: "sha256:0",
  ...change,
});
const agreeing = (value: number, interval: [number, number]): Shown["overall"] => ({
  kind: "agreement",
  alpha: { value, interval },
  ac2: null,
  exact: 0.5,
  within: 0.9,
  people: 40,
  units: 90,
});

test("agreement is leaned on by what is sure: the lower end of the interval decides the words", () => {
  const first = (overall: Shown["overall"]) => trustAnswer(shown({ overall }), formats)[0];
  expect(first(agreeing(0.85, [0.81, 0.89]))).toMatch(/^Raters agree well.*Alpha 0\.85 \(0\.81 to 0\.89\); 90%/);
  expect(first(agreeing(0.85, [0.7, 0.95]))).toMatch(/^Raters agree fairly/);
  expect(first(agreeing(0.85, [0.3, 0.99]))).toMatch(/^Raters agree only in part/);
  expect(first({ kind: "not-estimable", reason: "no-comparison" })).toMatch(/nothing says whether raters agree/);
  expect(first({ kind: "withheld" })).toMatch(/^Too few people/);
});

test("who stands out is a count and a question, never a name; what nobody can tell is said so", () => {
  const one = (looked: number, standOut: number) => [
    { detector: "drift", status: standOut > 0 ? "look" : "fine", looked, standOut, tooFew: 0 } as const,
  ];
  expect(trustAnswer(shown({ detectors: one(12, 2) }), formats)[1]).toBe(
    "Most often to look at: “drifting over time”, 2 of 12 raters.",
  );
  expect(trustAnswer(shown({ detectors: one(12, 0) }), formats)[1]).toMatch(/^None of the 12 raters/);
  expect(trustAnswer(shown({ detectors: one(1, 0) }), formats)[1]).toMatch(/^The one rater/);
  expect(trustAnswer(shown({}), formats)[1]).toMatch(/^No rater has rated enough/);
});
