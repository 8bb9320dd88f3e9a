import "server-only";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock } from "@/lib/reports/document";
import type { Slide } from "./frame";
import { colours, fonts, inner, wide } from "./look";
import { formatCode, nativeOf } from "./native-chart";

/** A chart of PowerPoint's own, made of the figures themselves, so that it can be edited and checked. */
export function addChart(
  slide: Slide,
  { answer, caption, chart }: Extract<ReportBlock, { kind: "chart" }>,
  formats: Formats,
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
  const { type, data, options } = nativeOf(chart, formats);
  slide.addChart(type, data, {
    x: wide.side,
    y: wide.top + 0.55,
    w: inner,
    h: 4.35,
    catAxisLabelFontFace: fonts.sans,
    catAxisLabelFontSize: 11,
    catAxisLabelColor: colours.ink2,
    valAxisLabelFontFace: fonts.sans,
    valAxisLabelFontSize: 11,
    valAxisLabelColor: colours.ink2,
    valAxisLabelFormatCode: formatCode[chart.unit] ?? "#,##0.0#",
    valGridLine: { color: colours.rule, size: 0.5 },
    legendFontFace: fonts.sans,
    legendFontSize: 11,
    legendColor: colours.ink2,
    altText: answer,
    ...options,
  });
  slide.addText(caption, { ...text, y: 6.35, h: 0.5, fontSize: 10, color: colours.ink3 });
}
