import "server-only";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportDocument, ReportFigure } from "@/lib/reports/document";
import { addChart } from "./add-chart";
import type { Slide } from "./frame";
import { colours, fonts, inner, sourceOf, wide } from "./look";

const mostRows = 11;
const perRow = 3;

/** A part of the report on a slide of its own, its sources in the notes. */
export function addBlock(slide: Slide, block: ReportBlock, formats: Formats, report: ReportDocument): void {
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
  } else if (block.kind === "chart") {
    addChart(slide, block, formats);
    notes.unshift(block.answer, block.caption);
  } else if (block.kind === "table") addTable(slide, block);
  else addLines(slide, block.kind === "list" ? block.items : block.paragraphs, block.kind === "list");
  slide.addNotes(notes.filter(Boolean).join("\n"));
}

function addFigures(slide: Slide, figures: readonly ReportFigure[]) {
  const shown = figures.slice(0, 9);
  const width = inner / perRow;
  const height = 5.3 / Math.max(2, Math.ceil(shown.length / perRow));
  for (const [at, { label, text, value, intervalText, grade, note }] of shown.entries()) {
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
            fontSize: value === null ? 15 : 30,
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

function addTable(slide: Slide, { columns, rows }: Extract<ReportBlock, { kind: "table" }>) {
  const total = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const line = { type: "solid" as const, pt: 0.5, color: colours.rule };
  const none = { type: "none" as const };
  const cell = (text: string, align: "end" | undefined, bold: boolean) => ({
    text,
    options: {
      bold,
      align: align ? ("right" as const) : ("left" as const),
      border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
    },
  });
  slide.addTable(
    [
      columns.map(({ header, align }) => cell(header, align, true)),
      ...rows.slice(0, mostRows).map((row) => columns.map(({ id, align }) => cell(row[id]?.text ?? "", align, false))),
    ],
    {
      x: wide.side,
      y: wide.top,
      w: inner,
      colW: columns.map(({ width = 1 }) => (inner * width) / total),
      fontFace: fonts.sans,
      fontSize: 11,
      color: colours.ink,
    },
  );
  if (rows.length > mostRows) {
    const text = `and ${rows.length - mostRows} more, in the full report`;
    slide.addText(text, {
      x: wide.side,
      y: 6.5,
      w: inner,
      h: 0.3,
      margin: 0,
      fontFace: fonts.sans,
      fontSize: 11,
      color: colours.ink3,
    });
  }
}

function addLines(slide: Slide, lines: readonly string[], bullet: boolean) {
  slide.addText(
    lines.map((text) => ({ text, options: { bullet, breakLine: true, paraSpaceAfter: 8 } })),
    {
      x: wide.side,
      y: wide.top,
      w: inner,
      h: 5.2,
      fontFace: fonts.sans,
      fontSize: 18,
      color: colours.ink2,
      valign: "top",
      fit: "shrink",
    },
  );
}
