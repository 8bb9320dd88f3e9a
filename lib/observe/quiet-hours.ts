import type { EvidenceRules } from "@/lib/evidence/rules";

type Quiet = EvidenceRules["quiet"];

const minute = 60_000;
const furthest = 14 * 24 * 60;

/**
 * The first moment at or after `from` that is not quiet: outside the hours from `quiet.from` until `quiet.until` and not on a quiet day, by
 * the clock on the wall of `quiet.timeZone`. Hours that a change to summer time leaves out, or brings twice, are read off that clock.
 * Equal hours mean no quiet hours at all. `from` itself where two weeks hold no such moment.
 */
export function afterQuietHours(from: Date, quiet: Quiet): Date {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: quiet.timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const isQuiet = (moment: Date) => {
    const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
    if (quiet.days.includes(weekdays.indexOf(part.weekday ?? ""))) return true;
    return isWithin(`${part.hour}:${part.minute}`, quiet.from, quiet.until);
  };
  if (!isQuiet(from)) return from;
  const start = Math.ceil(from.getTime() / minute) * minute;
  for (let passed = 0; passed <= furthest; passed += 1) {
    const moment = new Date(start + passed * minute);
    if (!isQuiet(moment)) return moment;
  }
  return from;
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Times as "18:00"; `until` is the first moment outside, and may lie on the next day. */
function isWithin(time: string, from: string, until: string): boolean {
  if (from === until) return false;
  return from < until ? time >= from && time < until : time >= from || time < until;
}
