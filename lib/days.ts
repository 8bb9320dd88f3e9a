const length = 86_400_000;

/** "2026-11-22" of a moment, in UTC like every day of the app. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** So many days later; earlier where `count` is below zero. */
export const addDays = (day: string, count: number): string => dayOf(new Date(Date.parse(day) + count * length));

/** Whole days from one day to another: below zero where the other comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / length);
