import { addDays, daysBetween } from "@/lib/days";
import type { Days } from "./answer";

/** Days before and since, or why there are none to compare. */
export type Windows = { kind: "windows"; before: Days; since: Days } | { kind: "none"; because: string };

type Calendar = { startsOn: string; baseline: { from: string | null; to: string | null }; asOf: string | null };

const length = 90;
/** Fewer days would compare a few days with a season. */
const fewest = 14;

/**
 * Since: from the first day of the programme until day 90, or as far as data go. Before: the baseline the plan locked, where it ends before the
 * first day; else the ninety days before it.
 */
export function windowsOf({ startsOn, baseline, asOf }: Calendar): Windows {
  if (asOf === null) return { kind: "none", because: "Nothing about anybody's work is on file." };
  const last = addDays(startsOn, length - 1);
  const since = { from: startsOn, to: asOf < last ? asOf : last };
  const days = daysBetween(since.from, since.to) + 1;
  if (days < fewest) {
    return {
      kind: "none",
      because:
        days < 1
          ? `Data go to ${asOf}, before the first day of the programme.`
          : `Data cover ${days} ${days === 1 ? "day" : "days"} of the programme so far; it takes ${fewest}.`,
    };
  }
  const { from, to } = baseline;
  const isLocked = from !== null && to !== null && to < startsOn;
  const before = isLocked ? { from, to } : { from: addDays(startsOn, -length), to: addDays(startsOn, -1) };
  return { kind: "windows", before, since };
}
