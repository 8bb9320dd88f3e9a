import { expect, test } from "vitest";
import type { Ladder } from "@/lib/evaluation/ladder/ladder";
import { nothingMeasured } from "@/lib/evaluation/ladder/nothing-measured";
import type { MethodResult } from "@/lib/evaluation/result";
import { shownResults } from "./shown-results";

const result = (kpi: string, method: string, treated: number, control = 40): MethodResult => ({
  kpi,
  role: "secondary",
  method,
  headline: false,
  status: "estimated",
  reason: null,
  estimate: 1,
  standard_error: 1,
  df: 3,
  ci: [-1, 3],
  p: 0.3,
  n: { treated, control },
  detail: {},
});
const nothing: Omit<Ladder, "rungs"> = {
  transfer: [],
  alignment: { kind: "not-estimable", reason: "" },
  traces: null,
  survey: { helpful: 0, distracting: 0, irrelevant: 0 },
};
const rule = { minimum: 5, confidence: 0.95 };

test("a KPI that four of the trained have is shown by no method", () => {
  const results = [result("errors", "welch", 40), result("voice", "welch", 4), result("voice", "cr1", 3)];
  const ladder = { rungs: [], ...nothing };
  expect(shownResults({ results, ladder }, rule).map(({ kpi }) => kpi)).toEqual(["errors"]);
});

test("few teams of many people are shown, and a KPI whose level the ladder withholds is not", () => {
  const side = (n: number) => ({ n, mean: 1, sd: 1, ci: null });
  const measure = (id: string, n: number) => ({
    ...nothingMeasured,
    id,
    name: id,
    source: "kpi" as const,
    decides: true,
    role: "secondary" as const,
    unit: null,
    currency: null,
    direction: "up" as const,
    log: false,
    counted: "teams" as const,
    n: { treated: 4, control: 4 },
    levels: { treated: side(n), control: side(40) },
  });
  const results = [result("errors", "welch", 4, 4), result("voice", "welch", 30)];
  const ladder = {
    rungs: [{ id: "in_work" as const, measures: [measure("errors", 40), measure("voice", 4)] }],
    ...nothing,
  };
  expect(shownResults({ results, ladder }, rule).map(({ kpi }) => kpi)).toEqual(["errors"]);
});
