import { expect, test } from "vitest";
import { addMonths, parsePeriod, periodName, periodOf, periodsBetween, sameLastYear, shiftPeriod } from "./period";

test("a period holds whole months, from its first day up to the next one's", () => {
  expect(periodOf("2026-08-31", "month")).toEqual({ grain: "month", start: "2026-08-01", end: "2026-09-01" });
  expect(periodOf("2026-08-31", "quarter")).toEqual({ grain: "quarter", start: "2026-07-01", end: "2026-10-01" });
  expect(periodOf("2026-12-31", "year")).toEqual({ grain: "year", start: "2026-01-01", end: "2027-01-01" });
});

test("months and periods move over the turn of a year", () => {
  expect([addMonths("2026-01-01", -1), addMonths("2026-11-01", 14)]).toEqual(["2025-12-01", "2028-01-01"]);
  expect(shiftPeriod(periodOf("2026-02-01", "quarter"), -1).start).toBe("2025-10-01");
  expect(sameLastYear(periodOf("2026-02-01", "quarter")).start).toBe("2025-01-01");
});

test.each(["2026-07", "2026-Q3", "2026"])("the name %s means the period that bears it", (name) => {
  const period = parsePeriod(name);
  expect(period && periodName(period)).toBe(name);
});

test.each(["2026-13", "2026-Q0", "Q3 2026", "26", "2026-7", ""])("%j names no period", (name) => {
  expect(parsePeriod(name)).toBeNull();
});

test("periods between two months are all those that overlap them", () => {
  expect(periodsBetween("2025-12-01", "2026-04-01", "quarter").map(periodName)).toEqual([
    "2025-Q4",
    "2026-Q1",
    "2026-Q2",
  ]);
});
