import "server-only";
import type { ReportBlock } from "@/lib/reports/document";
import { countThatFit, heightOf } from "./fit-lines";
import type { Slide } from "./frame";
import { colours, fonts, inner, wide } from "./look";

const fontSize = 11;
/** Inches around the text of a cell. */
const padding = { across: 0.2, along: 0.1 };
const rest = { y: 6.5, h: 0.3 } as const;

/** A table with the rows there is room for; what is left out is counted beneath it. */
export function addTable(slide: Slide, { columns, rows }: Extract<ReportBlock, { kind: "table" }>): void {
  const total = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const colW = columns.map(({ width = 1 }) => (inner * width) / total);
  const heightOfRow = (texts: readonly string[]) =>
    padding.along +
    Math.max(...texts.map((text, at) => heightOf([text], { width: (colW[at] ?? 1) - padding.across, fontSize })));
  const texts = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ id }) => row[id]?.text ?? "")),
  ];
  const rowH = texts.map(heightOfRow);
  const shown = countThatFit(rowH, rest.y - 0.05 - wide.top);
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
    texts.slice(0, shown).map((own, at) => own.map((text, column) => cell(text, columns[column]?.align, at === 0))),
    {
      x: wide.side,
      y: wide.top,
      w: inner,
      h: rowH.slice(0, shown).reduce((sum, height) => sum + height, 0),
      colW,
      rowH: rowH.slice(0, shown),
      fontFace: fonts.sans,
      fontSize,
      color: colours.ink,
    },
  );
  if (shown < texts.length) {
    slide.addText(`and ${texts.length - shown} more, in the full report`, {
      x: wide.side,
      w: inner,
      ...rest,
      margin: 0,
      fontFace: fonts.sans,
      fontSize,
      color: colours.ink3,
    });
  }
}
