import type { Comparison } from "@/lib/compare/comparison";
import type { Formats } from "@/lib/format/formats";

type Compared = Extract<Comparison, { kind: "compared" }>;

/** People two groups share and what was done about them; who of a frozen cohort has left. */
export function OverlapNotes({ found, formats }: { found: Compared; formats: Formats }) {
  const { overlaps, groups, header } = found;
  const count = (people: number | null) => (people === null ? `Fewer than ${header.minimum}` : formats.number(people));
  const notes = [
    ...overlaps.map(({ names: [one, other], people, settled }) => {
      const both = `${count(people)} people are in both group ${one.toUpperCase()} and group ${other.toUpperCase()}`;
      return settled === "both"
        ? `${both}. They are taken out of both.`
        : `${both}: one lies wholly inside the other. Group ${settled.toUpperCase()} here is everybody else in it.`;
    }),
    ...groups.flatMap(({ title, frozen }) =>
      frozen.map(
        ({ name, on, people, left }) =>
          `${title}: “${name}” was fixed on ${formats.date(on)} with ${count(people).toLowerCase()} people; ${
            left === 0 ? "nobody" : count(left).toLowerCase()
          } of them ${left === 0 || left === 1 ? "has" : "have"} left by the end of the period.`,
      ),
    ),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className="mt-4 max-w-prose list-disc pl-4 text-table text-ink-2">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
