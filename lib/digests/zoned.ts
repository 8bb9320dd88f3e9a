const hour = 3_600_000;

/** "2026-11-22": the day it is at a moment on the calendar of a time zone. */
export function localDayOf(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment, timeZone)).toISOString().slice(0, 10);
}

/**
 * The moment at which the clock of a time zone shows a full hour of a day. Of an hour that comes twice the first one; of one that a change to
 * summer time leaves out, the moment the clock jumps on.
 */
export function momentAt(day: string, hourOfDay: number, timeZone: string): Date {
  const shown = Date.parse(day) + hourOfDay * hour;
  const [earlier, later] = [-24, 24].map((hours) => offsetAt(new Date(shown + hours * hour), timeZone));
  const candidates = [earlier ?? 0, later ?? 0].map((offset) => new Date(shown - offset)).sort((a, b) => +a - +b);
  return candidates.find((one) => +one + offsetAt(one, timeZone) === shown) ?? new Date(shown - (earlier ?? 0));
}

/** How far the clock of a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: Date, timeZone: string): number {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  });
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, minute = 0, second = 0 } = part;
  const shown = Date.UTC(year, month - 1, day, part.hour ?? 0, minute, second);
  return shown - Math.floor(moment.getTime() / 1000) * 1000;
}
