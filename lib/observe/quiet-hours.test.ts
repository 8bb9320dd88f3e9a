import { expect, test } from "vitest";
import { defaultRules } from "@/lib/evidence/rules";
import { afterQuietHours } from "./quiet-hours";

const quiet = { from: "18:00", until: "08:00", days: [0, 6], timeZone: "UTC" };
const from = (moment: string, rules: Partial<typeof quiet> = {}) =>
  afterQuietHours(new Date(moment), { ...quiet, ...rules }).toISOString();

test("a moment of work stays, an evening waits for the morning, a weekend for Monday", () => {
  expect(from("2026-11-24T10:15:30Z")).toBe("2026-11-24T10:15:30.000Z");
  expect(from("2026-11-24T18:00:00Z")).toBe("2026-11-25T08:00:00.000Z");
  expect(from("2026-11-24T03:00:00Z")).toBe("2026-11-24T08:00:00.000Z");
  expect(from("2026-11-20T17:59:59Z")).toBe("2026-11-20T17:59:59.000Z");
  expect(from("2026-11-20T18:00:01Z")).toBe("2026-11-23T08:00:00.000Z");
});

test("the clock is the organisation's, half hours included", () => {
  expect(from("2026-11-24T02:00:00Z", { timeZone: "Asia/Kolkata" })).toBe("2026-11-24T02:30:00.000Z");
  expect(from("2026-11-24T20:00:00Z", { timeZone: "America/New_York" })).toBe("2026-11-24T20:00:00.000Z");
  // Saturday in Auckland, still Friday in London.
  expect(from("2026-11-20T12:00:00Z", { timeZone: "Pacific/Auckland" })).toBe("2026-11-22T19:00:00.000Z");
});

test("08:00 is 08:00 on both sides of a change of the clocks", () => {
  const berlin = { timeZone: "Europe/Berlin", days: [] };
  expect(from("2026-03-27T20:00:00Z", berlin)).toBe("2026-03-28T07:00:00.000Z");
  expect(from("2026-03-28T20:00:00Z", berlin)).toBe("2026-03-29T06:00:00.000Z");
  expect(from("2026-10-24T20:00:00Z", berlin)).toBe("2026-10-25T07:00:00.000Z");
});

test("an hour that the clocks skip ends quiet hours with the next one, an hour that comes twice with the first", () => {
  const night = { timeZone: "Europe/Berlin", days: [], from: "22:00", until: "02:30" };
  // 02:00 to 03:00 does not exist on 29 March 2026.
  expect(from("2026-03-28T23:00:00Z", night)).toBe("2026-03-29T01:00:00.000Z");
  expect(from("2026-10-24T23:00:00Z", night)).toBe("2026-10-25T00:30:00.000Z");
});

test("hours within one day, and hours that are none", () => {
  expect(from("2026-11-24T12:30:00Z", { from: "12:00", until: "13:00" })).toBe("2026-11-24T13:00:00.000Z");
  expect(from("2026-11-24T23:30:00Z", { from: "00:00", until: "00:00" })).toBe("2026-11-24T23:30:00.000Z");
});

test("the usual rules never show on a weekend", () => {
  const shown = afterQuietHours(new Date("2026-11-21T12:00:00Z"), defaultRules.quiet);
  expect(shown.getUTCDay()).toBe(1);
});
