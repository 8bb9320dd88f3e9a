import { FactsTable } from "@/components/ui/facts-table";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { ArmRow } from "@/lib/initiatives/read-initiative";
import { armName } from "./words";

type ArmsTableProps = { arms: readonly ArmRow[]; minimum: number; formats: Formats };

/** Who was assigned to what. Arms smaller than the minimum group size show no numbers. */
export function ArmsTable({ arms, minimum, formats }: ArmsTableProps) {
  const few = `fewer than ${minimum}`;
  return (
    <FactsTable
      caption="Arms as assigned"
      hideCaption
      columns={[
        { id: "arm", header: "Arm" },
        { id: "people", header: "People", align: "end" },
        { id: "exposed", header: "Exposed", align: "end" },
        { id: "clusters", header: "Clusters", align: "end", wide: true },
        { id: "dates", header: "Exposed between" },
      ]}
      rows={arms.map((arm) => {
        const shown = arm.people >= minimum;
        const count = (value: number): Cell => (shown ? { text: formats.number(value), sort: value } : few);
        return {
          id: arm.label,
          cells: {
            arm: armName(arm.label),
            people: count(arm.people),
            exposed: count(arm.exposed),
            clusters: arm.clusters === 0 ? null : count(arm.clusters),
            dates: shown ? datesText(arm, formats) : few,
          },
        };
      })}
    />
  );
}

function datesText({ firstExposed, lastExposed }: ArmRow, formats: Formats): string {
  if (firstExposed === null || lastExposed === null) return "never";
  if (firstExposed === lastExposed) return formats.shortDate(firstExposed);
  return `${formats.shortDate(firstExposed)} and ${formats.shortDate(lastExposed)}`;
}
