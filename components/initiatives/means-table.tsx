import { FactsTable } from "@/components/ui/facts-table";
import type { Cell, Row } from "@/components/ui/table-types";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { ArmMean, Means } from "@/lib/evaluation/result";
import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";
import { firstToStart } from "@/lib/initiatives/words";

type MeansTableProps = { means: Means; kpi: PlanKpi; isPhased: boolean; formats: Formats };

/** Means per arm and window with their intervals: what the headline compares, before any adjustment. */
export function MeansTable({ means, kpi, isPhased, formats }: MeansTableProps) {
  const unit = unitOf(kpi);
  const cell = ({ mean, ci }: ArmMean): Cell => {
    if (mean === null) return null;
    return { text: ci ? formats.estimate(mean, ci, unit) : formats.measure(mean, unit), sort: mean };
  };
  const row = (id: "treated" | "control", name: string): Row => ({
    id,
    cells: {
      arm: name,
      before: cell(means[id].baseline),
      after: cell(means[id].follow_up),
      n: formats.number(means[id].follow_up.n),
    },
  });
  const rows = [row("treated", isPhased ? firstToStart : "Trained")];
  if (means.control.follow_up.n > 0) rows.push(row("control", "Comparison"));
  return (
    <FactsTable
      caption={`${kpi.name}: mean over people, with 95% interval`}
      columns={[
        { id: "arm", header: "Arm" },
        { id: "before", header: "Baseline", align: "end" },
        { id: "after", header: "Follow-up", align: "end" },
        { id: "n", header: "People", align: "end" },
      ]}
      rows={rows}
    />
  );
}
