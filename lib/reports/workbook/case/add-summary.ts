import "server-only";
import type { Worksheet } from "exceljs";
import type { Ranged } from "@/lib/money/case-result";
import { imprintOf } from "@/lib/reports/imprint";
import { percent } from "@/lib/reports/workbook/number-format";
import { heightOf } from "@/lib/reports/workbook/row-height";
import { font, type SheetCell, writeRow } from "@/lib/reports/workbook/sheet";
import type { CaseBook, Cells } from "./add-case";

type Row = { label: string; format: string; value: SheetCell; range?: Ranged | null; note?: string };

const noSpend = "no spend on file";
const noBenefit = "no benefit counts";
export const summaryHeaderAt = 5;
const widths = [40, 18, 22, 22, 60];

/** What the case came to: formulas over the other sheets, and beside them the simulated ranges as they were. */
export function addSummary(
  sheet: Worksheet,
  { money, report, amount: moneyFormat }: CaseBook,
  { assumptions, costs, benefits, years }: Cells,
): void {
  const { result, case: given } = money;
  const { grade, signatures, made, data } = imprintOf(report);
  for (const [index, width] of widths.entries()) {
    sheet.getColumn(index + 1).width = width;
    sheet.getColumn(index + 1).alignment = { vertical: "top", wrapText: true };
  }
  sheet.views = [{ state: "frozen", ySplit: summaryHeaderAt }];
  writeRow(sheet, 1, [report.title]);
  writeRow(sheet, 2, [report.lead]);
  writeRow(sheet, 3, [[report.organisation, grade, signatures, made, data].join(" · ")]);
  for (const row of [1, 2, 3]) {
    sheet.mergeCells(row, 1, row, widths.length);
    const width = widths.reduce((sum, one) => sum + one, 0);
    sheet.getRow(row).height = heightOf([{ text: sheet.getCell(row, 1).value, width }]) ?? 20;
  }
  sheet.getCell("A1").font = { ...font, bold: true, size: 16 };
  writeRow(sheet, summaryHeaderAt, [
    "Figure",
    "Value",
    "Simulated, low end of 95%",
    "Simulated, high end of 95%",
    "Note",
  ]);
  sheet.getRow(summaryHeaderAt).font = { ...font, bold: true };

  const simulated = `${result.draws} draws, seed ${result.seed}.`;
  const [benefit, cost] = [benefits.total, costs.total];
  // Against a spend nobody knows nothing is gained or lost.
  const isSpent = result.cost.total > 0;
  const counts = result.benefit.central !== 0;
  const hasBoth = isSpent && counts;
  const orText = (value: number | null | undefined, text: string) => value ?? text;
  /** What follows from benefit and cost together, and words where one of them is missing. */
  const ofBoth = (formula: string, value: number | string): SheetCell => ({
    formula: `IF(${cost}<=0,"${noSpend}",IF(${benefit}=0,"${noBenefit}",${formula}))`,
    result: !isSpent ? noSpend : counts ? value : noBenefit,
  });
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
      value: ofBoth(`${benefit}-${cost}`, result.net.central),
      range: hasBoth ? result.net : null,
      note: simulated,
    },
    {
      label: "Return on investment",
      format: percent,
      value: ofBoth(`(${benefit}-${cost})/${cost}`, orText(result.returnOnInvestment?.central, noSpend)),
      range: hasBoth ? result.returnOnInvestment : null,
      note: simulated,
    },
    {
      label: "Benefit for each unit of cost",
      format: "0.00",
      value: ofBoth(`${benefit}/${cost}`, orText(result.benefitCostRatio?.central, noSpend)),
      range: hasBoth ? result.benefitCostRatio : null,
      note: simulated,
    },
    {
      label: "Paid back after (months)",
      format: "0.0",
      value: ofBoth(
        `IF(COUNT(${years.paidBack})=0,"not within the years counted",MAX(${years.paidBack}))`,
        orText(result.paybackMonths, "not within the years counted"),
      ),
    },
    {
      label: "Present value",
      format: moneyFormat,
      value: years.presentValue
        ? ofBoth(years.presentValue, result.presentValue?.central ?? 0)
        : "Nobody has stated a discount rate",
      range: hasBoth ? result.presentValue : null,
    },
    {
      label: "Breaks even at this part of the effect",
      format: percent,
      value: ofBoth(
        `IF(${benefit}>0,${cost}/${benefit},"${noBenefit}")`,
        orText(result.breakEven?.multiple, noBenefit),
      ),
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
      value: !isSpent ? noSpend : counts ? result.lossProbability : noBenefit,
      note: `A value: the share of ${simulated}`,
    },
  ];
  for (const [index, { label, format, value, range, note }] of rows.entries()) {
    const at = summaryHeaderAt + 1 + index;
    writeRow(sheet, at, [label, value, range?.interval[0] ?? null, range?.interval[1] ?? null, note ?? null]);
    for (const column of [2, 3, 4]) sheet.getCell(at, column).numFmt = format;
  }
}
