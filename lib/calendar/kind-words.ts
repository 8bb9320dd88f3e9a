import type { CalendarKind } from "@/db/schema/calendar";

export type { CalendarKind };

/** What each kind of event is called. */
export const calendarKindWords: Record<CalendarKind, string> = {
  reorganisation: "Reorganisation",
  price_change: "Price change",
  system_release: "System release",
  season: "Season",
  staffing: "Staffing",
  policy: "Policy",
  other: "Other",
  none: "Nothing else happened",
};
