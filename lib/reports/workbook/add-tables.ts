import "server-only";
import type { Workbook } from "exceljs";
import type { Unit } from "@/lib/format/measure";
import { chartData } from "@/lib/reports/chart-data";
import type { ReportBlock, ReportCell, ReportFigure } from "@/lib/reports/document";
import { numberFormat, unitName } from "./number-format";
import { addSheet, type SheetCell, type SheetColumn, writeRow } from "./sheet";

/** Figures of a report with their intervals in columns of their own. */
function addFigures(book: Workbook, name: string, figures: readonly ReportFigure[], currency: string): void {
  const sheet = addSheet(book, name, [
    { header: "Figure", width: 40 },
    { header: "Value", width: 16 },
    { header: "Unit", width: 18 },
    { header: "Low end of 95%", width: 16 },
    { header: "High end of 95%", width: 16 },
    { header: "As written", width: 34 },
    { header: "Grade", width: 8 },
    { header: "Note", width: 70 },
  ]);
  for (const [index, { label, value, unit, interval, text, intervalText, grade, note }] of figures.entries()) {
    const written = [text, intervalText].filter(Boolean).join(" ");
    const [central, low, high] = [value, interval?.[0], interval?.[1]].map((one) => sized(one, unit, currency));
    const named = value === null ? null : unitName(unit, currency);
    writeRow(sheet, index + 2, [label, central ?? null, named, low ?? null, high ?? null, written, grade, note]);
  }
}

const sized = (value: number | null | undefined, unit: Unit, currency: string): SheetCell =>
  typeof value === "number" ? { value, format: numberFormat(value, unit, currency) } : null;

/** A table with its numbers as numbers. Where what is written says more than the number (a unit, an interval, a sentence), it stands in a column beside it. */
function addTable(
  book: Workbook,
  { title, columns, rows }: Extract<ReportBlock, { kind: "table" }>,
  currency: string,
): void {
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
        const value = cell?.unit === undefined ? null : sized(cell.value, cell.unit, currency);
        return [value ?? cell?.text ?? null, ...(written ? [cell?.text ?? null] : [])];
      }),
    ),
  );
}

/** A part of a report on a sheet of its own; charts as the figures they are drawn from. */
export function addBlock(book: Workbook, block: ReportBlock, currency: string): void {
  if (block.kind === "figures") addFigures(book, block.title, block.figures, currency);
  else if (block.kind === "table") addTable(book, block, currency);
  else if (block.kind === "chart") {
    const { header, rows } = chartData(block.chart);
    const { unit } = block.chart;
    const named = unitName(unit, currency);
    write(
      book,
      block.title,
      header.map(({ name, in: own }, index) => ({
        header: own === "unit" && named !== "" ? `${name} (${named})` : name,
        width: index === 0 ? 40 : 18,
      })),
      rows.map((row) =>
        row.map((cell, at): SheetCell => {
          const own = header[at]?.in;
          if (own === "day") return typeof cell === "string" ? new Date(cell) : cell;
          return own && typeof cell === "number" ? sized(cell, own === "unit" ? unit : own, currency) : cell;
        }),
      ),
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
