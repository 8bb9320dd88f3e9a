import { addDays, daysBetween } from "@/lib/days";
import { addMonths } from "@/lib/metrics/period";
import type { Span } from "@/lib/rollups/span";

const monthsOfEvidence = 6;
/** So far apart no rating counts at both days. */
const leastDays = 183;

/**
 * The day to hold `day` against: a year before, or the first day before which half a year is on file. Null where evidence of then would be
 * evidence of now as well.
 */
export function earlierDay(day: string, { first }: Span): string | null {
  const [year = "", month = "", date = ""] = day.split("-");
  const leapDay = month === "02" && date === "29";
  const yearBefore = `${Number(year) - 1}-${month}-${leapDay ? "28" : date}`;
  const earliest = addDays(addMonths(first, monthsOfEvidence), -1);
  const before = yearBefore > earliest ? yearBefore : earliest;
  return daysBetween(before, day) >= leastDays ? before : null;
}
