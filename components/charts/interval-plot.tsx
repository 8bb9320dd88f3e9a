import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import type { Column, Row } from "@/components/ui/table-types";
import { type Placed, plotScale } from "./plot-scale";

type PlotRow = {
  label: string;
  /** Null where there is only an interval. */
  value: number | null;
  interval?: readonly [number, number] | undefined;
  /** Another figure of the same thing, drawn hollow. */
  beside?: number | null;
  /** The figures, written out. */
  text: string;
};

type IntervalPlotProps = {
  caption: string;
  rows: readonly PlotRow[];
  /** What the file holds, where that is more than is drawn. */
  all?: readonly PlotRow[];
  /** What a row is, and what its figure is. */
  columns: readonly [row: string, figure: string];
  /** Values a thin dashed line stands at. */
  lines?: readonly number[];
  csv: string;
};

/** A table whose middle column draws it: a dot per value, a line per interval, all on one scale with zero. Needs no script. */
export function IntervalPlot({
  caption,
  rows,
  all = rows,
  columns: [row, figure],
  lines = [],
  csv,
}: IntervalPlotProps) {
  const ends = rows.flatMap(({ value, interval, beside }) => [
    ...[value, beside].filter((one) => one != null),
    ...(interval ?? []),
  ]);
  const isTwice = rows.some(({ beside }) => beside != null);
  const place = plotScale([...ends, ...lines, 0]);
  const columns: Column[] = [
    { id: "label", header: row },
    { id: "drawing", header: "Drawn" },
    { id: "figure", header: figure, align: "end", whole: true },
  ];
  const shown = rows.map(
    (one): Row => ({
      id: one.label,
      cells: {
        label: one.label,
        drawing: { text: "", node: <Drawing row={one} lines={lines} place={place} /> },
        figure: one.text,
      },
    }),
  );
  const saved = all.map(
    ({ label, value, interval, beside }): Row => ({
      id: label,
      cells: { label, value, low: interval?.[0] ?? null, high: interval?.[1] ?? null, beside: beside ?? null },
    }),
  );
  return (
    <div className="mb-2 max-w-2xl">
      <FactsTable caption={caption} columns={columns} rows={shown} />
      <DownloadCsv
        columns={[
          { id: "label", header: row },
          { id: "value", header: "Value" },
          { id: "low", header: "Interval from" },
          { id: "high", header: "Interval to" },
          ...(isTwice ? [{ id: "beside", header: "Hollow" }] : []),
        ]}
        rows={saved}
        fileName={csv}
      />
    </div>
  );
}

function Drawing({
  row: { value, interval, beside },
  lines,
  place,
}: {
  row: PlotRow;
  lines: readonly number[];
  place: Placed;
}) {
  return (
    <svg aria-hidden="true" className="h-5 w-full min-w-20 overflow-visible">
      <line x1={place(0)} x2={place(0)} y1="-6" y2="26" stroke="var(--ink-2)" />
      {lines.map((at) => (
        <line key={at} x1={place(at)} x2={place(at)} y1="-6" y2="26" stroke="var(--ink-3)" strokeDasharray="3 3" />
      ))}
      {interval ? (
        <line
          x1={place(interval[0])}
          x2={place(interval[1])}
          y1="10"
          y2="10"
          stroke="var(--trained)"
          strokeWidth={value === null ? 6 : 2}
        />
      ) : null}
      {beside == null ? null : (
        <circle cx={place(beside)} cy="10" r="4" fill="var(--paper)" stroke="var(--ink-2)" strokeWidth={1.5} />
      )}
      {value === null ? null : <circle cx={place(value)} cy="10" r="4" fill="var(--trained)" />}
    </svg>
  );
}
