import "server-only";
import type { ReportBlock } from "@/lib/reports/document";
import { columnsOf } from "./chart-data";
import type { Slide } from "./frame";
import { colours, fonts, inner, wide } from "./look";
import type { NativeChart } from "./native-chart";

/** A chart of PowerPoint's own with its figures in a sheet behind it, so that it can be edited and checked. How it is drawn is written when the file is whole. */
export function addChart(
  slide: Slide,
  { answer, caption }: Extract<ReportBlock, { kind: "chart" }>,
  chart: NativeChart,
): void {
  const text = {
    x: wide.side,
    w: inner,
    margin: 0,
    fontFace: fonts.sans,
    valign: "top" as const,
    fit: "shrink" as const,
  };
  slide.addText(answer, { ...text, y: wide.top - 0.15, h: 0.65, fontSize: 15, color: colours.ink2 });
  const { labels } = chart;
  slide.addChart(
    chart.type === "bars" ? "bar" : "line",
    columnsOf(chart).map(({ name, values }) => ({
      name,
      labels,
      values: values.map((value) => value ?? (null as unknown as number)),
    })),
    { x: wide.side, y: wide.top + 0.55, w: inner, h: 4.35, altText: answer },
  );
  slide.addText([caption, chart.note].filter(Boolean).join(" "), {
    ...text,
    y: 6.35,
    h: 0.5,
    fontSize: 10,
    color: colours.ink3,
  });
}
