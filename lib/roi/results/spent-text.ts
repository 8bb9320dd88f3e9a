import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";

/**
 * What was spent, where `unconverted` counts the costs that wait for an exchange rate: without any other, nobody knows; and where no cost
 * is on file, that is said rather than a spend of nothing.
 */
export function spentText(spent: number, unconverted: number, formats: Formats): string {
  if (spent > 0) return moneyText(spent, formats);
  return unconverted > 0 ? "not known" : "no spend on file";
}

/** `1 cost waits for an exchange rate`; null where none does. */
export function waitingText(unconverted: number): string | null {
  if (unconverted === 0) return null;
  return unconverted === 1 ? "1 cost waits for an exchange rate" : `${unconverted} costs wait for an exchange rate`;
}

/** Why nothing is said against the spend of a case that has none on file. */
export const unspentText = (unconverted: number): string => waitingText(unconverted) ?? "No spend on file";
