import type { grains } from "@/db/schema/rollups";

export type Grain = (typeof grains)[number];

/** A calendar period in UTC: from the first day of `start` up to and not including `end`. Both are dates, "YYYY-MM-01". */
export type Period = { grain: Grain; start: string; end: string };

const lengths = { month: 1, quarter: 3, year: 12 } satisfies Record<Grain, number>;

/** "2026-03-01" plus 2 is "2026-05-01". */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

export function monthsIn({ grain }: Period): number {
  return lengths[grain];
}

/** The period of this grain that contains the date. */
export function periodOf(date: string, grain: Grain): Period {
  const length = lengths[grain];
  const month = Number(date.slice(5, 7)) - 1;
  const start = addMonths(`${date.slice(0, 7)}-01`, -(month % length));
  return { grain, start, end: addMonths(start, length) };
}

/** The period `count` periods later (earlier where negative). */
export function shiftPeriod(period: Period, count: number): Period {
  const months = count * lengths[period.grain];
  return { grain: period.grain, start: addMonths(period.start, months), end: addMonths(period.end, months) };
}

export function sameLastYear(period: Period): Period {
  return { grain: period.grain, start: addMonths(period.start, -12), end: addMonths(period.end, -12) };
}

/** Every period of the grain that overlaps the months from `first` to `last`. */
export function periodsBetween(first: string, last: string, grain: Grain): Period[] {
  const found: Period[] = [];
  for (let period = periodOf(first, grain); period.start <= last; period = shiftPeriod(period, 1)) found.push(period);
  return found;
}

/** "2026-07", "2026-Q3" or "2026". */
export function periodName({ grain, start }: Period): string {
  if (grain === "year") return start.slice(0, 4);
  if (grain === "month") return start.slice(0, 7);
  return `${start.slice(0, 4)}-Q${Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1}`;
}

/** The period a name stands for, or null where it names none; years from 1900 to 2199. */
export function parsePeriod(name: string): Period | null {
  const found = /^((?:19|20|21)\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(name);
  if (!found) return null;
  const [, year, quarter, month] = found;
  if (quarter) return periodOf(`${year}-${String(Number(quarter) * 3).padStart(2, "0")}-01`, "quarter");
  return month ? periodOf(`${year}-${month}-01`, "month") : periodOf(`${year}-01-01`, "year");
}
