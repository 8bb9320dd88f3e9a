import type { Formats } from "@/lib/format/formats";
import { niceScale } from "@/lib/format/nice-scale";
import type { ReportChart } from "@/lib/reports/document";
import { writtenEstimate } from "@/lib/reports/written";
import { colours } from "./look";

/** What is drawn of one name, value by value; `down` and `up` are how far its interval reaches from each of them. */
export type NativeSeries = {
  name: string;
  values: (number | null)[];
  reach: { down: (number | null)[]; up: (number | null)[] } | null;
  colour: string;
  dashed: boolean;
};

/** A chart as PowerPoint knows them: bars along the slide, or lines. */
export type NativeChart = {
  type: "bars" | "lines";
  labels: string[];
  series: NativeSeries[];
  /** Names what the values are in, where their marks do not say it. */
  axis: string | null;
  format: string;
  /** Where the axis begins and ends, and how far its marks are apart: programs look for values only, and would cut the intervals. */
  scale: { low: number; high: number; step: number };
  /** What is to be said beneath it; empty where it shows everything. */
  note: string;
};

/** A slide has room for so many bars with their names. */
const mostBars = 14;

export function nativeOf(chart: ReportChart, formats: Formats, currency: string): NativeChart {
  const axis = { axis: axisOf(chart.unit, currency), format: formatCode[chart.unit] ?? "#,##0.0#" };
  if (chart.type === "lines") {
    const { series, ...rest } = linesOf(chart);
    return { type: "lines", series, ...rest, ...axis, scale: scaleOf(series, false) };
  }
  const bars = barsOf(chart, formats);
  const left = bars.length - mostBars;
  const shown = bars.slice(0, mostBars).toReversed();
  const reach = (at: 0 | 1) => shown.map(({ value, interval }) => (interval ? Math.abs(interval[at] - value) : null));
  const series: NativeSeries[] = [
    {
      name: "Value",
      values: shown.map(({ value }) => value),
      reach: shown.some(({ interval }) => interval) ? { down: reach(0), up: reach(1) } : null,
      colour: colours.trained,
      dashed: false,
    },
  ];
  return {
    type: "bars",
    labels: shown.map(({ label }) => label),
    series,
    ...axis,
    scale: scaleOf(series, true),
    note: left > 0 ? `${formats.number(left)} more are in the workbook.` : "",
  };
}

/** Round numbers around every value and both ends of its interval. */
function scaleOf(series: readonly NativeSeries[], zero: boolean): NativeChart["scale"] {
  const ends = series.flatMap(({ values, reach }) =>
    values.flatMap((value, at) =>
      value === null ? [] : [value - (reach?.down[at] ?? 0), value, value + (reach?.up[at] ?? 0)],
    ),
  );
  const { low, high, ticks } = niceScale(ends, { zero });
  return { low, high, step: (ticks[1] ?? high) - (ticks[0] ?? low) };
}

const formatCode: Record<string, string> = { share: "0.0%", money: "#,##0" };

function axisOf(unit: string, currency: string): string | null {
  if (unit === "share" || unit === "count" || unit === "") return null;
  return unit === "money" ? currency : unit;
}

type Bar = { label: string; value: number; interval: [number, number] | null };

/** From the top: as given, and of a portfolio the strongest evidence first, the dearest where not all have room. */
function barsOf(chart: Exclude<ReportChart, { type: "lines" }>, formats: Formats): Bar[] {
  const { unit } = chart;
  const written = ({ label, value, interval }: { label: string; value: number; interval: [number, number] }) =>
    `${label}: ${writtenEstimate(formats, value, interval, unit)}`;
  switch (chart.type) {
    case "bars":
      return chart.rows.map((row) => ({ ...row, interval: null }));
    case "intervals":
      return chart.rows.map((row) => ({ ...row, label: written(row) }));
    case "portfolio": {
      const dearest = chart.marks.toSorted((one, other) => other.size - one.size);
      const inOrder = dearest
        .slice(0, mostBars)
        .toSorted((one, other) => one.grade.localeCompare(other.grade) || other.value - one.value);
      return [...inOrder, ...dearest.slice(mostBars)].map((mark) => ({
        ...mark,
        label: `${written({ ...mark, label: `${mark.label} (${mark.grade})` })}; spent ${formats.money(mark.size, { significant: 3, compact: mark.size >= 100_000 })}`,
      }));
    }
  }
}

/** Each arm with its interval at every period; what would have been is dashed. */
function linesOf({ periods, series, exposure }: Extract<ReportChart, { type: "lines" }>) {
  const reach = (values: (number | null)[], bands: ([number, number] | null)[], end: 0 | 1) =>
    values.map((value, at) => {
      const band = bands[at];
      return value === null || !band ? null : Math.abs(band[end] - value);
    });
  return {
    labels: periods,
    series: series.map(
      ({ label, values, bands, arm, supposed }): NativeSeries => ({
        name: label,
        values,
        reach: bands && { down: reach(values, bands, 0), up: reach(values, bands, 1) },
        colour: arm ? colours[arm] : colours.ink3,
        dashed: supposed,
      }),
    ),
    note: exposure ? `${exposure.label}: ${periods[exposure.at] ?? ""}.` : "",
  };
}
