import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Formats } from "@/lib/format/formats";
import type { HandOffs } from "@/lib/work/workflows/read-hand-offs";

type HandOffsTableProps = Pick<HandOffs, "handOffs" | "minimum"> & { formats: Formats };

/** Where cases wait longest between one person and the next. */
export function HandOffsTable({ handOffs, minimum, formats }: HandOffsTableProps) {
  const withheld = { text: "withheld", sort: null, node: <StateText state="withheld" minimum={minimum} /> };
  return (
    <DataTable
      id="hand-offs"
      caption="Hand-offs by delay"
      hideCaption
      csv="hand-offs.csv"
      filter
      columns={[
        { id: "hand", header: "Hand-off", rowHeader: true },
        { id: "case", header: "Kind of case", wide: true },
        { id: "times", header: "Hand-offs", align: "end", wide: true },
        { id: "median", header: "Hours, median", align: "end" },
        { id: "most", header: "Hours, 90th percentile", align: "end" },
      ]}
      rows={handOffs.map((one) => ({
        id: `${one.caseType} ${one.fromTaskId} ${one.toTaskId}`,
        cells: {
          hand: `${one.from}${one.fromRole ? ` (${one.fromRole})` : ""} → ${one.to}${one.toRole ? ` (${one.toRole})` : ""}`,
          case: one.caseType,
          times: one.withheld ? withheld : { text: formats.number(one.times), sort: one.times },
          median: one.withheld
            ? withheld
            : one.median === null
              ? null
              : { text: formats.figure(one.median), sort: one.median },
          most: one.withheld ? withheld : one.most === null ? null : { text: formats.figure(one.most), sort: one.most },
        },
      }))}
    />
  );
}
