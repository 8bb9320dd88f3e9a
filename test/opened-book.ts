import ExcelJS from "exceljs";

/** A workbook as somebody opens it. */
export async function openedBook(file: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // The package describes Node's buffer as it was before it became generic.
  await book.xlsx.load(file as unknown as ExcelJS.Buffer);
  return book;
}

/** Row of a label in the first column of a sheet. */
export function rowOf(book: ExcelJS.Workbook, sheet: string, label: string): number {
  let found = 0;
  book.getWorksheet(sheet)?.eachRow((row, number) => {
    if (row.getCell(1).value === label) found = number;
  });
  if (found === 0) throw new Error(`${sheet} has no row ${label}`);
  return found;
}
