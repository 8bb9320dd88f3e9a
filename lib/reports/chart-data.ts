import type { ReportChart } from "./document";

/** `in`: the numbers of a column are in the unit of the chart, in one of their own, or are days ('YYYY-MM-DD'). */
type ChartColumn = { name: string; in?: "unit" | "money" | "day" };
type ChartData = { header: ChartColumn[]; rows: (string | number | null)[][] };

const value = (name: string): ChartColumn => ({ name, in: "unit" });

/** The figures a chart is drawn from. */
export function chartData(chart: ReportChart): ChartData {
  switch (chart.type) {
    case "bars":
      return {
        header: [{ name: "Name" }, value("Value")],
        rows: chart.rows.map((row) => [row.label, row.value]),
      };
    case "intervals":
      return {
        header: [{ name: "Name" }, value("Value"), value("Low end"), value("High end"), { name: "Grade" }],
        rows: chart.rows.map((row) => [row.label, row.value, ...row.interval, row.grade]),
      };
    case "portfolio":
      return {
        header: [
          { name: "Name" },
          value("Return"),
          value("Low end"),
          value("High end"),
          { name: "Grade" },
          { name: "Spent", in: "money" },
        ],
        rows: chart.marks.map((mark) => [mark.label, mark.value, ...mark.interval, mark.grade, mark.size]),
      };
    case "lines":
      return linesData(chart);
  }
}

function linesData({ periods, days, series }: Extract<ReportChart, { type: "lines" }>): ChartData {
  return {
    header: [
      { name: "Period" },
      { name: "Ends on", in: "day" },
      ...series.flatMap(({ label, bands }) => [
        value(label),
        ...(bands ? [value(`${label}, low end`), value(`${label}, high end`)] : []),
      ]),
    ],
    rows: periods.map((period, at) => [
      period,
      days[at] ?? null,
      ...series.flatMap(({ values, bands }) => [
        values[at] ?? null,
        ...(bands ? [bands[at]?.[0] ?? null, bands[at]?.[1] ?? null] : []),
      ]),
    ]),
  };
}
