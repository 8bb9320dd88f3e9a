import { DataTable } from "@/components/ui/data-table";
import type { Cell, Row } from "@/components/ui/table-types";
import type { ComparedGroup, Comparison } from "@/lib/compare/comparison";
import type { Formats } from "@/lib/format/formats";
import { missingText, valueText } from "@/lib/scorecard/figure-text";

type Compared = Extract<Comparison, { kind: "compared" }>;

/** Each group with its figure, interval and people. */
export function GroupsTable({ found, formats }: { found: Compared; formats: Formats }) {
  const { header, groups } = found;
  const { metric, compared, period, minimum } = header;
  const people = ({ people: count, withheld }: ComparedGroup): Cell =>
    count === null
      ? { text: withheld === "too-few" ? `under ${minimum}` : "withheld", sort: null }
      : { text: formats.number(count), sort: count };
  const figure = ({ state }: ComparedGroup): Cell => {
    if (state.kind !== "figure") return { text: missingText(formats, state) || "No data", sort: null };
    const value = compared ? formats.change(state.value, metric.unit) : valueText(formats, metric, state.value);
    const interval = state.interval ? ` ${formats.interval(state.interval, metric.unit)}` : "";
    return { text: `${value}${interval}`, sort: state.value };
  };
  const level = (value: number | undefined): Cell =>
    value === undefined ? null : { text: valueText(formats, metric, value), sort: value };
  const rows: Row[] = groups.map((group) => ({
    id: group.name,
    cells: {
      group: group.title,
      who: group.label,
      people: people(group),
      counted:
        group.state.kind === "figure" ? { text: formats.number(group.state.people), sort: group.state.people } : null,
      earlier: level(group.levels?.earlier),
      now: level(group.levels?.now),
      figure: figure(group),
    },
  }));
  return (
    <div className="mb-8">
      <DataTable
        id="groups"
        caption={`${metric.name}, ${formats.period(period.grain, period.start)}`}
        csv="compared-groups.csv"
        filter={false}
        columns={[
          { id: "group", header: "Group" },
          { id: "who", header: "Who" },
          { id: "people", header: "People", align: "end", wide: true },
          { id: "counted", header: compared ? "Seen in both" : "With the figure", align: "end", wide: true },
          ...(compared
            ? ([
                { id: "earlier", header: compared.name, align: "end", wide: true },
                { id: "now", header: formats.period(period.grain, period.start), align: "end", wide: true },
              ] as const)
            : []),
          {
            id: "figure",
            header: compared ? "Change (95% interval)" : "Figure (95% interval)",
            align: "end",
            whole: true,
          },
        ]}
        rows={rows}
      />
      <p className="mt-2 max-w-prose text-caption text-ink-3">
        {metric.name}: {metric.denominator}; {metric.numerator}. Groups are who they are in{" "}
        {formats.period(period.grain, period.start)}, by where people stood when it ended.
      </p>
    </div>
  );
}
