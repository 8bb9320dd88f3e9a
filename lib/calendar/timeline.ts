import { addDays } from "@/lib/days";

/** Days `YYYY-MM-DD`, both included; `to` null where it lasts. */
export type Stretch = { from: string; to: string | null };

/** A stretch as shares of the whole width; `open` where it goes on beyond the end. */
export type Placed = { left: number; width: number; open: boolean };

/** What a timeline shows: whole months, with the first days of some of them written. */
export type TimeAxis = { from: string; to: string; ticks: { day: string; left: number }[] };

const dayLength = 86_400_000;
const steps = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * The months that hold all stretches, written every so many that there are at most `most` ticks, on months that the step divides. What
 * lasts reaches to `today`, or to its first day where that is later.
 * @returns null where there is nothing to show
 */
export function timeAxis(stretches: readonly Stretch[], today: string, most = 8): TimeAxis | null {
  const starts = stretches.map(({ from }) => from).sort();
  const ends = stretches.map(({ from, to }) => to ?? (from > today ? from : today)).sort();
  const [earliest, latest] = [starts[0], ends.at(-1)];
  if (earliest === undefined || latest === undefined) return null;
  const [first, last] = [monthOf(earliest), monthOf(latest)];
  const count = last - first + 1;
  const step = steps.find((months) => count / months <= most) ?? 240;
  const axis = { from: firstDay(first), to: dayBefore(firstDay(last + 1)), ticks: [] as TimeAxis["ticks"] };
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const day = firstDay(month);
    axis.ticks.push({ day, left: placed({ from: day, to: day }, axis).left });
  }
  return axis;
}

/** Where a stretch lies on an axis, cut to it; null where it lies outside. */
export function place(stretch: Stretch, axis: TimeAxis): Placed | null {
  const { from, to } = stretch;
  if (from > axis.to || (to !== null && to < axis.from)) return null;
  return placed(stretch, axis);
}

function placed({ from, to }: Stretch, axis: Pick<TimeAxis, "from" | "to">): Placed {
  const whole = days(axis.to) + 1 - days(axis.from);
  const start = Math.max(days(from), days(axis.from));
  const end = Math.min(to === null ? days(axis.to) : days(to), days(axis.to)) + 1;
  return { left: (start - days(axis.from)) / whole, width: (end - start) / whole, open: to === null || to > axis.to };
}

const days = (day: string) => Date.parse(day) / dayLength;
const monthOf = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
const firstDay = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
const dayBefore = (day: string) => addDays(day, -1);
