import "server-only";
import { centralValues } from "@/lib/money/tornado";
import { worthOf } from "@/lib/money/worth";
import { yearWeights } from "@/lib/money/year-weights";
import { addSheet, chooses, type SheetCell, writeRow } from "@/lib/reports/workbook/sheet";
import { countedWords } from "@/lib/roi/results/why-not-counted";
import type { AssumptionCells } from "./add-assumptions";
import type { CaseBook } from "./add-case";

export type BenefitCells = {
  /** A full first year of what is counted, and the hours it frees. */
  year: string;
  hours: string;
  /** Writes what lies beyond a year, once it is known where the weight of the years stands. */
  finish(weight: string): void;
  total: string;
};

const name = "Benefits";
const first = 2;

/** Each benefit as improvement x people x factors, and whether it counts. */
export function addBenefits(
  { book, money, settled, amount: moneyFormat }: CaseBook,
  { of }: AssumptionCells,
): BenefitCells {
  const sheet = addSheet(book, name, [
    { header: "Benefit", width: 40 },
    { header: "KPI", width: 30 },
    { header: "Grade", width: 8 },
    { header: "Counted", width: 10 },
    { header: "Why", width: 38 },
    { header: "Improvement for each person", width: 18, format: "0.0000" },
    { header: "Standard error", width: 14, format: "0.0000" },
    { header: "People, full years", width: 10, format: "#,##0.00" },
    { header: "A year", width: 16, format: moneyFormat },
    { header: "Over the years counted", width: 18, format: moneyFormat },
    { header: "Simulated, low end of 95%", width: 18, format: moneyFormat },
    { header: "Simulated, high end of 95%", width: 18, format: moneyFormat },
    { header: "Hours a year", width: 14, format: "#,##0" },
    { header: "Factors", width: 50 },
  ]);
  const { result, lines: states, case: given, assumptions } = money;
  const labels = new Map(assumptions.map(({ id, label }) => [id, label]));
  const worth = worthOf(settled, centralValues(settled));
  const used = new Map(result.assumptions.map((one) => [one.id, one.value]));
  const weight = yearWeights(result.years, used.get("persistence") ?? 0).reduce((sum, one) => sum + one, 0);
  const last = first + Math.max(1, settled.lines.length) - 1;
  const computed: { at: number; total: number }[] = [];
  for (const [index, { line, factors, hourFactors }] of settled.lines.entries()) {
    const at = first + index;
    const own = result.lines.find(({ id }) => id === line.id);
    const state = states.find(({ id }) => id === line.id);
    const cells = (ids: readonly string[]) => ids.flatMap((id) => of.get(id) ?? []);
    const product = (ids: readonly string[]) => [`F${at}`, `H${at}`, ...cells(ids)].join("*");
    const total = own?.benefit?.central ?? 0;
    const year: SheetCell = factors
      ? { formula: product(factors), result: weight === 0 ? 0 : total / weight }
      : "cannot be computed";
    const hours: SheetCell =
      factors && hourFactors.length > 0 ? { formula: product(hourFactors), result: worth.hours[index] ?? 0 } : null;
    writeRow(
      sheet,
      at,
      [
        line.title,
        state?.kpi.name ?? null,
        state?.grade ?? null,
        own?.counted ? "Yes" : "No",
        own ? countedWords({ result: own, line: state, money }) : null,
        line.effect?.improvement ?? null,
        line.effect?.standardError ?? null,
        line.people,
        year,
        null,
        own?.benefit?.interval[0] ?? null,
        own?.benefit?.interval[1] ?? null,
        hours,
        (given.lines[index]?.factors ?? []).map(({ key, assumption }) => labels.get(assumption.id) ?? key).join(" x "),
      ],
      [4, 6, 8],
    );
    chooses(sheet, `D${at}`, ["Yes", "No"]);
    if (factors) computed.push({ at, total });
  }
  const sumAt = last + 2;
  const counted = (column: string) => `SUMIF(D${first}:D${last},"Yes",${column}${first}:${column}${last})`;
  const finish = (at: string) => {
    for (const { at: row, total } of computed)
      sheet.getCell(`J${row}`).value = { formula: `I${row}*${at}`, result: total };
    const year = weight === 0 ? 0 : result.benefit.central / weight;
    writeRow(sheet, sumAt, [
      "Counted together",
      ...Array<null>(7).fill(null),
      { formula: counted("I"), result: year },
      { formula: counted("J"), result: result.benefit.central },
      result.benefit.interval[0],
      result.benefit.interval[1],
      { formula: counted("M"), result: result.capacity?.hours.central ?? 0 },
    ]);
  };
  const cell = (column: string) => `${name}!$${column}$${sumAt}`;
  return { year: cell("I"), total: cell("J"), hours: cell("M"), finish };
}
