/** A p value to four decimals, or that it is smaller. */
export function pText(p: number): string {
  return p < 0.0001 ? "<\u00a00.0001" : p.toFixed(4);
}
