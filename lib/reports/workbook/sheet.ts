import "server-only";
import type { Cell, Workbook, Worksheet } from "exceljs";

/** What a cell holds: text is never run, whatever it begins with; a formula carries the result it had when the file was made. */
export type SheetCell = string | number | null | { formula: string; result: number | string };
export type SheetColumn = { header: string; width: number; format?: string };

const ink = "FF171F2E";
const rule = "FFD7D4CC";
const changeable = "FF2158A7";
export const money = "#,##0;\u2212#,##0";
export const percent = "0.0%;\u22120.0%";

/** A sheet with its columns named in the row `headerAt`, which stays in view. */
export function addSheet(book: Workbook, name: string, columns: readonly SheetColumn[], headerAt = 1): Worksheet {
  const sheet = book.addWorksheet(sheetName(book, name), {
    views: [{ state: "frozen", ySplit: headerAt }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  for (const [index, { header, width, format }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.alignment = { vertical: "top", wrapText: true };
    if (format) column.numFmt = format;
    const cell = sheet.getCell(headerAt, index + 1);
    cell.value = header;
    cell.font = { bold: true, color: { argb: ink } };
    cell.border = { bottom: { style: "thin", color: { argb: rule } } };
  }
  return sheet;
}

/** Writes one row. `changes` are the columns (from one) whose values a reader may change. */
export function writeRow(
  sheet: Worksheet,
  at: number,
  cells: readonly SheetCell[],
  changes: readonly number[] = [],
): void {
  for (const [index, value] of cells.entries()) {
    if (value === null) continue;
    const cell = sheet.getCell(at, index + 1);
    cell.value = value;
    if (changes.includes(index + 1)) mark(cell);
  }
}

function mark(cell: Cell): void {
  cell.font = { color: { argb: changeable } };
}

/** A name Excel takes, unlike any other in the book. */
function sheetName(book: Workbook, name: string): string {
  const whole = name
    .replace(/[\\/?*[\]:']/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  // Between words where there is one.
  const plain = /^.{1,31}(?!\S)|^.{31}/.exec(whole)?.[0] ?? "Sheet";
  let tried = plain;
  for (let number = 2; book.getWorksheet(tried); number += 1) tried = `${plain.slice(0, 31 - 4)} ${number}`;
  return tried;
}
