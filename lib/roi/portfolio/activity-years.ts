import { isTold } from "@/lib/prepared/told";
import type { NamedActivity } from "./activities-sql";
import type { ToldSunkHours } from "./read-sunk-hours";

/** `few`: too few people used it to say; `none`: nobody the reader may see has hours on file; `later`: there is no answer yet. */
export type Unknown = "few" | "none" | "later";

/** An activity, and what people the reader may see spent on it in twelve months. */
export type ActivityYear = NamedActivity & {
  /** Null where that is not known. */
  hours: number | null;
  /** Why they are not; null where they are. */
  unknown: Unknown | null;
  /** What those hours cost; null where nobody's hourly cost is known. */
  cost: number | null;
};

/** Activities with the hours the reader may see: what an activity is does not hang on who looks, what people spent on it does. */
export function activityYears(
  activities: readonly NamedActivity[],
  { told, sunk }: Pick<ToldSunkHours, "told" | "sunk">,
): ActivityYear[] {
  const rows = new Map(sunk?.rows.map((row) => [row.code, row]));
  return activities.map((one) => {
    const row = rows.get(one.code);
    if (row && !row.withheld) return { ...one, hours: row.hours, unknown: null, cost: row.cost };
    return { ...one, hours: null, unknown: row ? "few" : isTold(told) ? "none" : "later", cost: null };
  });
}
