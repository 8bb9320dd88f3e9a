import { expect, test } from "vitest";
import { defaultRules } from "@/lib/evidence/rules";
import { escapeText, writeLines } from "./ics";
import { roundCalendar } from "./round-calendar";
import { momentOf, offsetAt } from "./time-zone";

const address = new URL("https://app.example/team/observe");
const quiet = (part: Partial<typeof defaultRules.quiet>) => ({
  ...defaultRules,
  quiet: { ...defaultRules.quiet, ...part },
});
const linesOf = (text: string | null) => (text ?? "").replaceAll("\r\n ", "").split("\r\n");
const friday = new Date("2026-11-20T10:00:00Z");

test("text is escaped as RFC 5545 says, and no control character passes", () => {
  expect(escapeText("a\\b; c, d: e\r\nf\ng\u0007")).toBe("a\\\\b\\; c\\, d: e\\nf\\ng");
});

test("lines end with CR LF, none is longer than 75 octets, no character is cut, and unfolding gives them back", () => {
  for (const value of ["x".repeat(400), "é".repeat(200), "👩‍🏭".repeat(40), ""]) {
    const text = writeLines([["SUMMARY", value]]);
    expect(text.endsWith("\r\n")).toBe(true);
    const lines = text.slice(0, -2).split("\r\n");
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(lines.join("")).not.toContain("\ufffd");
    expect(text.slice(0, -2).replaceAll("\r\n ", "")).toBe(`SUMMARY:${value}`);
  }
  // 67 octets of value after "SUMMARY:" just fit.
  expect(writeLines([["SUMMARY", "x".repeat(67)]])).not.toContain("\r\n ");
  expect(writeLines([["SUMMARY", "x".repeat(68)]])).toContain("\r\n x");
});

test("a round is on every working day at the end of the quiet hours, by the clock of the organisation's time zone", () => {
  const lines = linesOf(
    roundCalendar({ userId: "u1", rules: quiet({ timeZone: "Europe/Berlin" }), address, now: friday }),
  );
  expect(lines).toContain("DTSTART;TZID=Europe/Berlin:20261123T080000");
  expect(lines).toContain("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20271123T070000Z");
  expect(lines).toContain("UID:observation-rounds-u1@app.example");
  expect(lines).toContain("DTSTAMP:20261120T100000Z");
  // Ten minutes a week are thirty ratings of twenty seconds: six on each of five days.
  expect(lines).toContain("DURATION:PT2M");
  expect(
    lines.filter((line) => line.startsWith("DESCRIPTION:6 observations at most\\, about 2 minutes.")),
  ).toHaveLength(1);
});

test("the time zone tells each change of the clock as it stood before it", () => {
  const lines = linesOf(
    roundCalendar({ userId: "u1", rules: quiet({ timeZone: "Europe/Berlin" }), address, now: friday }),
  );
  const zone = lines.slice(lines.indexOf("BEGIN:VTIMEZONE"), lines.indexOf("END:VTIMEZONE"));
  const at = (start: string) => zone.slice(zone.indexOf(start) - 1, zone.indexOf(start) + 3);
  expect(at("DTSTART:20270328T020000")).toEqual([
    "BEGIN:DAYLIGHT",
    "DTSTART:20270328T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
  ]);
  expect(at("DTSTART:20271031T030000")).toEqual([
    "BEGIN:STANDARD",
    "DTSTART:20271031T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
  ]);
  const india = linesOf(
    roundCalendar({ userId: "u1", rules: quiet({ timeZone: "Asia/Kolkata" }), address, now: friday }),
  );
  expect(india.filter((line) => line.startsWith("TZOFFSET"))).toEqual(["TZOFFSETFROM:+0530", "TZOFFSETTO:+0530"]);
});

test("UTC needs no time zone; without quiet hours it is nine o'clock; quiet working days are left out", () => {
  const lines = linesOf(roundCalendar({ userId: "u1", rules: quiet({}), address, now: friday }));
  expect(lines).toContain("DTSTART:20261123T080000Z");
  expect(lines).not.toContain("BEGIN:VTIMEZONE");
  const loud = linesOf(
    roundCalendar({
      userId: "u1",
      rules: quiet({ from: "00:00", until: "00:00", days: [5, 1] }),
      address,
      now: friday,
    }),
  );
  expect(loud).toContain("DTSTART:20261124T090000Z");
  expect(loud.find((line) => line.startsWith("RRULE:"))).toContain("BYDAY=TU,WE,TH;");
  expect(roundCalendar({ userId: "u1", rules: quiet({ days: [1, 2, 3, 4, 5] }), address, now: friday })).toBeNull();
});

test("the first round is still to come", () => {
  const early = linesOf(
    roundCalendar({ userId: "u1", rules: quiet({}), address, now: new Date("2026-11-23T07:59:00Z") }),
  );
  expect(early).toContain("DTSTART:20261123T080000Z");
  const late = linesOf(
    roundCalendar({ userId: "u1", rules: quiet({}), address, now: new Date("2026-11-23T08:00:00Z") }),
  );
  expect(late).toContain("DTSTART:20261124T080000Z");
});

test("an hour that summer time leaves out is the one after it, one that comes twice the first", () => {
  expect(momentOf("2027-03-28", "02:30", "Europe/Berlin").toISOString()).toBe("2027-03-28T01:30:00.000Z");
  expect(momentOf("2027-10-31", "02:30", "Europe/Berlin").toISOString()).toBe("2027-10-31T00:30:00.000Z");
  expect(momentOf("2026-07-01", "08:00", "America/New_York").toISOString()).toBe("2026-07-01T12:00:00.000Z");
  expect(offsetAt(new Date("2026-07-01T00:00:00Z"), "America/St_Johns")).toBe(-150);
});
