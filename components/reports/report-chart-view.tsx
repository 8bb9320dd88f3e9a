import { IntervalPlot } from "@/components/charts/interval-plot";
import { TrendChart } from "@/components/charts/trend-chart";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportChart } from "@/lib/reports/document";
import { writtenEstimate, writtenValue } from "@/lib/reports/written";

type ChartBlock = Extract<ReportBlock, { kind: "chart" }>;

/** A picture of a report with its answer and its numbers beside it. */
export function ReportChartView({ block, formats }: { block: ChartBlock; formats: Formats }) {
  const { title, answer, caption, chart } = block;
  if (chart.type === "lines") return <Lines block={block} chart={chart} />;
  return (
    <>
      <p className="mb-3 max-w-prose text-ink-2">{answer}</p>
      <IntervalPlot caption={caption} columns={["Of", "Figure"]} rows={rowsOf(chart, formats)} csv={fileName(title)} />
    </>
  );
}

type Lines = Extract<ReportChart, { type: "lines" }>;

function rowsOf(chart: Exclude<ReportChart, Lines>, formats: Formats) {
  if (chart.type === "bars") {
    return chart.rows.map(({ label, value }) => ({ label, value, text: writtenValue(formats, value, chart.unit) }));
  }
  const rows = chart.type === "intervals" ? chart.rows : chart.marks;
  return rows.map(({ label, value, interval, grade }) => ({
    label,
    value,
    interval,
    text: `${writtenEstimate(formats, value, interval, chart.unit)}${grade ? `, grade ${grade}` : ""}`,
  }));
}

function Lines({ block: { title, answer, caption }, chart }: { block: ChartBlock; chart: Lines }) {
  const [supposed] = chart.series.filter((one) => one.supposed);
  return (
    <TrendChart
      title={answer}
      caption={caption}
      description={answer}
      csv={fileName(title)}
      unit={chart.unit}
      periods={chart.periods}
      series={chart.series
        .filter((one) => !one.supposed)
        .map(({ label, arm, values, bands }) => ({
          id: label,
          label,
          ...(arm && { arm }),
          values: values.map((value, at) => {
            const interval = bands?.[at];
            return value === null ? null : { value, ...(interval && { interval }) };
          }),
        }))}
      {...(supposed && { counterfactual: { label: supposed.label, values: supposed.values } })}
      {...(chart.exposure && { exposure: chart.exposure })}
    />
  );
}

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
