/** What Postgres cannot hold: NUL, and half of a pair of surrogates. */
const unwritable = /[\0\p{Surrogate}]/u;

export const isWritable = (text: string): boolean => !unwritable.test(text);

export const unwritableMessage = "Has a character that cannot be kept";

/** The fields of an input, by name, that hold such a character anywhere within. */
export function unwritableFields(raw: unknown): string[] {
  if (typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).flatMap(([name, value]) => (holdsUnwritable(value) ? [name] : []));
}

function holdsUnwritable(value: unknown): boolean {
  if (typeof value === "string") return !isWritable(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, held]) => !isWritable(name) || holdsUnwritable(held));
}
