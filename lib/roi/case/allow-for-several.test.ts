import { expect, test } from "vitest";
import type { MethodResult } from "@/lib/evaluation/result";
import { studentTQuantile } from "@/lib/stats/student-t";
import { allowForSeveral } from "./allow-for-several";

const effect = { improvement: 2, standardError: 0.5, degreesOfFreedom: 30 };

const headline = (adjusted: number | null, role: MethodResult["role"] = "secondary"): MethodResult => ({
  kpi: "one",
  role,
  method: "lin_hc2",
  headline: true,
  status: "estimated",
  reason: null,
  estimate: 2,
  standard_error: 0.5,
  df: 30,
  ci: [1, 3],
  p: 0.001,
  n: { treated: 20, control: 20 },
  detail: adjusted === null ? {} : { p_adjusted: adjusted },
});

const allowed = (own: number | null, ...others: number[]) => {
  const found = headline(own);
  return allowForSeveral(effect, {
    found,
    all: [headline(null, "primary"), found, ...others.map((p) => headline(p))],
    confidence: 0.95,
  });
};

test("one secondary KPI alone, or all of them chosen, keep the interval they have", () => {
  expect(allowed(0.01)).toEqual({ effect, unproven: null });
  expect(allowed(0.01, 0.02, 0.03)).toEqual({ effect, unproven: null });
});

test("one of four that holds has the error of an interval of 98.75 %", () => {
  const { effect: wider, unproven } = allowed(0.01, 0.2, 0.5, 0.9);
  expect(unproven).toBeNull();
  expect(wider.standardError * studentTQuantile(0.975, 30)).toBeCloseTo(0.5 * studentTQuantile(0.99375, 30), 12);
  expect(wider).toMatchObject({ improvement: 2, degreesOfFreedom: 30 });
});

test("one that chance explains with the others allowed for does not hold, and nor does one nobody adjusted", () => {
  expect(allowed(0.06, 0.2)).toEqual({ effect, unproven: "chance" });
  expect(allowed(null, 0.2)).toEqual({ effect, unproven: "unadjusted" });
});

test("without degrees of freedom the quantiles are those of the normal distribution", () => {
  const found = headline(0.01);
  const normal = { ...effect, degreesOfFreedom: null };
  const { effect: wider } = allowForSeveral(normal, { found, all: [found, headline(0.9)], confidence: 0.95 });
  expect(wider.standardError / 0.5).toBeCloseTo(2.241402727604947 / 1.959963984540054, 9);
});
