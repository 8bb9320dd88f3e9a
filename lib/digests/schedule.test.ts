import { expect, test } from "vitest";
import type { DigestSchedule } from "./input";
import { afterQuiet } from "./quiet";
import { latestDue, nextDue } from "./schedule";
import { momentAt } from "./zoned";

const weekly = (over: Partial<DigestSchedule> = {}): DigestSchedule => ({
  cadence: "weekly",
  day: 1,
  hour: 8,
  timeZone: "Europe/Berlin",
  quietFrom: 0,
  quietTo: 0,
  ...over,
});
const at = (text: string) => new Date(text);
const told = ({ dueFor, at }: { dueFor: string; at: Date }) => `${dueFor} ${at.toISOString().slice(0, 16)}`;

test("a weekly one is due at its hour on the wall, an hour earlier in UTC once it is summer", () => {
  // The clocks of Berlin went forward on Sunday, 29 March 2026.
  expect(told(latestDue(weekly(), at("2026-03-25T12:00:00Z")))).toBe("2026-W13 2026-03-23T07:00");
  expect(told(nextDue(weekly(), at("2026-03-25T12:00:00Z")))).toBe("2026-W14 2026-03-30T06:00");
  expect(told(nextDue(weekly(), at("2026-10-24T12:00:00Z")))).toBe("2026-W44 2026-10-26T07:00");
});

test("to the minute it is due, and a minute before it is that of last week", () => {
  expect(told(latestDue(weekly(), at("2026-11-23T07:00:00Z")))).toBe("2026-W48 2026-11-23T07:00");
  expect(told(latestDue(weekly(), at("2026-11-23T06:59:59Z")))).toBe("2026-W47 2026-11-16T07:00");
  expect(told(nextDue(weekly(), at("2026-11-23T07:00:00Z")))).toBe("2026-W49 2026-11-30T07:00");
});

test("the week is that of the zone, not of UTC, and weeks around the new year are those of ISO 8601", () => {
  const auckland = weekly({ timeZone: "Pacific/Auckland", hour: 0 });
  // Sunday noon in UTC is Monday, one o'clock in the morning, in Auckland.
  expect(told(latestDue(auckland, at("2026-11-22T12:00:00Z")))).toBe("2026-W48 2026-11-22T11:00");
  expect(told(latestDue(weekly({ timeZone: "UTC" }), at("2027-01-01T12:00:00Z")))).toBe("2026-W53 2026-12-28T08:00");
  expect(told(nextDue(weekly({ timeZone: "UTC" }), at("2027-01-01T12:00:00Z")))).toBe("2027-W01 2027-01-04T08:00");
});

test("a monthly one is due on its day of each month, short ones and the turn of the year included", () => {
  const monthly = weekly({ cadence: "monthly", day: 28, timeZone: "UTC" });
  expect(told(nextDue(monthly, at("2026-02-28T09:00:00Z")))).toBe("2026-03 2026-03-28T08:00");
  expect(told(latestDue(monthly, at("2026-02-10T09:00:00Z")))).toBe("2026-01 2026-01-28T08:00");
  expect(told(nextDue(monthly, at("2026-12-30T09:00:00Z")))).toBe("2027-01 2027-01-28T08:00");
  expect(told(latestDue(monthly, at("2027-01-05T09:00:00Z")))).toBe("2026-12 2026-12-28T08:00");
});

test("an hour that summer time leaves out is the moment the clock jumps, one that comes twice is the first", () => {
  expect(momentAt("2026-03-29", 2, "Europe/Berlin").toISOString()).toBe("2026-03-29T01:00:00.000Z");
  expect(momentAt("2026-10-25", 2, "Europe/Berlin").toISOString()).toBe("2026-10-25T00:00:00.000Z");
  expect(momentAt("2026-03-08", 2, "America/New_York").toISOString()).toBe("2026-03-08T07:00:00.000Z");
  expect(momentAt("2026-11-01", 1, "America/New_York").toISOString()).toBe("2026-11-01T05:00:00.000Z");
});

test("each week of a year has one moment, each an hour of the wall, in zones with odd offsets as well", () => {
  for (const timeZone of ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"]) {
    const schedule = weekly({ timeZone, day: 7, hour: 2 });
    const names = new Set<string>();
    let now = at("2024-01-01T00:00:00Z");
    for (let week = 0; week < 60; week += 1) {
      const due = nextDue(schedule, now);
      expect(due.at > now).toBe(true);
      expect(told(latestDue(schedule, due.at))).toBe(told(due));
      names.add(due.dueFor);
      now = due.at;
    }
    expect(names.size).toBe(60);
  }
});

test("what falls into quiet hours goes out when they end, over midnight and by the clock of the zone", () => {
  const quiet = weekly({ quietFrom: 20, quietTo: 7 });
  expect(afterQuiet(at("2026-11-23T22:30:00Z"), quiet)).toEqual(at("2026-11-24T06:00:00Z"));
  expect(afterQuiet(at("2026-11-24T06:00:00Z"), quiet)).toEqual(at("2026-11-24T06:00:00Z"));
  expect(afterQuiet(at("2026-11-24T03:00:00Z"), weekly())).toEqual(at("2026-11-24T03:00:00Z"));
});
