import fc from "fast-check";
import { expect, test } from "vitest";
import { addPeriods, periodOfDays, periodStart, periodsIn, usualStart, windowsOf } from "./plan-calendar";

test("periods begin where the database begins them", () => {
  expect(periodStart("2026-11-22", "week")).toBe("2026-11-16");
  expect(periodStart("2026-11-16", "week")).toBe("2026-11-16");
  expect(periodStart("2026-11-22", "quarter")).toBe("2026-10-01");
  expect(periodStart("2026-11-22", "year")).toBe("2026-01-01");
  expect(addPeriods("2027-01-31", 1, "month")).toBe("2027-02-28");
  expect(addPeriods("2027-01-01", -3, "month")).toBe("2026-10-01");
});

test("how often a KPI is measured follows from its days", () => {
  expect(periodOfDays(["2026-08-31", "2026-09-30", "2026-10-31"])).toBe("month");
  expect(periodOfDays(["2026-10-04", "2026-10-11", "2026-10-18"])).toBe("week");
  expect(periodOfDays(["2026-10-01", "2026-10-02", "2026-10-05"])).toBe("day");
  expect(periodOfDays(["2026-03-31", "2026-06-30"])).toBe("quarter");
  expect([4, 8, 12, 13, 26, 1].map((weeks) => periodsIn(weeks, "month"))).toEqual([1, 2, 3, 3, 6, 1]);
});

test("the first start is a whole period two weeks away", () => {
  expect(usualStart("2026-11-22", "month")).toBe("2027-01-01");
  expect(usualStart("2026-11-10", "month")).toBe("2026-12-01");
});

const timing = { kind: "month" as const, before: 3, after: 3, waves: 3, every: 2 };

test("the windows are whole months around the start, and a start in the middle of one leaves it out", () => {
  expect(windowsOf({ ...timing, starts: "2027-01-01" }, false)).toMatchObject({
    baseline: { from: "2026-10-01", to: "2026-12-31" },
    followUp: { from: "2027-01-01", to: "2027-03-31" },
  });
  expect(windowsOf({ ...timing, starts: "2027-01-15" }, false)).toMatchObject({
    baseline: { from: "2026-10-01", to: "2026-12-31" },
    followUp: { from: "2027-02-01", to: "2027-04-30" },
  });
});

test("a phased roll-out is compared until its last wave starts", () => {
  expect(windowsOf({ ...timing, starts: "2027-01-15" }, true)).toEqual({
    baseline: { from: "2026-10-01", to: "2026-12-31" },
    followUp: { from: "2027-01-01", to: "2027-04-30" },
    waveStarts: ["2027-01-15", "2027-03-15", "2027-05-15"],
  });
});

test("the baseline always ends the day before the period of the start begins, and before the follow-up", () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((count) => addPeriods("2020-01-01", count, "day"));
  const kind = fc.constantFrom("day" as const, "week" as const, "month" as const, "quarter" as const, "year" as const);
  fc.assert(
    fc.property(day, kind, fc.boolean(), (starts, kind, phased) => {
      const { baseline, followUp, waveStarts } = windowsOf({ ...timing, kind, starts }, phased);
      expect(addPeriods(baseline.to, 1, "day")).toBe(periodStart(starts, kind));
      expect(baseline.from <= baseline.to && baseline.to < followUp.from && followUp.from <= followUp.to).toBe(true);
      expect(waveStarts[0]).toBe(starts);
      expect([...waveStarts].sort()).toEqual(waveStarts);
    }),
  );
});
