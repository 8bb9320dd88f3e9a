import type { Formats } from "@/lib/format/formats";
import { standingOf } from "@/lib/programmes/days";
import { isOverdue, type Programme, progressOf } from "@/lib/programmes/programme";

/** Where a programme stands: its day, and what is done and late. */
export function standingText({ startsOn, items }: Programme, today: string, formats: Formats): string {
  const { day, over } = standingOf(startsOn, today);
  const where =
    day < 1
      ? `Begins on ${formats.date(startsOn)}.`
      : over
        ? `Its ninety days ended; they began on ${formats.date(startsOn)}.`
        : `Day ${formats.number(day)} of 90, begun on ${formats.date(startsOn)}.`;
  const { done, of } = progressOf(items);
  const late = items.filter((item) => isOverdue(item, today)).length;
  return `${where} ${formats.number(done)} of ${formats.number(of)} steps done${late > 0 ? `, ${formats.number(late)} overdue` : ""}.`;
}
