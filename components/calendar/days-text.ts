import type { Stretch } from "@/lib/calendar/timeline";
import type { Formats } from "@/lib/format/formats";

/** `1 Mar 2025 to 30 Apr 2025`, `on 1 Mar 2025`, `since 1 Mar 2025`. */
export function daysText({ from, to }: Stretch, formats: Formats): string {
  if (to === null) return `since ${formats.shortDate(from)}`;
  if (to === from) return `on ${formats.shortDate(from)}`;
  return `${formats.shortDate(from)} to ${formats.shortDate(to)}`;
}
