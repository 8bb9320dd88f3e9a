import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { Summary } from "@/lib/surveys/results/summarise";
import { dimensionWords } from "@/lib/surveys/survey";
import { helpfulWords, peopleOf, scaleWords } from "./figure-words";

type Props = { dimensions: Summary["dimensions"]; minimum: number; csv: string; formats: Formats };

/** How learning, growth and support are experienced: apart from each other, and from performance. */
export function DimensionTable({ dimensions, minimum, csv, formats }: Props) {
  return (
    <DataTable
      id="dimensions"
      caption="The three experiences"
      hideCaption
      csv={csv}
      columns={[
        { id: "dimension", header: "Experience of", rowHeader: true },
        { id: "scale", header: "Mean on 1 to 5 (95% interval)", align: "end" },
        { id: "scalePeople", header: "People", align: "end", wide: true },
        { id: "helpful", header: "Helpful to real work (95% interval)", align: "end" },
        { id: "helpfulPeople", header: "People", align: "end", wide: true },
      ]}
      rows={dimensions.map(({ id, scale, classes }) => ({
        id,
        cells: {
          dimension: dimensionWords[id],
          scale: {
            text: scaleWords(scale, minimum, formats),
            sort: scale.kind === "shown" ? scale.value.mean : null,
            saved: scaleWords(scale, minimum, formats),
          },
          scalePeople: peopleOf(scale),
          helpful: {
            text: helpfulWords(classes, minimum, formats),
            sort: shareOf(classes),
            saved: helpfulWords(classes, minimum, formats),
          },
          helpfulPeople: peopleOf(classes),
        },
      }))}
    />
  );
}

const shareOf = (classes: Summary["classes"]): number | null =>
  classes.kind === "shown" ? (classes.value.shares.find(({ class: kind }) => kind === "helpful")?.share ?? null) : null;
