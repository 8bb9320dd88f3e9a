import { DataTable } from "@/components/ui/data-table";
import type { Decision } from "@/lib/decisions/decision";
import type { Formats } from "@/lib/format/formats";
import { decisionColumns, decisionRow } from "./decision-cells";

type DecisionTableProps = {
  id: string;
  caption: string;
  decisions: readonly Decision[];
  today: string;
  /** Of one initiative: nothing says which. */
  ofOne?: boolean;
  editing: boolean;
  formats: Formats;
};

/** Decisions with the evidence they were taken on, where their review stands and what happened after. */
export function DecisionTable({ id, caption, decisions, ofOne = false, ...shown }: DecisionTableProps) {
  return (
    <DataTable
      id={id}
      caption={caption}
      hideCaption
      filter={false}
      columns={decisionColumns(ofOne)}
      rows={decisions.map((one) => decisionRow(one, shown))}
    />
  );
}
