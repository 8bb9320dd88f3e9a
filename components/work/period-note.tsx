import { addDays } from "@/lib/days";
import type { Formats } from "@/lib/format/formats";

const people = {
  everybody: "the whole organisation",
  units: "the units you serve",
  line: "your reporting line",
};

type PeriodNoteProps = {
  period: { start: string; end: string };
  people: keyof typeof people;
  minimum: number;
  formats: Formats;
};

/** Which months and whose work the figures of a page are of. */
export function PeriodNote({ period, people: of, minimum, formats }: PeriodNoteProps) {
  const last = addDays(period.end, -1);
  return (
    <p className="text-table text-ink-2">
      {formats.month(period.start)} to {formats.month(last)}, the last six months with work on file, of {people[of]}.
      Nobody is named; groups of fewer than {minimum} people are withheld.
    </p>
  );
}
