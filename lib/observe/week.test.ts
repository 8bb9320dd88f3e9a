import { expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/days";
import { burden, mondayOf, restOfSkip } from "./week";

test("a week begins on Monday, also on a Sunday and over the turn of a year", () => {
  expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(mondayOf("2027-01-01")).toBe("2026-12-28");
});

test("days are counted over months and changes of the clocks", () => {
  expect(daysBetween("2026-02-27", "2026-03-30")).toBe(31);
  expect(addDays("2026-03-30", -31)).toBe("2026-02-27");
});

test("ten minutes a week at 20 seconds are 30 ratings, six at a sitting: two minutes", () => {
  expect(burden({ minutesPerWeek: 10, secondsPerRating: 20 })).toEqual({ week: 30, sitting: 6 });
  expect(burden({ minutesPerWeek: 1, secondsPerRating: 300 })).toEqual({ week: 0, sitting: 1 });
});

test("what is no part of the job rests for half a year, other skips for their interval", () => {
  expect(restOfSkip("did_not_happen", 14)).toBe(14);
  expect(restOfSkip("not_part_of_the_job", 14)).toBe(182);
});
