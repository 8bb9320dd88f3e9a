import type { periods } from "@/db/schema/plan-terms";
import { addDays } from "@/lib/days";

export type PeriodKind = (typeof periods)[number];
type Span = { from: string; to: string };

const dayLength = 86_400_000;
const daysOf: Record<PeriodKind, number> = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 };
export const periodsAYear: Record<PeriodKind, number> = { day: 365.25, week: 52.1786, month: 12, quarter: 4, year: 1 };

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const text = (date: Date) => date.toISOString().slice(0, 10);

/** The first day of the period that holds a day. Weeks begin on Monday, as in the database. */
export function periodStart(day: string, kind: PeriodKind): string {
  const date = at(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (kind === "day") return day;
  if (kind === "week") return addDays(day, -((date.getUTCDay() + 6) % 7));
  const first = { month, quarter: month - (month % 3), year: 0 }[kind];
  return text(new Date(Date.UTC(year, first, 1)));
}

/** The same day some periods later; the last of the month where that month has no such day. */
export function addPeriods(day: string, count: number, kind: PeriodKind): string {
  if (kind === "day" || kind === "week") return addDays(day, count * daysOf[kind]);
  const date = at(day);
  const months = count * { month: 1, quarter: 3, year: 12 }[kind];
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return text(new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))));
}

/** How often a KPI is measured, by the usual gap between the days it has values for (ascending). */
export function periodOfDays(days: readonly string[]): PeriodKind {
  const gaps = days
    .slice(1)
    .map((day, index) => (at(day).getTime() - at(days[index] ?? day).getTime()) / dayLength)
    .sort((left, right) => left - right);
  const gap = gaps[Math.floor(gaps.length / 2)] ?? 30;
  if (gap <= 3) return "day";
  if (gap <= 15) return "week";
  if (gap <= 45) return "month";
  return gap <= 200 ? "quarter" : "year";
}

/** Whole periods in some weeks, one at least. */
export function periodsIn(weeks: number, kind: PeriodKind): number {
  return Math.max(1, Math.round((weeks * 7) / daysOf[kind]));
}

type Timing = {
  starts: string;
  kind: PeriodKind;
  /** In periods. */
  before: number;
  after: number;
  /** Of a phased roll-out: waves, and periods from each to the next. */
  waves: number;
  every: number;
};

/**
 * The windows of a plan, in whole periods. The period a start falls into counts as neither before nor after unless it begins on that
 * day. A phased roll-out is compared until the last wave starts, for then nobody is left to compare with.
 */
export function windowsOf({ starts, kind, before, after, waves, every }: Timing, phased: boolean) {
  const first = periodStart(starts, kind);
  const from = first === starts || phased ? first : addPeriods(first, 1, kind);
  const lastWave = periodStart(addPeriods(starts, (waves - 1) * every, kind), kind);
  const baseline: Span = { from: addPeriods(first, -before, kind), to: addDays(first, -1) };
  const followUp: Span = { from, to: addDays(phased ? lastWave : addPeriods(from, after, kind), -1) };
  return { baseline, followUp, waveStarts: waveStarts(starts, { kind, waves, every }) };
}

/** The day each wave starts. */
function waveStarts(starts: string, { kind, waves, every }: Pick<Timing, "kind" | "waves" | "every">): string[] {
  return Array.from({ length: waves }, (_, wave) => addPeriods(starts, wave * every, kind));
}

/** The first period that begins at least two weeks from a day. */
export function usualStart(today: string, kind: PeriodKind): string {
  const soonest = addDays(today, 14);
  const start = periodStart(soonest, kind);
  return start === soonest ? start : addPeriods(start, 1, kind);
}
