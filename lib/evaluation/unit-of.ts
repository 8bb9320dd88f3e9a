/** The word of a KPI file for its unit, as the formats know it: everything that begins with "share" is a share. */
export function unitOf({ unit }: { unit: string | null }): string {
  return unit !== null && /^share\b/i.test(unit) ? "share" : (unit ?? "");
}
