const grouped = [
  { shape: /^[+-]?\d{1,3}(?:,\d{3})+\.\d*$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/, mark: /,/g },
  { shape: /^[+-]?\d{1,3}(?:\.\d{3})+,\d*$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/, mark: /\./g },
];
const thousandsOrDecimals = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * A number as somebody writes or pastes it, with either decimal mark and marks between thousands; null where nothing stands, NaN where it is none. `4,800` is
 * none: some mean 4800 by it and some 4.8, and a thousandfold mistake would not show.
 */
export function typedNumber(typed: string): number | null {
  const text = typed.replace(/[\s’']/g, "");
  if (text === "") return null;
  if (thousandsOrDecimals.test(text)) return Number.NaN;
  const marks = grouped.find(({ shape }) => shape.test(text))?.mark;
  const plain = (marks ? text.replace(marks, "") : text).replace(",", ".");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** A stored number as somebody would write it. */
export const writtenNumber = (value: number | null): string =>
  value === null ? "" : String(Number(value.toPrecision(12)));
