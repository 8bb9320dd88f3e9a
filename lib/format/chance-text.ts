import type { Formats } from "./formats";

/** A share of draws to the per cent: draws cannot show that something is impossible or certain, so neither is said. */
export function chanceText(chance: number, { percent }: Pick<Formats, "percent">): string {
  if (chance < 0.01) return `under ${percent(0.01, { decimals: 0 })}`;
  if (chance > 0.99) return `over ${percent(0.99, { decimals: 0 })}`;
  return percent(chance, { decimals: 0 });
}

/** The same where a sentence begins with it: `Under 1%`. */
export function chanceOpening(chance: number, formats: Pick<Formats, "percent">): string {
  const text = chanceText(chance, formats);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
