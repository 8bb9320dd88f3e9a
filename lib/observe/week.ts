import { addDays } from "@/lib/days";

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** How many ratings fit into what observing may take of a week, and into one sitting of a working day. */
export function burden(asking: { minutesPerWeek: number; secondsPerRating: number }): {
  week: number;
  sitting: number;
} {
  const week = Math.floor((asking.minutesPerWeek * 60) / asking.secondsPerRating);
  return { week, sitting: Math.max(1, Math.ceil(week / 5)) };
}

/** Days for which a skipped behaviour is not asked again: its usual interval, half a year where it is no part of the job. */
export function restOfSkip(why: string, interval: number): number {
  return why === "not_part_of_the_job" ? Math.max(interval, 182) : interval;
}
