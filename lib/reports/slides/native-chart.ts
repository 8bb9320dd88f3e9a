import "server-only";
import type PptxGenJS from "pptxgenjs";
import type { Grade } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { ReportChart } from "@/lib/reports/document";
import { writtenEstimate } from "@/lib/reports/written";
import { colours } from "./look";

type Data = { name: string; labels?: string[]; values: number[] };
type Native = { type: PptxGenJS.CHART_NAME; data: Data[]; options: PptxGenJS.IChartOpts };

/** How PowerPoint writes a unit. */
export const formatCode: Record<string, string> = { share: "0.0%", money: "#,##0" };

/** What a chart of PowerPoint is made of. Bars are drawn from the foot upwards: the first of the report is then the last. */
export function nativeOf(chart: ReportChart, formats: Formats): Native {
  switch (chart.type) {
    case "lines":
      return lines(chart);
    case "bars":
      return {
        type: "bar",
        data: [
          {
            name: "Value",
            labels: chart.rows.map(({ label }) => label).reverse(),
            values: chart.rows.map(({ value }) => value).reverse(),
          },
        ],
        options: { barDir: "bar", chartColors: [colours.trained], showLegend: false },
      };
    case "intervals":
      return intervals(chart, formats);
    case "portfolio":
      return portfolio(chart);
  }
}

function lines({ periods, series }: Extract<ReportChart, { type: "lines" }>): Native {
  const gap = (value: number | null | undefined) => value ?? (null as unknown as number);
  const drawn = series.flatMap(({ label, values, bands, arm }) => {
    const colour = arm ? colours[arm] : colours.ink3;
    const own = [{ name: label, labels: periods, values: values.map(gap), colour }];
    if (!bands) return own;
    const end = (which: 0 | 1, name: string) => ({
      name: `${label}, ${name}`,
      labels: periods,
      values: bands.map((band) => gap(band?.[which])),
      colour: colours.rule,
    });
    return [...own, end(0, "low end of 95%"), end(1, "high end of 95%")];
  });
  return {
    type: "line",
    data: drawn.map(({ colour: _, ...one }) => one),
    options: {
      chartColors: drawn.map(({ colour }) => colour),
      lineSize: 2,
      lineDataSymbol: "none",
      showLegend: true,
      legendPos: "b",
      displayBlanksAs: "gap",
    },
  };
}

function intervals({ rows: given, unit }: Extract<ReportChart, { type: "intervals" }>, formats: Formats): Native {
  const rows = given.toReversed();
  const labels = rows.map(
    ({ label, value, interval }) => `${label}: ${writtenEstimate(formats, value, interval, unit)}`,
  );
  return {
    type: "bar",
    data: [
      { name: "Low end", labels, values: rows.map(({ interval }) => interval[0]) },
      { name: "Estimate", labels, values: rows.map(({ value }) => value) },
      { name: "High end", labels, values: rows.map(({ interval }) => interval[1]) },
    ],
    options: {
      barDir: "bar",

      chartColors: [colours.rule, colours.trained, colours.rule],
      showLegend: true,
      legendPos: "b",
      barGapWidthPct: 40,
    },
  };
}

const strength: Record<Grade, number> = { A: 5, B: 4, C: 3, D: 2, E: 1 };

/** Return across, strength of evidence upwards from E to A; each initiative its own series from the low to the high end of its range. */
function portfolio({ marks, unit }: Extract<ReportChart, { type: "portfolio" }>): Native {
  const across = marks.flatMap(({ value, interval: [low, high] }) => [low, value, high]);
  const gap = null as unknown as number;
  return {
    type: "scatter",
    data: [
      { name: "Return", values: across },
      ...marks.map(({ label, grade }, at) => ({
        name: `${label} (${grade})`,
        values: across.map((_, place) => (Math.floor(place / 3) === at ? strength[grade] : gap)),
      })),
    ],
    options: {
      lineSize: 1.5,
      lineDataSymbolSize: 8,
      showLegend: true,
      legendPos: "r",
      valAxisMinVal: 0,
      valAxisMaxVal: 6,
      valAxisMajorUnit: 1,
      valAxisLabelFormatCode: '[=1]"E";[=2]"D";General',
      valAxisTitle: "Strength of evidence, E (1) to A (5)",
      showValAxisTitle: true,
      catAxisTitle: unit === "share" ? "Return on what was spent" : "Return",
      showCatAxisTitle: true,
      catLabelFormatCode: formatCode[unit] ?? "General",
    },
  };
}
