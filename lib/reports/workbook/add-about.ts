import "server-only";
import type { Workbook } from "exceljs";
import type { ReportDocument } from "@/lib/reports/document";
import { imprintOf } from "@/lib/reports/imprint";
import { addSheet, type SheetCell, writeRow } from "./sheet";

/** What stands on every format: what may be said and what not, of which data, and who signed. */
export function addAbout(book: Workbook, report: ReportDocument, first: readonly string[] = []): void {
  const sheet = addSheet(book, "About", [
    { header: "What", width: 26 },
    { header: report.title, width: 110 },
  ]);
  const { made, data, sources, filters, grade, signatures, unsigned } = imprintOf(report);
  const rows: SheetCell[][] = [
    ["Organisation", report.organisation],
    ["What may be said", report.lead],
    ...report.limits.map((limit) => ["What may not be said", limit]),
    ["Grade", grade],
    ["Signatures", signatures],
    ...unsigned.map((name) => ["Not signed", name]),
    ["Made", made],
    ["Data", data],
    ...sources.map((source) => ["Source", source]),
    ["Filters", filters],
    ["In Throughline", report.href],
    ...report.notices.map((notice) => ["Note", notice]),
    ...first.map((note) => ["How to read it", note]),
  ];
  for (const [index, row] of rows.entries()) writeRow(sheet, index + 2, row);
}
