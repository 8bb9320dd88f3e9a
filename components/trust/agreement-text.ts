import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { Agreement, Coefficient } from "@/lib/trust/trust";

/** A coefficient or a difference with its interval. */
export function coefficientText(found: Coefficient | null, formats: Formats, signed = false): string {
  if (!found) return "";
  const style = { decimals: 2, signed };
  const value = formats.number(found.value, style);
  return found.interval
    ? `${value} (${formats.number(found.interval[0], style)} to ${formats.number(found.interval[1], style)})`
    : `${value} (too few to give an interval)`;
}

export const coefficientCell = (found: Coefficient | null, formats: Formats, signed = false): Cell =>
  found ? { text: coefficientText(found, formats, signed), sort: found.value } : null;

/** The cells every table of agreement has. */
export function agreementCells(agreement: Agreement, formats: Formats, minimum: number): Record<string, Cell> {
  if (agreement.kind === "withheld") return { alpha: { text: `Withheld: under ${minimum} people`, sort: null } };
  if (agreement.kind === "not-estimable")
    return { alpha: { text: "Cannot be estimated: nobody was rated by two", sort: null } };
  return {
    alpha: agreement.alpha
      ? coefficientCell(agreement.alpha, formats)
      : { text: "Cannot be estimated: all ratings alike", sort: null },
    ac2: coefficientCell(agreement.ac2, formats),
    exact: { text: formats.percent(agreement.exact, { decimals: 0 }), sort: agreement.exact },
    within: { text: formats.percent(agreement.within, { decimals: 0 }), sort: agreement.within },
    people: { text: formats.number(agreement.people), sort: agreement.people },
  };
}

export const agreementColumns = [
  { id: "alpha", header: "Alpha (95% interval)", align: "end" },
  { id: "ac2", header: "AC2 (95% interval)", align: "end", wide: true },
  { id: "exact", header: "Same level", align: "end", wide: true },
  { id: "within", header: "At most one apart", align: "end", wide: true },
  { id: "people", header: "People", align: "end", wide: true },
] as const;
