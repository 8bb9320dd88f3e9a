import "server-only";
import { paybackMonths } from "@/lib/money/present-value";
import { centralValues } from "@/lib/money/tornado";
import { costOver, runningIn, worthOf } from "@/lib/money/worth";
import { addSheet, between, writeRow } from "@/lib/reports/workbook/sheet";
import { assumptionsName } from "./add-assumptions";
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
/** `Assumptions!$D$7` is `D7` there. */
const cellIn = (address: string) => address.replace(/^.*!/, "").replaceAll("$", "");
const first = 2;
/** More than anybody counts; somebody who changes the years sees them follow. */
const fewest = 10;

/** Year by year: what is left of the effect, what it brings, what runs, what that is worth today, and when it is paid back. */
export function addYears({ book, settled, amount: moneyFormat }: CaseBook, cells: Omit<Cells, "years">): YearCells {
  const { assumptions, costs, benefits } = cells;
  const { rate } = assumptions;
  const sheet = addSheet(book, name, [
    { header: "Year", width: 8 },
    { header: "Part of it counted", width: 12, format: "0.00" },
    { header: "Left of the effect", width: 12, format: "0.00" },
    { header: "Benefit", width: 16, format: moneyFormat },
    { header: "Run by its end", width: 16, format: moneyFormat },
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
  const spent = costOver(settled.given.costs, years);
  const paid = paybackMonths(byYear, years, spent);
  const longest = spent.flows.reduce((most, { months }) => Math.max(most, months / 12), years);
  const last = first + Math.max(fewest, Math.ceil(longest)) - 1;
  let open = spent.once;
  let run = 0;
  for (let at = first; at <= last; at += 1) {
    const year = at - first + 1;
    const before = at - 1;
    const part = Math.max(0, Math.min(1, years - year + 1));
    const left = part === 0 ? 0 : persistence ** (year - 1) * part;
    const money = byYear[year - 1] ?? 0;
    const runs = runningIn(spent, year - 1);
    run += runs;
    const factor = settled.discountRate === null ? null : (1 + settled.discountRate) ** -year;
    const net = part > 0 ? (money - runningIn(spent, year - 1, 12 * part)) / (12 * part) : 0;
    const isHit = paid !== null && paid <= 12 * (year - 1 + part) && (year === 1 || paid > 12 * (year - 1));
    const [earlier, runBefore] = year === 1 ? ["0", "0"] : [`COUNT(K$${first}:K${before})`, `E${before}`];
    const pays = `SUM(D$${first}:D$${last})>=${costs.total}`;
    writeRow(sheet, at, [
      year,
      { formula: `MAX(0,MIN(1,${assumptions.years}-(A${at}-1)))`, result: part },
      { formula: `IF(B${at}=0,0,IF(A${at}=1,1,${assumptions.persistence}^(A${at}-1))*B${at})`, result: left },
      { formula: `${benefits.year}*C${at}`, result: money },
      { formula: costs.runBy(`(12*A${at})`), result: run },
      { formula: `E${at}-${runBefore}`, result: runs },
      rate && factor !== null ? { formula: `(1+${rate})^(0-A${at})`, result: factor } : null,
      rate && factor !== null ? { formula: `(D${at}-F${at})*G${at}`, result: (money - runs) * factor } : null,
      { formula: year === 1 ? costs.once : `I${before}-J${before}*12*B${before}`, result: open },
      {
        formula: `IF(B${at}>0,(D${at}-${costs.runBy(`(12*(A${at}-1+B${at}))`)}+${runBefore})/(12*B${at}),0)`,
        result: net,
      },
      {
        formula: `IF(AND(${pays},B${at}>0,J${at}>0,I${at}<=J${at}*12*B${at},${earlier}=0),(A${at}-1)*12+MAX(0,I${at})/J${at},"")`,
        result: isHit && paid !== null ? paid : "",
      },
    ]);
    open -= net * 12 * part;
  }
  // More years than there are rows would be left out in silence, and past all that is left of an effect nothing can be.
  const inputs = book.getWorksheet(assumptionsName);
  if (inputs) {
    between(inputs, cellIn(assumptions.inputs.years), 0, last - first + 1);
    between(inputs, cellIn(assumptions.inputs.persistence), 0, 1);
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
