import "server-only";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportDocument, ReportFigure } from "@/lib/reports/document";
import { addChart } from "./add-chart";
import { addTable } from "./add-table";
import { fitLines } from "./fit-lines";
import type { Slide } from "./frame";
import { colours, fonts, inner, sourceOf, wide } from "./look";
import { type NativeChart, nativeOf } from "./native-chart";

const mostFigures = 12;
const room = 5.3;

/** Of a part of the report what stands on one slide: figures go on to the next. */
export function pagesOf(block: ReportBlock): ReportBlock[] {
  if (block.kind !== "figures" || block.figures.length <= mostFigures) return [block];
  const pages = Math.ceil(block.figures.length / mostFigures);
  const each = Math.ceil(block.figures.length / pages);
  return Array.from({ length: pages }, (_, at) => ({
    ...block,
    title: `${block.title}, ${at + 1} of ${pages}`,
    figures: block.figures.slice(at * each, (at + 1) * each),
  }));
}

/** A part of the report on a slide of its own, its sources in the notes; of a chart what is to be drawn into it. */
export function addBlock(
  slide: Slide,
  block: ReportBlock,
  formats: Formats,
  report: ReportDocument,
): NativeChart | null {
  const chart = block.kind === "chart" ? nativeOf(block.chart, formats, report.currency) : null;
  const notes = [sourceOf(report.href)];
  if (block.kind === "figures") {
    addFigures(slide, block.figures);
    notes.unshift(
      ...block.figures.map(({ label, text, intervalText, note, href }) =>
        [`${label}: ${[text, intervalText].filter(Boolean).join(" ")}`, note, href && sourceOf(href)]
          .filter(Boolean)
          .join(". "),
      ),
    );
  } else if (block.kind === "chart" && chart) {
    addChart(slide, block, chart);
    notes.unshift(block.answer, block.caption);
  } else if (block.kind === "table") addTable(slide, block);
  else if (block.kind === "list") addLines(slide, block.items, true);
  else if (block.kind === "text") addLines(slide, block.paragraphs, false);
  slide.addNotes(notes.filter(Boolean).join("\n"));
  return chart;
}

function addFigures(slide: Slide, figures: readonly ReportFigure[]) {
  const perRow = figures.length > 9 ? 4 : 3;
  const width = inner / perRow;
  const height = room / Math.max(2, Math.ceil(figures.length / perRow));
  for (const [at, { label, text, value, intervalText, grade, note }] of figures.entries()) {
    slide.addText(
      [
        {
          text: grade ? `${label} (grade ${grade})` : label,
          options: { fontSize: 13, color: colours.ink2, breakLine: true },
        },
        {
          text,
          options: {
            fontFace: value === null ? fonts.sans : fonts.serif,
            bold: value !== null,
            fontSize: value === null ? 15 : text.length > 10 ? 20 : 28,
            color: colours.ink,
            breakLine: true,
          },
        },
        ...(intervalText
          ? [{ text: intervalText, options: { fontSize: 13, color: colours.ink2, breakLine: true } }]
          : []),
        ...(note ? [{ text: note, options: { fontSize: 10, color: colours.ink3 } }] : []),
      ],
      {
        x: wide.side + (at % perRow) * width,
        y: wide.top + Math.floor(at / perRow) * height,
        w: width - 0.3,
        h: height - 0.15,
        margin: 0,
        fontFace: fonts.sans,
        valign: "top",
        fit: "shrink",
      },
    );
  }
}

function addLines(slide: Slide, texts: readonly string[], bullet: boolean) {
  const { fontSize, lines } = fitLines(texts, { width: inner - 0.6, height: 5.2, sizes: [18, 16, 14, 12], after: 8 });
  slide.addText(
    lines.map((text) => ({ text, options: { bullet, breakLine: true, paraSpaceAfter: 8 } })),
    {
      x: wide.side,
      y: wide.top,
      w: inner,
      h: 5.2,
      fontFace: fonts.sans,
      fontSize,
      color: colours.ink2,
      valign: "top",
    },
  );
}
