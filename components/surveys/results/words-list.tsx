import { DataTable } from "@/components/ui/data-table";
import { Withheld } from "@/components/ui/states";
import type { QuestionResult } from "@/lib/surveys/results/summarise";
import { classWords } from "@/lib/surveys/survey";

type Props = { question: QuestionResult; minimum: number; csv: string };

/** What people wrote to one question; of statements also what they were taken for. */
export function WordsList({ question: { id, text, words, classes }, minimum, csv }: Props) {
  if (!words || words.kind === "none") return null;
  if (words.kind === "withheld") {
    return <Withheld minimum={minimum} why={`Fewer than ${minimum} people wrote something, so it is not shown.`} />;
  }
  const isStatements = classes !== null;
  return (
    <DataTable
      id={`words-${id}`}
      caption={text}
      hideCaption
      csv={csv}
      columns={[
        { id: "words", header: "In their words", rowHeader: true },
        ...(isStatements ? [{ id: "class", header: "Taken as" }] : []),
        { id: "times", header: "Times", align: "end" },
      ]}
      rows={words.value.map((said, at) => ({
        id: String(at),
        cells: {
          words: said.words,
          class: said.class && classWords[said.class],
          times: said.times,
        },
      }))}
    />
  );
}
