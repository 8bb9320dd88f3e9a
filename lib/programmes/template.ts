import { addDays } from "@/lib/days";
import { givenSteps } from "./given-steps";
import type { ProgrammePart, ReviewKind } from "./kinds";

/** Measurements that are repeated of every registered initiative, so that the proof does not end with the course; months after the first day. */
export const followUps = [
  { key: "follow_up_6", title: "Measure again after 6 months", months: 6 },
  { key: "follow_up_12", title: "Measure again after 12 months", months: 12 },
] as const;

const repeatNote = "The same KPIs, the same people: has what changed lasted?";

export type FollowUpKey = (typeof followUps)[number]["key"];

export const isFollowUp = (key: string | null): boolean => followUps.some((one) => one.key === key);

/** The checkpoint a follow-up is kept as, without its day. Throws for a key there is not. */
export function followUpItem(key: FollowUpKey): Omit<PlannedItem, "dueOn"> {
  const position = givenSteps.length + followUps.findIndex((one) => one.key === key);
  const found = followUps.find((one) => one.key === key);
  if (!found) throw new Error(`${key} is no follow-up`);
  return { key, title: found.title, part: "days_61_90", kind: "checkpoint", note: repeatNote, position };
}

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
    ...givenSteps.map(({ day, ...item }, position) => ({ ...item, kind, position, dueOn: addDays(startsOn, day - 1) })),
    ...followUps.map(({ key, months }) => ({ ...followUpItem(key), dueOn: monthsLater(startsOn, months) })),
  ];
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
