import "server-only";
import type { Worksheet } from "exceljs";
import type { Ranged } from "@/lib/money/case-result";
import { imprintOf } from "@/lib/reports/imprint";
import { money as moneyFormat, percent, type SheetCell, writeRow } from "@/lib/reports/workbook/sheet";
import type { CaseBook, Cells } from "./add-case";

type Row = { label: string; format: string; value: SheetCell; range?: Ranged | null; note?: string };

const noSpend = "no spend on file";
const headerAt = 5;
const widths = [40, 18, 22, 22, 60];

/** What the case came to: formulas over the other sheets, and beside them the simulated ranges as they were. */
export function addSummary(
  sheet: Worksheet,
  { money, report }: CaseBook,
  { assumptions, costs, benefits, years }: Cells,
): void {
  const { result, case: given } = money;
  const { grade, signatures, made, data } = imprintOf(report);
  for (const [index, width] of widths.entries()) {
    sheet.getColumn(index + 1).width = width;
    sheet.getColumn(index + 1).alignment = { vertical: "top", wrapText: true };
  }
  sheet.views = [{ state: "frozen", ySplit: headerAt }];
  writeRow(sheet, 1, [report.title]);
  writeRow(sheet, 2, [report.lead]);
  writeRow(sheet, 3, [[report.organisation, grade, signatures, made, data].join(" · ")]);
  for (const row of [1, 2, 3]) {
    sheet.mergeCells(row, 1, row, widths.length);
    sheet.getRow(row).height = row === 2 ? 34 : 20;
  }
  sheet.getCell("A1").font = { bold: true, size: 16 };
  writeRow(sheet, headerAt, ["Figure", "Value", "Simulated, low end of 95%", "Simulated, high end of 95%", "Note"]);
  sheet.getRow(headerAt).font = { bold: true };

  const simulated = `${result.draws} draws, seed ${result.seed}.`;
  const [benefit, cost] = [benefits.total, costs.total];
  // Against a spend nobody knows nothing is gained or lost.
  const isSpent = result.cost.total > 0;
  const orText = (value: number | null | undefined, text: string) => value ?? text;
  const rows: Row[] = [
    {
      label: "Counted benefit",
      format: moneyFormat,
      value: { formula: benefit, result: result.benefit.central },
      range: result.benefit,
      note: simulated,
    },
    { label: "Cost", format: moneyFormat, value: { formula: cost, result: result.cost.total } },
    {
      label: "Net benefit",
      format: moneyFormat,
      value: {
        formula: `IF(${cost}>0,${benefit}-${cost},"${noSpend}")`,
        result: isSpent ? result.net.central : noSpend,
      },
      range: isSpent ? result.net : null,
      note: simulated,
    },
    {
      label: "Return on investment",
      format: percent,
      value: {
        formula: `IF(${cost}>0,(${benefit}-${cost})/${cost},"${noSpend}")`,
        result: orText(result.returnOnInvestment?.central, noSpend),
      },
      range: result.returnOnInvestment,
      note: simulated,
    },
    {
      label: "Benefit for each unit of cost",
      format: "0.00",
      value: {
        formula: `IF(${cost}>0,${benefit}/${cost},"${noSpend}")`,
        result: orText(result.benefitCostRatio?.central, noSpend),
      },
      range: result.benefitCostRatio,
      note: simulated,
    },
    {
      label: "Paid back after (months)",
      format: "0.0",
      value: {
        formula: `IF(AND(${costs.once}<=0,${costs.running}<=0),IF(MAX(${years.benefits})>0,0,"never"),IF(COUNT(${years.paidBack})=0,"not within the years counted",MAX(${years.paidBack})))`,
        result: orText(result.paybackMonths, result.cost.total > 0 ? "not within the years counted" : "never"),
      },
    },
    {
      label: "Present value",
      format: moneyFormat,
      value: years.presentValue
        ? {
            formula: `IF(${cost}>0,${years.presentValue},"${noSpend}")`,
            result: isSpent ? (result.presentValue?.central ?? 0) : noSpend,
          }
        : "Nobody has stated a discount rate",
      range: isSpent ? result.presentValue : null,
    },
    {
      label: "Breaks even at this part of the effect",
      format: percent,
      value: {
        formula: `IF(${cost}<=0,"${noSpend}",IF(${benefit}>0,${cost}/${benefit},"no benefit counts"))`,
        result: orText(result.breakEven?.multiple, isSpent ? "no benefit counts" : noSpend),
      },
      note: "Below 100% it pays even where the effect was smaller than estimated.",
    },
    {
      label: "Hours freed in a year",
      format: "#,##0",
      value: { formula: benefits.hours, result: result.capacity?.hours.central ?? 0 },
      range: result.capacity?.hours ?? null,
    },
    ...(given.fullTimeHours.value !== null && given.fullTimeHours.value > 0
      ? [
          {
            label: "Full-time equivalents",
            format: "0.00",
            value: {
              formula: `${benefits.hours}/${assumptions.fullTime}`,
              result: (result.capacity?.hours.central ?? 0) / given.fullTimeHours.value,
            },
            range: result.capacity?.fullTimeEquivalents ?? null,
          },
        ]
      : []),
    ...(given.becameAble
      ? [
          {
            label: "Cost for each person who became able",
            format: moneyFormat,
            value: {
              formula: `IF(${cost}>0,${cost}/${given.becameAble},"${noSpend}")`,
              result: orText(result.costPerAble, noSpend),
            },
            note: `${given.becameAble.toFixed(1)} people.`,
          },
        ]
      : []),
    {
      label: "Chance of a loss",
      format: percent,
      value: isSpent ? result.lossProbability : noSpend,
      note: `A value: the share of ${simulated}`,
    },
  ];
  for (const [index, { label, format, value, range, note }] of rows.entries()) {
    const at = headerAt + 1 + index;
    writeRow(sheet, at, [label, value, range?.interval[0] ?? null, range?.interval[1] ?? null, note ?? null]);
    for (const column of [2, 3, 4]) sheet.getCell(at, column).numFmt = format;
  }
}
