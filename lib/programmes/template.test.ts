import { expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/days";
import { standingOf } from "./days";
import { isFollowUp, monthsLater, plannedItems, plannedReviews } from "./template";

test("what everybody is given lies within the days of its part, and is measured again after half a year and a year", () => {
  const starts = "2026-01-01";
  const items = plannedItems(starts);
  const bounds = { setup: [1, 30], days_1_30: [1, 30], days_31_60: [31, 60], days_61_90: [61, 90] };
  for (const { part, key, dueOn } of items.filter((one) => !isFollowUp(one.key))) {
    const day = daysBetween(starts, dueOn) + 1;
    const [from = 0, to = 0] = bounds[part];
    expect(day >= from && day <= to, `${key} on day ${day}`).toBe(true);
  }
  expect(items.filter(({ key }) => isFollowUp(key)).map(({ dueOn }) => dueOn)).toEqual(["2026-07-01", "2027-01-01"]);
  expect(items.filter(({ part }) => part === "setup")).toHaveLength(5);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
});

test("three reviews a month are planned, and the one that decides on day 90", () => {
  const planned = plannedReviews("2026-01-01");
  expect(planned.filter(({ dueOn }) => dueOn === "2026-01-30").map(({ kind }) => kind)).toEqual([
    "content",
    "kpi",
    "feedback",
  ]);
  expect(planned.at(-1)).toEqual({ kind: "day_90", dueOn: "2026-03-31" });
  expect(planned).toHaveLength(10);
});

test("a month later is the same day, or the last of a shorter month", () => {
  expect(monthsLater("2026-01-31", 1)).toBe("2026-02-28");
  expect(monthsLater("2027-12-15", 1)).toBe("2028-01-15");
  expect(monthsLater("2028-02-29", 12)).toBe("2029-02-28");
});

test("a programme stands in the part its day falls into", () => {
  const on = (day: number) => standingOf("2026-01-01", addDays("2026-01-01", day - 1));
  expect(on(0).part).toBe("setup");
  expect([1, 30, 31, 60, 61, 90].map((day) => on(day).part)).toEqual([
    "days_1_30",
    "days_1_30",
    "days_31_60",
    "days_31_60",
    "days_61_90",
    "days_61_90",
  ]);
  expect(on(91)).toEqual({ day: 91, part: null, over: true });
});
