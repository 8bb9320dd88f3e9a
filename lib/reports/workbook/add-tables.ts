import "server-only";
import type { Workbook } from "exceljs";
import type { ReportBlock, ReportCell, ReportChart, ReportFigure } from "@/lib/reports/document";
import { addSheet, type SheetCell, type SheetColumn, writeRow } from "./sheet";

/** Figures of a report with their intervals in columns of their own. */
function addFigures(book: Workbook, name: string, figures: readonly ReportFigure[]): void {
  const sheet = addSheet(book, name, [
    { header: "Figure", width: 40 },
    { header: "Value", width: 16 },
    { header: "Low end of 95%", width: 16 },
    { header: "High end of 95%", width: 16 },
    { header: "As written", width: 34 },
    { header: "Grade", width: 8 },
    { header: "Note", width: 70 },
  ]);
  for (const [index, { label, value, interval, text, intervalText, grade, note }] of figures.entries()) {
    const written = [text, intervalText].filter(Boolean).join(" ");
    writeRow(sheet, index + 2, [label, value, interval?.[0] ?? null, interval?.[1] ?? null, written, grade, note]);
  }
}

/** A table with its numbers as numbers. Where what is written says more than the number (a unit, an interval, a sentence), it stands in a column beside it. */
function addTable(book: Workbook, { title, columns, rows }: Extract<ReportBlock, { kind: "table" }>): void {
  const saysMore = ({ value, text }: ReportCell) => typeof value === "number" && text.includes(" ");
  const wanted = columns.map(({ id, header, width = 1 }) => ({
    id,
    header,
    width: Math.max(12, 16 * width),
    written: rows.some((row) => row[id] !== undefined && saysMore(row[id])),
  }));
  write(
    book,
    title,
    wanted.flatMap(({ header, width, written }) => [
      { header, width },
      ...(written ? [{ header: `${header}, as written`, width: 34 }] : []),
    ]),
    rows.map((row) =>
      wanted.flatMap(({ id, written }) => {
        const cell = row[id];
        return [cell?.value ?? cell?.text ?? null, ...(written ? [cell?.text ?? null] : [])];
      }),
    ),
  );
}

/** A part of a report on a sheet of its own; charts as the figures they are drawn from. */
export function addBlock(book: Workbook, block: ReportBlock): void {
  if (block.kind === "figures") addFigures(book, block.title, block.figures);
  else if (block.kind === "table") addTable(book, block);
  else if (block.kind === "chart") {
    const { header, rows } = dataOf(block.chart);
    write(
      book,
      block.title,
      header.map((one, index) => ({ header: one, width: index === 0 ? 40 : 18 })),
      rows,
    );
  } else {
    const lines = block.kind === "list" ? block.items : block.paragraphs;
    write(
      book,
      block.title,
      [{ header: block.title, width: 120 }],
      lines.map((line) => [line]),
    );
  }
}

function write(book: Workbook, name: string, columns: readonly SheetColumn[], rows: readonly SheetCell[][]): void {
  const sheet = addSheet(book, name, columns);
  for (const [index, row] of rows.entries()) writeRow(sheet, index + 2, row);
}

/** The figures a chart is drawn from. */
export function dataOf(chart: ReportChart): { header: string[]; rows: (string | number | null)[][] } {
  switch (chart.type) {
    case "bars":
      return { header: ["Name", "Value"], rows: chart.rows.map(({ label, value }) => [label, value]) };
    case "intervals":
      return {
        header: ["Name", "Value", "Low end", "High end", "Grade"],
        rows: chart.rows.map(({ label, value, interval, grade }) => [label, value, ...interval, grade]),
      };
    case "portfolio":
      return {
        header: ["Name", "Return", "Low end", "High end", "Grade", "Spent"],
        rows: chart.marks.map(({ label, value, interval, grade, size }) => [label, value, ...interval, grade, size]),
      };
    case "lines":
      return {
        header: [
          "Period",
          ...chart.series.flatMap(({ label, bands }) =>
            bands ? [label, `${label}, low end`, `${label}, high end`] : [label],
          ),
        ],
        rows: chart.periods.map((period, at) => [
          period,
          ...chart.series.flatMap(({ values, bands }) =>
            bands ? [values[at] ?? null, bands[at]?.[0] ?? null, bands[at]?.[1] ?? null] : [values[at] ?? null],
          ),
        ]),
      };
  }
}
