import "server-only";
import ExcelJS from "exceljs";
import type { ReportDocument } from "@/lib/reports/document";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { addAbout } from "./add-about";
import { addBlock } from "./add-tables";
import { addCase, howToRead } from "./case/add-case";

/** What a live case says itself need not stand beside it as dead numbers. */
const ofCase = new Set(["What it was worth", "Benefits, line by line", "Costs", "Assumptions"]);

/** A report as a workbook. With the money of an initiative its figures are formulas from the assumptions on, so that they recompute. */
export async function renderWorkbook(report: ReportDocument, money: InitiativeMoney | null = null): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = "Throughline";
  book.title = report.title;
  book.company = report.organisation;
  book.created = new Date(report.madeAt);
  book.calcProperties = { fullCalcOnLoad: true };
  if (money) addCase(book, money, report);
  for (const block of report.blocks) if (!money || !ofCase.has(block.title)) addBlock(book, block, report.currency);
  addAbout(book, report, money ? howToRead : []);
  return Buffer.from(await book.xlsx.writeBuffer());
}
