import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { UnitRow } from "@/lib/surveys/results/by-unit";
import { helpfulWords, scaleWords } from "./figure-words";

type Props = { units: readonly UnitRow[]; minimum: number; csv: string; formats: Formats };

/** Answers by the unit people worked in, where it and what is left of the total are large enough. */
export function UnitTable({ units, minimum, csv, formats }: Props) {
  return (
    <DataTable
      id="units"
      caption="Answers by unit"
      hideCaption
      csv={csv}
      empty={<Empty title="None of these units is yours">Figures of the whole survey stand above.</Empty>}
      columns={[
        { id: "unit", header: "Unit", rowHeader: true },
        { id: "people", header: "People", align: "end" },
        { id: "helpful", header: "Helpful to real work (95% interval)", align: "end" },
        { id: "scale", header: "Mean on 1 to 5 (95% interval)", align: "end" },
      ]}
      rows={units.map(({ id, name, people, classes, scale }) => ({
        id,
        cells: {
          unit: name,
          people: people ?? { text: "withheld", sort: null },
          helpful: helpfulWords(classes, minimum, formats),
          scale: scaleWords(scale, minimum, formats),
        },
      }))}
    />
  );
}
