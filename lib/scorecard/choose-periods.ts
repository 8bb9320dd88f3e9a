import {
  type Grain,
  type Period,
  periodName,
  periodOf,
  periodsBetween,
  sameLastYear,
  shiftPeriod,
} from "@/lib/metrics/period";
import type { Span } from "@/lib/rollups/span";
import type { Against } from "./input";

/** How many periods a history shows. */
const historyLength = { month: 12, quarter: 8, year: 5 } satisfies Record<Grain, number>;

/** The last quarter whose every month has data, else the last one with any. */
export function defaultPeriod(span: Span): Period {
  const last = periodOf(span.last, "quarter");
  const earlier = shiftPeriod(last, -1);
  return isComplete(last, span) || earlier.start < span.first ? last : earlier;
}

/** True where the data reach into the period's last month and from its first. */
export function isComplete(period: Period, span: Span): boolean {
  const [final] = periodsBetween(
    shiftPeriod({ grain: "month", start: period.end, end: period.end }, -1).start,
    period.end,
    "month",
  );
  return span.first <= period.start && final !== undefined && final.start <= span.last;
}

/** Whether a change between two periods is one: a month of a quarter beside a whole quarter differs whatever happened. */
export function areAlike(period: Period, other: Period, span: Span): boolean {
  return period.start === other.start || (isComplete(period, span) && isComplete(other, span));
}

/** The same period last year where the data cover the whole of it, else the one before. */
export function defaultAgainst(period: Period, span: Span): Against {
  return { kind: isComplete(sameLastYear(period), span) ? "last-year" : "previous" };
}

/** The period compared with: the same one where the comparison is between groups. */
export function comparedPeriod(period: Period, against: Against): Period {
  if (against.kind === "previous") return shiftPeriod(period, -1);
  return against.kind === "last-year" ? sameLastYear(period) : period;
}

/** The periods a history shows, oldest first: those with data, up to this one. */
export function historyPeriods(period: Period, span: Span): Period[] {
  const count = historyLength[period.grain];
  const all = Array.from({ length: count }, (_, index) => shiftPeriod(period, index - count + 1));
  const first = periodOf(span.first, period.grain).start;
  return all.filter((one) => one.start >= first && one.start <= span.last);
}

/** Periods on offer, newest first. */
export function offeredPeriods(
  span: Span,
): { label: string; options: { value: string; label: string; start: string; grain: Grain }[] }[] {
  const options = (grain: Grain, most: number) =>
    periodsBetween(span.first, span.last, grain)
      .toReversed()
      .slice(0, most)
      .map((period) => ({ value: periodName(period), label: periodName(period), start: period.start, grain }));
  return [
    { label: "Quarters", options: options("quarter", 20) },
    { label: "Months", options: options("month", 36) },
    { label: "Years", options: options("year", 10) },
  ];
}
