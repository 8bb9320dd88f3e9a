import { expect, test } from "vitest";
import { gradeOfKpi } from "./kpi-grade";

const grades = ["A", "B", "C", "D", "E"] as const;

test("the primary KPI has the grade of the claim", () => {
  expect(grades.map((grade) => gradeOfKpi("primary", { grade }))).toEqual([...grades]);
});

test("another KPI, of which no check was made, has C at most and never more than the claim", () => {
  expect(grades.map((grade) => gradeOfKpi("secondary", { grade }))).toEqual(["C", "C", "C", "D", "E"]);
});
