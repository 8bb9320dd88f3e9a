import { expect, test } from "vitest";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import { type PlaceboOutcome, placeboOutcome } from "./placebo-outcome";

const result = (ci: [number, number] | null, p: number | null): MethodResult => ({
  kpi: "k",
  role: "placebo",
  method: "welch",
  headline: true,
  status: ci ? "estimated" : "not_estimable",
  reason: ci ? null : "Too few people.",
  estimate: ci ? (ci[0] + ci[1]) / 2 : null,
  standard_error: null,
  df: null,
  ci,
  p,
  n: { treated: 10, control: 10 },
  detail: {},
});
const outcome = (
  name: string,
  ci: [number, number] | null,
  p: number | null,
  spread: number | null = 1,
): PlaceboOutcome => ({
  kpi: { name } as PlanKpi,
  headline: result(ci, p),
  spread,
});
const primary = { headline: result([0.5, 1.5], 0.001), spread: 2 };

test("no placebo, no check", () => {
  expect(placeboOutcome([], primary)).toBeNull();
});

test("of several placebos the adjusted p counts: 0.03 and 0.5 among two is 0.06, and passes", () => {
  const two = [outcome("rain", [-0.1, 0.3], 0.03), outcome("tides", [-0.2, 0.3], 0.5)];
  expect(placeboOutcome(two, primary)).toMatchObject({ status: "pass", value: 0.06 });
  expect(placeboOutcome(two.slice(0, 1), primary)).toMatchObject({
    status: "fail",
    value: 0.03,
    says: expect.stringContaining("“rain” should not have moved and did"),
  });
});

test("an interval more than twice as wide in standard deviations as the primary's warns", () => {
  // The primary's is 1 / 2 = 0.5 standard deviations wide, so 1.0 passes and 1.1 does not.
  expect(placeboOutcome([outcome("rain", [-0.5, 0.5], 0.9)], primary)?.status).toBe("pass");
  expect(placeboOutcome([outcome("rain", [-0.55, 0.55], 0.9)], primary)?.status).toBe("warn");
  expect(placeboOutcome([outcome("rain", [-0.1, 0.1], 0.9, null)], primary)?.status).toBe("warn");
});

test("a placebo that could not be estimated cannot tell, with its reason", () => {
  const silent = [outcome("rain", [-0.1, 0.3], 0.5), outcome("tides", null, null)];
  expect(placeboOutcome(silent, primary)).toMatchObject({
    status: "cannot_tell",
    says: "Nothing could be estimated for “tides”. Too few people.",
  });
});

test("a placebo that moved fails, whether or not another one could be estimated", () => {
  const moved = [outcome("rain", [0.2, 0.4], 0.001), outcome("tides", null, null)];
  expect(placeboOutcome(moved, primary)).toMatchObject({ status: "fail", says: expect.stringContaining("“rain”") });
});
