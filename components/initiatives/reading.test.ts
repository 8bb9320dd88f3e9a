import { expect, test } from "vitest";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import { formatsFor } from "@/lib/format/formats";
import { readingOf } from "./reading";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

function reading(
  [estimate, low, high]: [number, number, number],
  about: {
    kpi?: Partial<PlanKpi>;
    detail?: Record<string, unknown>;
    role?: "primary" | "secondary";
    design?: "phased" | "before_after";
    transform?: Record<string, "none" | "log">;
  } = {},
): string {
  const { design = "phased", transform = {}, role = "primary" } = about;
  const kpi: PlanKpi = {
    id: "k",
    code: "defects",
    name: "Defects",
    layer: null,
    unit: "share of lots",
    direction: "down",
    kind: "mean",
    currency: null,
    role,
    ...about.kpi,
  };
  const result: MethodResult = {
    kpi: "defects",
    role,
    method: "did_cr1",
    headline: true,
    status: "estimated",
    reason: null,
    estimate,
    standard_error: 1,
    df: null,
    ci: [low, high],
    p: 0.5,
    n: { treated: 40, control: 40 },
    detail: about.detail ?? {},
  };
  return plain(readingOf(result, kpi, { design, transform, confidence: 0.95 }, formats));
}

test("a share that fell is told in points, without its sign, with the interval turned to match", () => {
  expect(reading([-0.0061, -0.0099, -0.0023])).toBe(
    "0.6 points (0.2 to 1.0) lower where people were trained, which is better; chance alone is unlikely to do that.",
  );
});

test("an interval that holds zero shows no difference, whatever the estimate", () => {
  expect(reading([-0.0061, -0.0099, 0.0023])).toBe(
    "No difference is shown: anything from −1.0 to 0.2 points fits the data.",
  );
});

test("without a comparison it is a change, and nobody was trained elsewhere", () => {
  const given = { design: "before_after" } as const;
  expect(reading([0.05, 0.02, 0.08], given)).toMatch(/higher after the start than before it, which is worse/);
  expect(reading([0.05, -0.02, 0.12], given)).toMatch(/^No change is shown/);
});

test("logarithms are told as per cent of change", () => {
  expect(reading([Math.log(1.1), Math.log(1.05), Math.log(1.15)], { transform: { defects: "log" } })).toMatch(
    /^10% \(5 to 15\) higher/,
  );
});

test("of several secondary KPIs, one may differ by chance", () => {
  const role = "secondary";
  const difference = [-0.0061, -0.0099, -0.0023] as [number, number, number];
  expect(reading(difference, { role, detail: { p_adjusted: 0.2, tests: 3 } })).toMatch(
    /with 3 secondary KPIs looked at, chance may have done that\.$/,
  );
  expect(reading(difference, { role, detail: { p_adjusted: 0.01, tests: 3 } })).toMatch(/chance alone is unlikely/);
  expect(reading(difference, { role })).toMatch(/taken alone/);
});

test("times until an event that should be rarer are better when longer, and a ratio is read against one", () => {
  expect(reading([12, 4, 20], { detail: { unit: "days" } })).toMatch(/^12 days .* later .* which is better/);
  expect(reading([0.7, 0.5, 0.9], { detail: { unit: "ratio" } })).toMatch(/^0\.70 .* times as fast .* which is better/);
  expect(reading([0.7, 0.5, 1.1], { detail: { unit: "ratio" } })).toMatch(/^No difference/);
});
