import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { Candidate } from "@/lib/work/picker/read-picker";

/** Workflows by pain and measurability, each point explained. */
export function PickerTable({ candidates, formats }: { candidates: readonly Candidate[]; formats: Formats }) {
  return (
    <DataTable
      id="picker"
      caption="Workflows by pain and measurability"
      hideCaption
      csv="workflows.csv"
      filter
      columns={[
        { id: "name", header: "Workflow", rowHeader: true },
        { id: "score", header: "Score of 27", align: "end" },
        { id: "errors", header: "Errors", wide: true },
        { id: "delay", header: "Delay", wide: true },
        { id: "dependency", header: "Dependence on others", wide: true },
        { id: "measured", header: "Measurable by" },
      ]}
      rows={candidates.map(({ workflowId, name, role, facts, score }) => {
        const { parts } = score;
        const part = (points: number | null, why: string) => ({
          text: points === null ? "not known" : `${points} of 3: ${why}`,
          sort: points,
          saved: points === null ? "not known" : `${points} of 3: ${why}`,
        });
        const { trouble, usualTrouble, delay, dependency } = facts;
        return {
          id: workflowId ?? role.id,
          cells: {
            name: workflowId
              ? { text: `${name} (${role.name})`, href: `/work/workflows/${workflowId}` }
              : `${role.name}: no workflow mapped yet`,
            score: score.score,
            errors: part(
              parts.errors,
              trouble !== null && usualTrouble !== null
                ? `${formats.percent(trouble)} of jobs go wrong or are escalated, ${formats.percent(usualTrouble)} usually`
                : "",
            ),
            delay: part(
              parts.delay,
              delay
                ? `${formats.figure(delay.hours)} h between steps${delay.stated ? ", in part as people say" : ""}`
                : "",
            ),
            dependency: part(
              parts.dependency,
              dependency === null ? "" : `${formats.percent(dependency)} of jobs need help or are escalated`,
            ),
            measured: { text: measuredBy(facts), sort: score.measurability, saved: measuredBy(facts) },
          },
        };
      })}
    />
  );
}

function measuredBy({ steps, stepsWithEvents, stepsWithKpi, observed }: Candidate["facts"]): string {
  const by = [
    steps > 0 && stepsWithEvents * 2 >= steps ? "work events" : null,
    stepsWithKpi > 0 ? "a KPI" : null,
    observed ? "observations" : null,
  ].filter(Boolean);
  return by.length === 0 ? "nothing yet (0 of 3)" : `${by.join(", ")} (${by.length} of 3)`;
}
