import { daysBetween } from "@/lib/days";
import type { ProgrammePart } from "./kinds";

/** Where a programme stands on a day: its day, 1 being the first, and the part that is on. Null parts: before it, or after its 90 days. */
export function standingOf(
  startsOn: string,
  today: string,
): { day: number; part: ProgrammePart | null; over: boolean } {
  const day = daysBetween(startsOn, today) + 1;
  const part = day < 1 ? "setup" : day <= 30 ? "days_1_30" : day <= 60 ? "days_31_60" : day <= 90 ? "days_61_90" : null;
  return { day, part, over: day > 90 };
}
