import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { QuestionResult } from "@/lib/surveys/results/summarise";
import { classWords, dimensionWords, kindWords } from "@/lib/surveys/survey";
import { helpfulWords, peopleOf, scaleWords, silentWords } from "./figure-words";

type Props = { questions: readonly QuestionResult[]; minimum: number; csv: string; formats: Formats };

/** Every question with what people answered. */
export function QuestionTable({ questions, minimum, csv, formats }: Props) {
  return (
    <DataTable
      id="questions"
      caption="Answers by question"
      hideCaption
      csv={csv}
      columns={[
        { id: "question", header: "Question", rowHeader: true },
        { id: "kind", header: "Answered as", wide: true },
        { id: "dimension", header: "Speaks of", wide: true },
        { id: "people", header: "People", align: "end" },
        { id: "figure", header: "Answer (95% interval)", align: "end" },
        { id: "helpful", header: classWords.helpful, fileOnly: true },
        { id: "distracting", header: classWords.distracting, fileOnly: true },
        { id: "irrelevant", header: classWords.irrelevant, fileOnly: true },
      ]}
      rows={questions.map((one) => {
        const shown = one.classes ?? one.scale;
        const counts = one.classes?.kind === "shown" ? one.classes.value.shares : [];
        return {
          id: one.id,
          cells: {
            question: one.text,
            kind: kindWords[one.kind],
            dimension: one.dimension && dimensionWords[one.dimension],
            people: shown ? peopleOf(shown) : null,
            figure: figureOf(one, minimum, formats),
            ...Object.fromEntries(counts.map(({ class: kind, count }) => [kind, count])),
          },
        };
      })}
    />
  );
}

function figureOf({ classes, scale, words }: QuestionResult, minimum: number, formats: Formats): string {
  if (classes)
    return classes.kind === "shown"
      ? `helpful to ${helpfulWords(classes, minimum, formats)}`
      : helpfulWords(classes, minimum, formats);
  if (scale) return scaleWords(scale, minimum, formats);
  if (!words) return "";
  if (words.kind !== "shown") return silentWords(words.kind, minimum);
  const written = words.value.reduce((sum, { times }) => sum + times, 0);
  return `${formats.number(written)} written answers below`;
}
