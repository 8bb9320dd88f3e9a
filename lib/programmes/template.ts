import { addDays } from "./days";
import { givenSteps } from "./given-steps";
import type { ProgrammePart, ReviewKind } from "./kinds";

/** Measurements that are repeated after the ninety days, so that the proof does not end with the course; months after the first day. */
const repeats = [
  { key: "follow_up_6", title: "Measure again after 6 months", months: 6 },
  { key: "follow_up_12", title: "Measure again after 12 months", months: 12 },
] as const;

const repeatNote = "The same KPIs, the same people: has what changed lasted?";

export const isRepeat = (key: string | null): boolean => repeats.some((one) => one.key === key);

export type PlannedItem = {
  part: ProgrammePart;
  kind: "checkpoint";
  key: string;
  title: string;
  note: string;
  dueOn: string;
  position: number;
};

/** The steps of a programme that starts on a day ('YYYY-MM-DD'), with the day each is due. */
export function plannedItems(startsOn: string): PlannedItem[] {
  const kind = "checkpoint" as const;
  return [
    ...givenSteps.map(({ day, ...item }) => ({ ...item, kind, dueOn: addDays(startsOn, day - 1) })),
    ...repeats.map(({ months, ...item }) => ({
      ...item,
      kind,
      part: "days_61_90" as const,
      note: repeatNote,
      dueOn: monthsLater(startsOn, months),
    })),
  ].map((item, position) => ({ ...item, position }));
}

const monthly = ["content", "kpi", "feedback"] as const;

/** The reviews of a programme that starts on a day: three a month and the one that decides. */
export function plannedReviews(startsOn: string): { kind: ReviewKind; dueOn: string }[] {
  return [
    ...[30, 60, 90].flatMap((day) => monthly.map((kind) => ({ kind, dueOn: addDays(startsOn, day - 1) }))),
    { kind: "day_90" as const, dueOn: addDays(startsOn, 89) },
  ];
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
