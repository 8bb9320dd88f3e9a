import { FactsTable } from "@/components/ui/facts-table";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { ArmRow } from "@/lib/initiatives/read-initiative";
import { armName } from "@/lib/initiatives/words";

type ArmsTableProps = { arms: readonly ArmRow[]; minimum: number; isDraft?: boolean; formats: Formats };

/** Who was assigned to what, and when; of a draft, when they would start. Arms smaller than the minimum group size show no numbers. */
export function ArmsTable({ arms, minimum, isDraft = false, formats }: ArmsTableProps) {
  const few = `fewer than ${minimum}`;
  return (
    <FactsTable
      caption="Arms as assigned"
      hideCaption
      columns={[
        { id: "arm", header: "Arm" },
        { id: "people", header: "People", align: "end" },
        ...(isDraft ? [] : [{ id: "exposed", header: "Started", align: "end" as const }]),
        { id: "clusters", header: "Teams or sites", align: "end", wide: true },
        { id: "dates", header: isDraft ? "Starts" : "Started on" },
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

function datesText(arm: ArmRow, formats: Formats): string {
  if (arm.firstExposed !== null) return between(arm.firstExposed, arm.lastExposed, formats);
  if (arm.firstPlanned !== null) return `planned for ${between(arm.firstPlanned, arm.lastPlanned, formats)}`;
  return arm.label === "control" ? "never: they are the comparison" : "no day on file";
}

function between(first: string, last: string | null, formats: Formats): string {
  if (last === null || first === last) return formats.shortDate(first);
  return `${formats.shortDate(first)} to ${formats.shortDate(last)}`;
}
