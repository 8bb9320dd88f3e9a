import { signatureWords } from "@/lib/roi/results/signature-words";
import "server-only";
import { formatsFor } from "@/lib/format/formats";
import type { Assumption } from "@/lib/money/case";
import { usedValues } from "@/lib/reports/money/used-values";
import { addSheet, writeRow } from "@/lib/reports/workbook/sheet";
import type { CaseBook } from "./add-case";

export type AssumptionCells = {
  /** The cell of the value an assumption is used with, by its id; none where nobody stated one. */
  of: ReadonlyMap<string, string>;
  years: string;
  persistence: string;
  /** Empty where nobody has stated a discount rate. */
  rate: string;
  fullTime: string;
};

const name = "Assumptions";

/** Every assumption with the value it is used with, what was stated, its source, its owner and whether finance signed it. */
export function addAssumptions({ book, money, settled, report }: CaseBook): AssumptionCells {
  const sheet = addSheet(book, name, [
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
  const titles = new Map(money.lines.map(({ id, title }) => [id, title]));
  const all: Assumption[] = [
    ...given.lines.flatMap(({ factors }) => factors.map(({ assumption }) => assumption)),
    given.years,
    given.persistence,
    given.discountRate,
    given.fullTimeHours,
  ];
  const rows = new Map<string, number>();
  for (const { id, value, low, high, source } of new Map(all.map((one) => [one.id, one])).values()) {
    const at = rows.size + 2;
    rows.set(id, at);
    const state = states.get(id);
    const asUsed = id === given.discountRate.id ? settled.discountRate : (used.get(id)?.value ?? value);
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
        state ? signatureWords(state, formats) : null,
        state?.note ?? null,
      ],
      [4],
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
      signatureWords(state, formats),
      note,
    ]);
  }
  const cellOf = (id: string) => `${name}!$D$${rows.get(id)}`;
  return {
    of: new Map([...rows.keys()].map((id) => [id, cellOf(id)])),
    years: cellOf(given.years.id),
    persistence: cellOf(given.persistence.id),
    rate: settled.discountRate === null ? "" : cellOf(given.discountRate.id),
    fullTime: cellOf(given.fullTimeHours.id),
  };
}
