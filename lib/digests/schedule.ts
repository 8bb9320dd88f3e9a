import { addDays } from "@/lib/days";
import { mondayOf } from "@/lib/observe/week";
import type { DigestSchedule } from "./input";
import { localDayOf, momentAt } from "./zoned";

/** A period a digest is of (`2026-W47`, `2026-11`) and the moment it is due. */
export type Due = { dueFor: string; at: Date };

/** A digest more than this late (nobody worked off the queue) is left out: the next one says what there is to say. */
export const mostLate = 3 * 86_400_000;

/** The last moment at or before `now` at which a digest of this schedule was due, by the clock of its time zone. */
export function latestDue(schedule: DigestSchedule, now: Date): Due {
  const day = localDayOf(now, schedule.timeZone);
  const due = dueIn(schedule, day);
  return due.at <= now ? due : dueIn(schedule, before(schedule, day));
}

/** The first moment after `now` at which one is due. */
export function nextDue(schedule: DigestSchedule, now: Date): Due {
  const day = localDayOf(now, schedule.timeZone);
  const due = dueIn(schedule, day);
  return due.at > now ? due : dueIn(schedule, after(schedule, day));
}

/** What is due in the week or month that holds a day. */
function dueIn(schedule: DigestSchedule, day: string): Due {
  const { cadence, day: nth, hour, timeZone } = schedule;
  if (cadence === "monthly") {
    const month = day.slice(0, 7);
    return { dueFor: month, at: momentAt(`${month}-${String(nth).padStart(2, "0")}`, hour, timeZone) };
  }
  const monday = mondayOf(day);
  return { dueFor: weekName(monday), at: momentAt(addDays(monday, nth - 1), hour, timeZone) };
}

const before = ({ cadence }: DigestSchedule, day: string) =>
  cadence === "weekly" ? addDays(day, -7) : addDays(`${day.slice(0, 7)}-01`, -1);
const after = ({ cadence }: DigestSchedule, day: string) =>
  cadence === "weekly" ? addDays(day, 7) : addDays(`${day.slice(0, 7)}-28`, 4);

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekName(monday: string): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const first = mondayOf(`${year}-01-04`);
  const week = Math.round((Date.parse(monday) - Date.parse(first)) / (7 * 86_400_000)) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
