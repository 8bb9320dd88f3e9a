import "server-only";
import { costKindNames } from "@/lib/initiatives/words";
import { costOver } from "@/lib/money/worth";
import { addSheet, chooses, writeRow } from "@/lib/reports/workbook/sheet";
import type { AssumptionCells } from "./add-assumptions";
import type { CaseBook } from "./add-case";

export type CostCells = {
  total: string;
  once: string;
  running: string;
  /** What has run in so many months from the beginning. */
  runBy: (months: string) => string;
};

const name = "Costs";
const first = 2;

/** Every cost, and what it comes to over the years counted, at least one. */
export function addCosts(
  { book, money, settled, amount: moneyFormat }: CaseBook,
  { years }: AssumptionCells,
): CostCells {
  const sheet = addSheet(book, name, [
    { header: "Item", width: 44 },
    { header: "Kind", width: 18 },
    { header: "Hours", width: 12, format: "#,##0" },
    { header: `Amount (${money.case.currency})`, width: 16, format: moneyFormat },
    { header: "Every", width: 12 },
    { header: "Months", width: 12 },
    { header: "Over the years counted", width: 22, format: moneyFormat },
    { header: "A month", width: 16, format: moneyFormat },
    { header: "Months it runs", width: 14 },
    { header: "Of it runs", width: 16, format: moneyFormat },
  ]);
  const { costs } = settled.given;
  const { years: counted } = money.result;
  const last = first + Math.max(1, costs.length) - 1;
  const horizon = last + 3;
  for (const [index, cost] of costs.entries()) {
    const at = first + index;
    const own = costOver([cost], counted);
    const [flow] = own.flows;
    writeRow(
      sheet,
      at,
      [
        cost.item,
        cost.kind ? costKindNames[cost.kind] : "Unnamed",
        cost.hours,
        cost.amount,
        cost.every,
        cost.months,
        { formula: `IF(E${at}="once",D${at},J${at})`, result: own.once + own.running },
        { formula: `IF(E${at}="once",0,IF(E${at}="month",D${at},D${at}/12))`, result: flow?.perMonth ?? 0 },
        { formula: `IF(E${at}="once",0,IF(ISBLANK(F${at}),$G$${horizon}*12,F${at}))`, result: flow?.months ?? 0 },
        { formula: `H${at}*I${at}`, result: own.running },
      ],
      [4, 5, 6],
    );
    chooses(sheet, `E${at}`, ["once", "month", "year"]);
  }
  const all = costOver(costs, counted);
  const range = (column: string) => `${column}${first}:${column}${last}`;
  const sums: [string, string, number][] = [
    ["Years costs run", `MAX(1,${years})`, Math.max(1, counted)],
    ["Spent once", `SUMIF(${range("E")},"once",${range("G")})`, all.once],
    ["All of it", `SUM(${range("G")})`, all.once + all.running],
    ["What runs", `G${horizon + 2}-G${horizon + 1}`, all.running],
  ];
  for (const [index, [label, formula, result]] of sums.entries()) {
    writeRow(sheet, horizon + index, [label, null, null, null, null, null, { formula, result }]);
  }
  sheet.getCell(`G${horizon}`).numFmt = "0.00";
  const cell = (offset: number) => `${name}!$G$${horizon + offset}`;
  const column = (letter: string) => `${name}!$${letter}$${first}:$${letter}$${last}`;
  const runBy = (months: string) =>
    `(SUMIF(${column("I")},"<="&${months},${column("J")})+${months}*SUMIF(${column("I")},">"&${months},${column("H")}))`;
  return { once: cell(1), total: cell(2), running: cell(3), runBy };
}
