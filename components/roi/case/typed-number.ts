/** A number as somebody writes it, with either decimal mark; null where nothing stands, NaN where it is none. */
export function typedNumber(typed: string): number | null {
  const text = typed.replace(/[\s’']/g, "").replace(",", ".");
  if (text === "") return null;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : Number.NaN;
}

/** A stored number as somebody would write it. */
export const writtenNumber = (value: number | null): string =>
  value === null ? "" : String(Number(value.toPrecision(12)));
