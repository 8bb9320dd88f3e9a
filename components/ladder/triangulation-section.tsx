import { Section } from "@/components/ui/section";
import type { Column } from "@/components/ui/table-types";
import type { TriangulationView } from "@/lib/ladder/triangulation-view";
import { ReadTable } from "./read-table";
import { VoteText } from "./vote-text";

const columns: Column[] = [
  { id: "source", header: "Source", rowHeader: true },
  { id: "vote", header: "Says", whole: true },
  { id: "rests", header: "What it rests on" },
  { id: "people", header: "People", align: "end", wide: true },
];

/** Hard data, digital traces and surveys: do they agree? */
export function TriangulationSection({ view, csv }: { view: TriangulationView; csv: string }) {
  const rows = view.sources.map(({ id, name, vote, word, says, people }) => ({
    id,
    cells: {
      source: name,
      vote: { text: word, node: <VoteText vote={vote} word={word} /> },
      rests: says,
      people,
    },
  }));
  return (
    <Section title="Do figures, traces and people agree?" id="triangulation">
      <p className="mb-4 max-w-prose text-lead">{view.sentence}</p>
      <ReadTable columns={columns} rows={rows} caption="Three sources on one initiative" csv={csv} />
      <p className="mt-2 max-w-prose text-caption text-ink-3">
        Hard data are the measure: use and liking that agree with each other are no effect. Surveys count the latest
        answer of each person, anonymous answers one each.
      </p>
    </Section>
  );
}
