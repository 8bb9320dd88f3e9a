"use client";
import { TrendChart } from "@/components/charts/trend-chart";
import { useFormats } from "@/components/ui/formats-provider";
import { ruleText } from "@/lib/marks/guardrails/guardrail-words";
import { metricKey } from "@/lib/metrics/metric-key";
import { valueText } from "@/lib/scorecard/figure-text";
import { remarksOn, useMarks } from "./marks/marks-context";

export type Course = {
  metric: { id: string; name: string; unit: string };
  periods: string[];
  values: (number | null)[];
  intervals: ([number, number] | null)[];
  target: number | null;
};

/** A figure over time with its target, guardrails and what people remarked. */
export function CourseChart({ metric, periods, values, intervals, target }: Course) {
  const formats = useFormats();
  const marks = useMarks();
  const key = metricKey(metric.id);
  const guardrails = marks.guardrails.filter((guardrail) => guardrail.metric === key);
  // In words beneath: a tile is too narrow for them beside their lines.
  const lines = [
    ...(target === null ? [] : [`Target: ${valueText(formats, metric, target)}`]),
    ...guardrails.map((guardrail) => `Guardrail: ${ruleText(formats, guardrail)}`),
  ];
  const remarks = remarksOn(marks, key);
  return (
    <TrendChart
      title={`${metric.name} over time`}
      caption={["Figure with its 95% interval", ...lines].join(". ")}
      description={`${periods.length} periods from ${periods[0]} to ${periods.at(-1)}; the numbers stand in the table below.`}
      csv={metric.name}
      tabled
      height={200}
      periods={periods}
      unit={metric.unit}
      series={[
        {
          id: "figure",
          label: metric.name,
          values: values.map((value, index) => {
            const interval = intervals[index];
            return value === null ? null : { value, ...(interval && { interval }) };
          }),
        },
      ]}
      {...(target !== null && { target: { value: target, label: "Target" } })}
      bounds={guardrails.map(({ bound }) => ({ value: bound, label: "Guardrail" }))}
      marks={remarks.map(({ at, remark }) => ({
        at,
        text: `${remark.text} (${formats.shortDate(remark.on)}${remark.unit ? `, ${remark.unit}` : ""})`,
      }))}
    />
  );
}
