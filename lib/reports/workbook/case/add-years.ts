import "server-only";
import { centralValues } from "@/lib/money/tornado";
import { costOver, worthOf } from "@/lib/money/worth";
import { addSheet, money as moneyFormat, writeRow } from "@/lib/reports/workbook/sheet";
import type { CaseBook, Cells } from "./add-case";

export type YearCells = {
  /** How many first years' benefit all years together bring. */
  weight: string;
  /** Empty where nobody has stated a discount rate. */
  presentValue: string;
  /** Months, by year; empty but for the year in which what came back is what was spent. */
  paidBack: string;
  benefits: string;
};

const name = "Years";
const first = 2;
/** More than anybody counts; somebody who changes the years sees them follow. */
const fewest = 10;

/** Year by year: what is left of the effect, what it brings, what runs, what that is worth today, and when it is paid back. */
export function addYears({ book, settled }: CaseBook, cells: Omit<Cells, "years">): YearCells {
  const { assumptions, costs, benefits } = cells;
  const { rate } = assumptions;
  const sheet = addSheet(book, name, [
    { header: "Year", width: 8 },
    { header: "Part of it counted", width: 12, format: "0.00" },
    { header: "Left of the effect", width: 12, format: "0.00" },
    { header: "Benefit", width: 16, format: moneyFormat },
    { header: "Part in which costs run", width: 14, format: "0.00" },
    { header: "Running costs", width: 16, format: moneyFormat },
    { header: "Discount factor", width: 14, format: "0.0000" },
    { header: "Net, discounted", width: 16, format: moneyFormat },
    { header: "Still to come back", width: 18, format: moneyFormat },
    { header: "Net a month", width: 14, format: moneyFormat },
    { header: "Paid back after (months)", width: 16, format: "0.0" },
  ]);
  const values = centralValues(settled);
  const [years, persistence] = [values.assumption("years"), values.assumption("persistence")];
  const { byYear } = worthOf(settled, values);
  const { once, running, perYear } = costOver(settled.given.costs, years);
  const horizon = Math.max(1, years);
  const last = first + Math.max(fewest, Math.ceil(horizon)) - 1;
  let open = once;
  let hit: number | null = null;
  for (let at = first; at <= last; at += 1) {
    const year = at - first + 1;
    const before = at - 1;
    const part = Math.max(0, Math.min(1, years - year + 1));
    const left = part === 0 ? 0 : persistence ** (year - 1) * part;
    const benefit = byYear[year - 1] ?? 0;
    const runs = Math.max(0, Math.min(1, horizon - year + 1));
    const factor = settled.discountRate === null ? null : (1 + settled.discountRate) ** -year;
    const month = part > 0 ? (benefit - perYear * part) / (12 * part) : 0;
    const isHit: boolean = hit === null && part > 0 && month > 0 && open <= month * 12 * part;
    const months: number | string = isHit ? (year - 1) * 12 + open / month : "";
    if (typeof months === "number") hit = months;
    const earlier = year === 1 ? "0" : `COUNT(K$${first}:K${before})`;
    writeRow(sheet, at, [
      year,
      { formula: `MAX(0,MIN(1,${assumptions.years}-(A${at}-1)))`, result: part },
      { formula: `IF(B${at}=0,0,IF(A${at}=1,1,${assumptions.persistence}^(A${at}-1))*B${at})`, result: left },
      { formula: `${benefits.year}*C${at}`, result: benefit },
      { formula: `MAX(0,MIN(1,${costs.horizon}-(A${at}-1)))`, result: runs },
      { formula: `${costs.running}/${costs.horizon}*E${at}`, result: (running / horizon) * runs },
      rate && factor !== null ? { formula: `(1+${rate})^(0-A${at})`, result: factor } : null,
      rate && factor !== null
        ? { formula: `(D${at}-F${at})*G${at}`, result: (benefit - (running / horizon) * runs) * factor }
        : null,
      { formula: year === 1 ? costs.once : `I${before}-J${before}*12*B${before}`, result: open },
      { formula: `IF(B${at}>0,(D${at}-${costs.running}/${costs.horizon}*B${at})/(12*B${at}),0)`, result: month },
      {
        formula: `IF(AND(B${at}>0,J${at}>0,I${at}<=J${at}*12*B${at},${earlier}=0),(A${at}-1)*12+I${at}/J${at},"")`,
        result: months,
      },
    ]);
    open -= month * 12 * part;
  }
  const range = (column: string) => `${name}!$${column}$${first}:$${column}$${last}`;
  const weightAt = last + 2;
  const total = Array.from({ length: last - first + 1 }, (_, index) => {
    const part = Math.max(0, Math.min(1, years - index));
    return part === 0 ? 0 : persistence ** index * part;
  }).reduce((sum, one) => sum + one, 0);
  writeRow(sheet, weightAt, ["All", null, { formula: `SUM(C${first}:C${last})`, result: total }]);
  return {
    weight: `${name}!$C$${weightAt}`,
    presentValue: rate ? `SUM(${range("H")})-${costs.once}` : "",
    paidBack: range("K"),
    benefits: range("D"),
  };
}
