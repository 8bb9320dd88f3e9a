import "server-only";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportDocument, ReportFigure } from "@/lib/reports/document";
import { addChart } from "./add-chart";
import { addTable } from "./add-table";
import { fitLines } from "./fit-lines";
import type { Slide } from "./frame";
import { colours, fonts, inner, sourceOf, wide } from "./look";

const mostFigures = 12;
const room = 5.3;

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
  const shown = figures.slice(0, mostFigures);
  const perRow = shown.length > 9 ? 4 : 3;
  const width = inner / perRow;
  const height = room / Math.max(2, Math.ceil(shown.length / perRow));
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
