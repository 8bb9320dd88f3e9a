import { expect, test } from "vitest";
import { kpiMetric, teamKpiMetric } from "./kpi-metrics";

const kpi = {
  id: "1",
  code: "k",
  layer: "in_work",
  family: null,
  unit: null,
  direction: "down",
  kind: "mean",
} as const;

test("a KPI called as a figure the scorecard computes itself is told apart from it, and no other is renamed", () => {
  expect(kpiMetric({ ...kpi, name: "Error rate" }).name).toBe("Error rate (KPI)");
  expect(kpiMetric({ ...kpi, name: "ERROR RATE" }).name).toBe("ERROR RATE (KPI)");
  expect(teamKpiMetric({ ...kpi, name: "Error rate" }).name).toBe("Error rate, by team");
  expect(kpiMetric({ ...kpi, name: "Errors in billing" }).name).toBe("Errors in billing");
});
