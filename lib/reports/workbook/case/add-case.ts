import "server-only";
import type { Workbook } from "exceljs";
import { type SettledCase, settleCase } from "@/lib/money/settle-case";
import type { ReportDocument } from "@/lib/reports/document";
import { moneyFormat } from "@/lib/reports/workbook/number-format";
import { printed } from "@/lib/reports/workbook/sheet";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { type AssumptionCells, addAssumptions } from "./add-assumptions";
import { addBenefits, type BenefitCells } from "./add-benefits";
import { addCosts, type CostCells } from "./add-costs";
import { addSummary, summaryHeaderAt } from "./add-summary";
import { addYears, type YearCells } from "./add-years";

/** A case while its sheets are written: what it is, and where the cells are that others compute with. */
export type CaseBook = {
  book: Workbook;
  money: InitiativeMoney;
  settled: SettledCase;
  report: ReportDocument /** How amounts are written. */;
  amount: string;
};
export type Cells = { assumptions: AssumptionCells; costs: CostCells; benefits: BenefitCells; years: YearCells };

export const howToRead = [
  "Values in blue may be changed. Every figure that follows from them is a formula, and changes with them.",
  "Ranges were simulated when the file was made. They are values, and do not change with the cells.",
  "Counted is Yes or No, and may be changed to see what a benefit that is not counted would add. The figure in Throughline stays what it is.",
];

/** The case as sheets that recompute: what it came to, the assumptions, the costs, the benefits, and the years it counts. */
export function addCase(book: Workbook, money: InitiativeMoney, report: ReportDocument): void {
  const about: CaseBook = {
    book,
    money,
    settled: settleCase(money.case),
    report,
    amount: moneyFormat(money.case.currency),
  };
  // Summary is read first and written last.
  const summary = book.addWorksheet("Summary", printed(summaryHeaderAt));
  const assumptions = addAssumptions(about);
  const costs = addCosts(about, assumptions);
  const benefits = addBenefits(about, assumptions);
  const years = addYears(about, { assumptions, costs, benefits });
  benefits.finish(years.weight);
  addSummary(summary, about, { assumptions, costs, benefits, years });
}
