import { expect, test } from "vitest";
import { evaluateCase } from "@/lib/money/evaluate-case";
import { outOfBounds } from "@/lib/roi/case/assumption-bounds";
import type { Template } from "./template";
import { factorsFor, templateOf, templates } from "./templates";

const nobody = { id: "none", value: null, low: null, high: null, alternatives: [], source: null };

function worth({ id, valueType, factors, worked }: Template, source: string | null = "Worked example") {
  return evaluateCase(
    {
      currency: "EUR",
      seed: 1,
      drawnAs: {},
      costs: [],
      lines: [
        {
          id,
          title: id,
          valueType,
          stream: id,
          effectKey: id,
          effect: { improvement: worked.improvement, standardError: worked.improvement / 4, degreesOfFreedom: null },
          unproven: null,
          intangible: false,
          isPrimary: false,
          people: worked.people,
          factors: factors.map(({ key, value, low, high }) => ({
            key,
            assumption: { id: key, value, low, high, alternatives: [], source },
          })),
          hourFactors: [],
        },
      ],
      years: { ...nobody, id: "years" },
      persistence: { ...nobody, id: "persistence" },
      discountRate: nobody,
      fullTimeHours: nobody,
      becameAble: null,
    },
    {},
    200,
  );
}

test.each(templates.map((one) => [one.id, one] as const))(
  "%s: the arithmetic gives what the example says",
  (_, one) => {
    expect(worth(one).benefit.central).toBeCloseTo(one.worked.benefit, 6);
    expect(worth(one).byType[one.valueType].central).toBeCloseTo(one.worked.benefit, 6);
  },
);

test("nothing is counted on a template's numbers before somebody says where they come from", () => {
  for (const one of templates) {
    const { benefit, lines } = worth(one, null);
    expect(benefit.central).toBe(0);
    expect(lines[0]?.because).toBe("unsourced");
  }
});

test.each(templates.map((one) => [one.id, one] as const))(
  "%s: examples lie in their ranges, keys are told apart",
  (_, { factors }) => {
    for (const { value, low, high } of factors) expect(low <= value && value <= high).toBe(true);
    expect(new Set(factors.map(({ key }) => key)).size).toBe(factors.length);
  },
);

test("2 % fewer defects in the example plant are 3,600 defects and 162,000", () => {
  const plant = templateOf("defects");
  expect(plant?.worked.improvement).toBeCloseTo(0.03 * 0.02, 12);
  expect(plant && worth(plant).benefit.central).toBeCloseTo(150 * 40_000 * 0.0006 * 45, 6);
});

test("a sum by period is counted by its periods, everything else by pieces of work", () => {
  expect(factorsFor("revenue", "sum").map(({ key }) => key)).toEqual(["periods", "value_per_unit", "margin"]);
  expect(factorsFor("labour", "ratio").map(({ key }) => key)).toEqual([
    "volume",
    "hours_per_unit",
    "hourly_cost",
    "used_share",
  ]);
  expect(templateOf("unheard of")).toBeNull();
});

test("no example lies outside what its assumption can be", () => {
  const factors = templates.flatMap((one) => one.factors);
  for (const factor of factors) expect(outOfBounds(factor.key, { ...factor, alternatives: [] })).toBeNull();
  expect(outOfBounds("value_per_unit", { value: -5, low: -10, high: -1, alternatives: [] })).toMatchObject({
    value: expect.any(Array),
    low: expect.any(Array),
    high: expect.any(Array),
  });
});
