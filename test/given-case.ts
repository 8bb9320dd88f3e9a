import type { Assumption, BenefitLine, Case, Cost } from "@/lib/money/case";

/** An assumption with a source; a range where both ends are given. */
export function given(id: string, value: number | null, range: [number, number] | null = null): Assumption {
  return {
    id,
    value,
    low: range?.[0] ?? null,
    high: range?.[1] ?? null,
    alternatives: [],
    source: value === null ? null : "Controlling, March 2026",
  };
}

/** 100 people who each make 2 % fewer defects of 5,000 pieces a year, at 3 a defect: 30,000. */
export function givenLine(line: Partial<BenefitLine> = {}): BenefitLine {
  return {
    id: "defects",
    title: "Fewer defects",
    valueType: "quality",
    stream: "quality",
    isPrimary: false,
    effectKey: "defect_rate",
    effect: { improvement: 0.02, standardError: 0.005, degreesOfFreedom: 40 },
    unproven: null,
    intangible: false,
    people: 100,
    factors: [
      { key: "volume", assumption: given("pieces", 5000) },
      { key: "value_per_unit", assumption: given("per defect", 3) },
    ],
    hourFactors: [],
    ...line,
  };
}

export const givenCost = (cost: Partial<Cost> = {}): Cost => ({
  id: "course",
  item: "Course",
  kind: "content",
  amount: 10_000,
  every: "once",
  months: null,
  hours: null,
  ...cost,
});

export function givenCase(changes: Partial<Case> = {}): Case {
  return {
    currency: "EUR",
    seed: 7,
    drawnAs: {},
    costs: [givenCost()],
    lines: [givenLine()],
    years: given("lasts", 1),
    persistence: given("left", null),
    discountRate: given("discount", 0.1),
    fullTimeHours: given("full time", 1600),
    becameAble: null,
    ...changes,
  };
}
