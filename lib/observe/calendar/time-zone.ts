import { utcText } from "./ics";

const hour = 3_600_000;

/** How many minutes the clock on the wall of a time zone is ahead of UTC at a moment. */
export function offsetAt(at: Date, timeZone: string): number {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour: hours = 0, minute = 0, second = 0 } = part;
  return Math.round(
    (Date.UTC(year, month - 1, day, hours, minute, second) - Math.floor(at.getTime() / 1000) * 1000) / 60_000,
  );
}

/** The moment at which a clock on the wall shows a day and a time ("08:00"); of two the first, of none the one after the gap. */
export function momentOf(day: string, time: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offsets = [wall - 24 * hour, wall + 24 * hour].map((at) => offsetAt(new Date(at), timeZone));
  const found = offsets
    .map((offset) => new Date(wall - offset * 60_000))
    .filter((at) => offsetAt(at, timeZone) * 60_000 === wall - at.getTime())
    .sort((left, right) => left.getTime() - right.getTime());
  return found[0] ?? new Date(wall - Math.min(...offsets) * 60_000);
}

type Property = readonly [name: string, value: string];

/**
 * VTIMEZONE of RFC 5545, section 3.6.5, for the time between two moments: how far the clock is ahead of UTC at the first of them, and each
 * change until the second, to the minute.
 */
export function timeZoneLines(timeZone: string, from: Date, until: Date): Property[] {
  const start = offsetAt(from, timeZone);
  const least = Math.min(start, ...changes(timeZone, from, until).map(({ after }) => after));
  const part = (at: Date, before: number, after: number): Property[] => {
    const kind = after > least ? "DAYLIGHT" : "STANDARD";
    return [
      ["BEGIN", kind],
      // By the clock as it was before the change.
      ["DTSTART", utcText(new Date(at.getTime() + before * 60_000)).slice(0, -1)],
      ["TZOFFSETFROM", offsetText(before)],
      ["TZOFFSETTO", offsetText(after)],
      ["END", kind],
    ];
  };
  return [
    ["BEGIN", "VTIMEZONE"],
    ["TZID", timeZone],
    ...part(from, start, start),
    ...changes(timeZone, from, until).flatMap(({ at, before, after }) => part(at, before, after)),
    ["END", "VTIMEZONE"],
  ];
}

type Shift = { at: Date; before: number; after: number };

function changes(timeZone: string, from: Date, until: Date): Shift[] {
  const found: Shift[] = [];
  let before = offsetAt(from, timeZone);
  for (let day = from.getTime(); day < until.getTime(); day += 24 * hour) {
    let [low, high] = [day, day + 24 * hour];
    const after = offsetAt(new Date(high), timeZone);
    if (after === before) continue;
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (offsetAt(new Date(middle), timeZone) === before) low = middle;
      else high = middle;
    }
    found.push({ at: new Date(high), before, after });
    before = after;
  }
  return found;
}

/** +0530 */
function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
