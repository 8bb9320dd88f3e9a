import { expect, test } from "vitest";
import { metricById } from "@/lib/metrics/dictionary";
import { columnsOf } from "@/lib/metrics/person-columns";
import { chooseMethod, isLopsided, whyNoChange } from "./choose-method";

test.each([
  ["voluntary_attrition", "rate_ratio_exact"],
  ["retention", "risk_difference_newcombe"],
  ["error_rate", "ratio_of_sums_difference"],
  ["proficiency_change", "ratio_of_sums_difference"],
  ["cycle_time", "hodges_lehmann"],
] as const)("%s is compared by %s", (id, method) => {
  const metric = metricById(id);
  if (!metric) throw new Error(`no ${id}`);
  expect(chooseMethod(metric.kind, "level")).toMatchObject({ id: method, why: expect.stringMatching(/.{20}/) });
});

test("a change of the same people is difference-in-differences, of times by rank", () => {
  expect(chooseMethod("ratio", "previous").id).toBe("did_ratio_of_sums");
  expect(chooseMethod("share", "last-year").id).toBe("did_ratio_of_sums");
  expect(chooseMethod("median", "previous").id).toBe("hodges_lehmann");
});

test("who leaves, and newcomers, have no change of the same people", () => {
  const reason = (id: string) => {
    const metric = metricById(id);
    return metric ? whyNoChange(columnsOf(metric)) : "no metric";
  };
  expect(reason("voluntary_attrition")).toMatch(/leaves/);
  expect(reason("retention")).toMatch(/leaves/);
  expect(reason("time_to_competence")).toMatch(/newcomer/);
  expect(reason("error_rate")).toBeNull();
});

test("small groups with a few heavy people get a rank-based shift beside the mean", () => {
  expect(
    isLopsided([
      { people: 40, skewness: 1.4 },
      { people: 500, skewness: 0 },
    ]),
  ).toBe(true);
  expect(
    isLopsided([
      { people: 40, skewness: 0.4 },
      { people: 500, skewness: 3 },
    ]),
  ).toBe(false);
  expect(isLopsided([{ people: 40, skewness: null }])).toBe(false);
});
