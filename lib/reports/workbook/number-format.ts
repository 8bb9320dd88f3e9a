import type { Unit } from "@/lib/format/measure";

export const percent = "0.0%;\u22120.0%";

/** How a spreadsheet writes amounts: the currency by its code, which no locale writes in two ways. */
export const moneyFormat = (currency: string): string => `[$${currency}] #,##0;\u2212[$${currency}] #,##0`;

/** How a spreadsheet writes a number of a unit: as many decimals as its size asks for. */
export function numberFormat(value: number, unit: Unit, currency: string): string {
  if (unit === "money") return moneyFormat(currency);
  if (unit === "share") return percent;
  const size = Math.abs(value);
  const plain = unit === "count" || unit === "people" || size >= 100 ? "#,##0" : size >= 1 ? "0.00" : "0.0000";
  return `${plain};\u2212${plain}`;
}

/** What a number is in, for a column that says so; empty where the number says it itself. */
export const unitName = (unit: Unit, currency: string): string =>
  unit === "money" ? currency : unit === "share" || unit === "count" ? "" : unit;
