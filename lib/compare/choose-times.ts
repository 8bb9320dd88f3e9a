import { type Condition, type Span, spanOf } from "@/lib/access/group-rule";
import { type Period, periodOf, periodsBetween, sameLastYear, shiftPeriod } from "@/lib/metrics/period";
import type { Look } from "./input";

export type Times = {
  period: Period;
  /** The period a change is measured from; of a level, where people stood before. */
  earlier: Period;
  /** Where exposures that name no window lie: after the earlier period, up to the end of this one. */
  window: Span;
};

/** The times a comparison is about, before it is known what its groups are. */
export function chooseTimes(period: Period, look: Look): Times {
  const earlier = look === "last-year" ? sameLastYear(period) : shiftPeriod(period, -1);
  return { period, earlier, window: look === "level" ? period : { start: earlier.end, end: period.end } };
}

/**
 * Where people stood before: the period before this one, and where somebody was exposed earlier, the last that was over by then.
 */
export function baselineOf({ period, earlier }: Times, look: Look, groups: readonly (readonly Condition[])[]): Period {
  if (look !== "level") return earlier;
  const [first] = exposureStarts(groups).toSorted();
  if (!first || first >= period.start) return earlier;
  return shiftPeriod(periodOf(first, period.grain), -1);
}

/** First days of the windows in which groups were exposed, "ever" left out. */
export function exposureStarts(groups: readonly (readonly Condition[])[]): string[] {
  return groups.flat().flatMap((condition) => {
    if (condition.kind !== "exposed" && condition.kind !== "unexposed") return [];
    const span = condition.window && condition.window !== "ever" ? spanOf(condition.window) : null;
    return span ? [span.start] : [];
  });
}

/** The months up to the end of the period, at most so many, with data. */
export function trendMonths(period: Period, span: { first: string; last: string }, most = 12): Period[] {
  const last = shiftPeriod({ grain: "month", start: period.end, end: period.end }, -1).start;
  const [until = last] = [last, span.last].toSorted();
  const months = periodsBetween(span.first, until, "month");
  return months.slice(-most);
}
