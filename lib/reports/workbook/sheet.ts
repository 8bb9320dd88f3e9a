import "server-only";
import type { Cell, Workbook, Worksheet } from "exceljs";
import { heightOf } from "./row-height";

/** What a cell holds: text is never run, whatever it begins with; a formula carries the result it had when the file was made. A value may have a format of its own. */
export type SheetCell = Plain | { formula: string; result: number | string } | { value: number; format: string };
type Plain = string | number | Date | null;
export type SheetColumn = { header: string; width: number; format?: string };

/** A cell with a look of its own has to say all of its font, or programs choose one. */
export const font = { name: "Calibri", family: 2, size: 11 } as const;
const ink = "FF171F2E";
const rule = "FFD7D4CC";
const changeable = "FF2158A7";

/** On A4 as wide as the page, the row `headerAt` on each of them. */
export const printed = (headerAt: number) => ({
  pageSetup: {
    paperSize: 9,
    orientation: "landscape" as const,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerAt}:${headerAt}`,
  },
  headerFooter: { oddFooter: "&L&A&R&P / &N" },
});

/** A sheet with its columns named in the row `headerAt`, which stays in view and heads every printed page. */
export function addSheet(book: Workbook, name: string, columns: readonly SheetColumn[], headerAt = 1): Worksheet {
  const sheet = book.addWorksheet(sheetName(book, name), {
    views: [{ state: "frozen", ySplit: headerAt }],
    ...printed(headerAt),
  });
  for (const [index, { width, format }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.alignment = { vertical: "top", wrapText: true };
    if (format) column.numFmt = format;
  }
  writeRow(
    sheet,
    headerAt,
    columns.map(({ header }) => header),
  );
  for (const index of columns.keys()) {
    const cell = sheet.getCell(headerAt, index + 1);
    cell.font = { ...font, bold: true, color: { argb: ink } };
    cell.border = { bottom: { style: "thin", color: { argb: rule } } };
  }
  return sheet;
}

/**
 * Writes one row, as high as its longest text: programs that open a file do not all look for themselves. `changes` are the columns (from one) whose
 * values a reader may change.
 */
export function writeRow(
  sheet: Worksheet,
  at: number,
  cells: readonly SheetCell[],
  changes: readonly number[] = [],
): void {
  for (const [index, given] of cells.entries()) {
    if (given === null) continue;
    const cell = sheet.getCell(at, index + 1);
    const formatted = typeof given === "object" && "format" in given ? given : null;
    cell.value = formatted ? formatted.value : (given as Exclude<SheetCell, { format: string }>);
    if (formatted) cell.numFmt = formatted.format;
    else if (given instanceof Date) cell.numFmt = "yyyy-mm-dd";
    // A number ends where the text of the next column begins.
    if (typeof given === "string" && index > 0) {
      cell.alignment = { vertical: "top", wrapText: true, horizontal: "left", indent: 1 };
    }
    if (changes.includes(index + 1)) mark(cell);
  }
  const height = heightOf(cells.map((text, index) => ({ text, width: sheet.getColumn(index + 1).width ?? 9 })));
  if (height !== null) sheet.getRow(at).height = height;
}

function mark(cell: Cell): void {
  cell.font = { ...font, color: { argb: changeable } };
}

/** A cell that takes one of a few words. */
export function chooses(sheet: Worksheet, cell: string, words: readonly string[]): void {
  sheet.getCell(cell).dataValidation = {
    type: "list",
    allowBlank: false,
    formulae: [`"${words.join(",")}"`],
    showErrorMessage: true,
    errorTitle: "Choose one",
    error: `One of: ${words.join(", ")}.`,
  };
}

/** A cell that takes a number between two ends. */
export function between(sheet: Worksheet, cell: string, low: number, high: number): void {
  sheet.getCell(cell).dataValidation = {
    type: "decimal",
    operator: "between",
    allowBlank: false,
    formulae: [low, high],
    showErrorMessage: true,
    errorTitle: "Out of range",
    error: `A number from ${low} to ${high}.`,
  };
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
