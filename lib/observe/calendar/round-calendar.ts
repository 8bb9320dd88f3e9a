import { addDays } from "@/lib/days";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { burden } from "@/lib/observe/week";
import { escapeText, utcText, writeLines } from "./ics";
import { momentOf, timeZoneLines } from "./time-zone";

type Asked = {
  /** Whoever observes: the same file again replaces the appointments of the first. */
  userId: string;
  rules: Pick<EvidenceRules, "asking" | "quiet">;
  /** Where the round is, as the file's reader would open it. */
  address: URL;
  now: Date;
};

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const workdays = [1, 2, 3, 4, 5];
/** After a year the file is fetched anew: rules change. */
const days = 365;
const usual = "09:00";

/**
 * The rounds of observation as an iCalendar file (RFC 5545): a short appointment on each working day that is not quiet, at the end of the
 * quiet hours by the clock of the organisation's time zone, as long as one sitting takes. It names nobody who is observed. Null where
 * every working day is quiet.
 */
export function roundCalendar({ userId, rules, address, now }: Asked): string | null {
  const { quiet, asking } = rules;
  const on = workdays.filter((day) => !quiet.days.includes(day));
  if (on.length === 0) return null;
  const { timeZone } = quiet;
  const time = quiet.from === quiet.until ? usual : quiet.until;
  const first = firstDay(on, time, timeZone, now);
  const start = momentOf(first, time, timeZone);
  const end = momentOf(addDays(first, days), time, timeZone);
  const { sitting } = burden(asking);
  const minutes = Math.max(1, Math.ceil((sitting * asking.secondsPerRating) / 60));
  const isUtc = timeZone === "UTC";
  const summary = "Observe what you saw at work";
  const told = `${sitting === 1 ? "One observation" : `${sitting} observations`} at most, about ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  return writeLines([
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//Throughline//Observation rounds//EN"],
    ["CALSCALE", "GREGORIAN"],
    ["METHOD", "PUBLISH"],
    ...(isUtc ? [] : timeZoneLines(timeZone, new Date(start.getTime() - 86_400_000), end)),
    ["BEGIN", "VEVENT"],
    ["UID", `observation-rounds-${userId}@${address.hostname}`],
    ["DTSTAMP", utcText(now)],
    [
      isUtc ? "DTSTART" : `DTSTART;TZID=${timeZone}`,
      `${first.replaceAll("-", "")}T${time.replace(":", "")}00${isUtc ? "Z" : ""}`,
    ],
    ["DURATION", `PT${minutes}M`],
    ["RRULE", `FREQ=WEEKLY;BYDAY=${on.map((day) => weekdays[day]).join(",")};UNTIL=${utcText(end)}`],
    ["SUMMARY", escapeText(summary)],
    ["DESCRIPTION", escapeText(`${told}\nWho and what is chosen when you open it: ${address.href}`)],
    ["URL", address.href],
    ["TRANSP", "TRANSPARENT"],
    ["CLASS", "PRIVATE"],
    ["BEGIN", "VALARM"],
    ["ACTION", "DISPLAY"],
    ["TRIGGER", "PT0S"],
    ["DESCRIPTION", escapeText(summary)],
    ["END", "VALARM"],
    ["END", "VEVENT"],
    ["END", "VCALENDAR"],
  ]);
}

/** The first such day whose time is still to come. */
function firstDay(on: readonly number[], time: string, timeZone: string, now: Date): string {
  const yesterday = addDays(now.toISOString().slice(0, 10), -1);
  for (let ahead = 0; ahead < 10; ahead++) {
    const day = addDays(yesterday, ahead);
    if (on.includes(new Date(day).getUTCDay()) && momentOf(day, time, timeZone) > now) return day;
  }
  throw new Error("No working day in ten days");
}
