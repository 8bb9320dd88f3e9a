import ExcelJS from "exceljs";
import JSZip from "jszip";
import { pdfPages } from "./pdf-pages";

/** PDFs and slides set spaces as they like. */
export const plain = (text: string) => text.replace(/\s+/g, " ");

export const pdfText = async (file: Buffer): Promise<string> =>
  plain((await pdfPages(file)).pages.map(({ text }) => text).join(" "));

/** What stands on the slides, without their notes. */
export async function slidesText(file: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(file);
  const slides = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map((name) => zip.file(name)?.async("text") ?? ""),
  );
  return plain(slides.flatMap((xml) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text)).join(" "));
}

/** The texts and numbers of every row of a workbook, those of formulas as they were when it was made. */
export async function workbookRows(file: Buffer): Promise<(string | number)[][]> {
  const book = new ExcelJS.Workbook();
  // The package describes Node's buffer as it was before it became generic.
  await book.xlsx.load(file as unknown as ExcelJS.Buffer);
  const rows: (string | number)[][] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) => {
      const cells: (string | number)[] = [];
      row.eachCell(({ value, result }) => {
        for (const one of [value, result]) if (typeof one === "number" || typeof one === "string") cells.push(one);
      });
      rows.push(cells);
    }),
  );
  return rows;
}
