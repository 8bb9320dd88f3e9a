import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { Formats } from "@/lib/format/formats";
import { missingText, valueText } from "@/lib/scorecard/figure-text";
import type { Breakdown } from "@/lib/scorecard/scorecard";

type GroupTableProps = { data: Breakdown; formats: Formats; period: string };

/** The same groups as numbers: to sort, filter and export. */
export function GroupTable({ data, formats, period }: GroupTableProps) {
  const { metric, groups } = data;
  return (
    <Disclosure summary="Numbers as a table" printed className="mt-3 text-table">
      <DataTable
        id="group-numbers"
        caption={`${metric.name} by group, ${period}`}
        hideCaption
        filter
        csv={`${metric.name} by ${data.by}`}
        columns={[
          { id: "group", header: "Group", rowHeader: true },
          { id: "figure", header: "Figure", align: "end" },
          { id: "interval", header: "95% interval", align: "end", wide: true },
          { id: "people", header: metric.counts === "teams" ? "Teams" : "People", align: "end" },
        ]}
        rows={groups.map(({ id, label, state }) => ({
          id,
          cells:
            state.kind === "figure"
              ? {
                  group: label,
                  figure: { text: valueText(formats, metric, state.value), sort: state.value },
                  interval: state.interval ? formats.interval(state.interval, metric.unit) : null,
                  people: { text: formats.number(state.people), sort: state.people },
                }
              : { group: label, figure: { text: missingText(formats, state) }, interval: null, people: null },
        }))}
      />
    </Disclosure>
  );
}
