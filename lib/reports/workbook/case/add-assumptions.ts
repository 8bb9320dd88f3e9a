import "server-only";
import { formatsFor } from "@/lib/format/formats";
import type { Assumption } from "@/lib/money/case";
import { usedValues } from "@/lib/reports/money/used-values";
import { addSheet, writeRow } from "@/lib/reports/workbook/sheet";
import { signatureWords } from "@/lib/roi/results/signature-words";
import { usedIds } from "@/lib/roi/results/signatures-of";
import { isStated, unstatedText } from "@/lib/roi/results/stated-text";
import type { CaseBook } from "./add-case";

export type AssumptionCells = {
  /** The cell of the value an assumption is used with, by its id; words where nobody stated one. */
  of: ReadonlyMap<string, string>;
  /** How many years count, and what is left in each following one: what follows where nobody stated it is in them. */
  years: string;
  persistence: string;
  /** Where somebody may state both. */
  inputs: { years: string; persistence: string };
  /** Empty where nobody has stated a discount rate. */
  rate: string;
  fullTime: string;
};

export const assumptionsName = "Assumptions";

/** Every assumption with the value it is used with, what was stated, its source, its owner and whether finance signed it. */
export function addAssumptions({ book, money, settled, report }: CaseBook): AssumptionCells {
  const sheet = addSheet(book, assumptionsName, [
    { header: "Assumption", width: 40 },
    { header: "Belongs to", width: 34 },
    { header: "Unit", width: 14 },
    { header: "Value used", width: 14 },
    { header: "Stated", width: 14 },
    { header: "Low", width: 14 },
    { header: "High", width: 14 },
    { header: "Source", width: 44 },
    { header: "Owner", width: 22 },
    { header: "Finance", width: 34 },
    { header: "Note", width: 50 },
  ]);
  const { case: given } = money;
  const formats = formatsFor(report);
  const states = new Map(money.assumptions.map((one) => [one.id, one]));
  const used = usedValues(money);
  const behind = usedIds(money);
  const titles = new Map(money.lines.map(({ id, title }) => [id, title]));
  const all: Assumption[] = [
    ...given.lines.flatMap(({ factors }) => factors.map(({ assumption }) => assumption)),
    given.years,
    given.persistence,
    given.discountRate,
    given.fullTimeHours,
  ];
  const rows = new Map<string, number>();
  for (const one of new Map(all.map((each) => [each.id, each])).values()) {
    const { id, value, low, high, source } = one;
    const at = rows.size + 2;
    rows.set(id, at);
    const state = states.get(id);
    const settledAs = id === given.discountRate.id ? settled.discountRate : (used.get(id)?.value ?? value);
    const asUsed = isStated(one) ? settledAs : unstatedText(state?.key ?? "");
    const isTime = id === given.years.id || id === given.persistence.id;
    writeRow(
      sheet,
      at,
      [
        state?.label ?? "Unnamed",
        state?.lineId ? (titles.get(state.lineId) ?? null) : "All benefits",
        state?.unit ?? null,
        asUsed,
        value,
        low,
        high,
        source,
        state?.owner?.name ?? null,
        state ? signatureWords(state, formats, behind.has(id)) : null,
        state?.note ?? null,
      ],
      // Of anything else nobody stated no formula was made.
      isTime || typeof asUsed === "number" ? [4] : [],
    );
  }
  // What is in the costs as an amount is no cell of a formula, and is stated and signed all the same.
  const others = money.assumptions.filter(({ id }) => !rows.has(id));
  for (const [index, state] of others.entries()) {
    const { label, unit, value, low, high, source, owner, note } = state;
    const at = rows.size + 2 + index;
    const name = owner?.name ?? null;
    writeRow(sheet, at, [
      label,
      "Costs",
      unit,
      null,
      value,
      low,
      high,
      source,
      name,
      signatureWords(state, formats, behind.has(state.id)),
      note,
    ]);
  }
  const cellOf = (id: string) => `${assumptionsName}!$D$${rows.get(id)}`;
  const yearsAt = rows.size + others.length + 3;
  const inputs = { years: cellOf(given.years.id), persistence: cellOf(given.persistence.id) };
  const [years, left] = [inputs.years, inputs.persistence].map((cell) => `COUNT(${cell})=1`);
  // As `settleCase` has it: one year where nobody said how many, and one at most where nobody said what is left after it.
  const formula = `IF(${years},IF(${left},${inputs.years},MIN(1,${inputs.years})),1)`;
  writeRow(sheet, yearsAt, ["Years that count", null, "years", { formula, result: money.result.years }]);
  return {
    of: new Map([...rows.keys()].map((id) => [id, cellOf(id)])),
    years: `${assumptionsName}!$D$${yearsAt}`,
    persistence: `SUM(${inputs.persistence})`,
    inputs,
    rate: settled.discountRate === null ? "" : cellOf(given.discountRate.id),
    fullTime: cellOf(given.fullTimeHours.id),
  };
}
