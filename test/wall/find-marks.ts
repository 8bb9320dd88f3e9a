import { levels, marks } from "./canary-files";

/** How a level stands in a text: as it is, or rounded to three digits. */
const written = Object.entries(levels).map(([name, level]) => {
  const [exact, rounded] = [level, level.toPrecision(3)].map((text) => String(text).replace(".", "\\."));
  return [name, new RegExp(`(?<![\\d.])(?:${exact}|${rounded})(?!\\d)`)] as const;
});

/** Which of the canary's marks stand anywhere in an answer, however deep, as text, number or bytes. `id` is the canary's own. */
export function findMarks(answer: unknown, id: string): string[] {
  const found = new Set<string>();
  const seen = new Set<object>();
  const look = (value: unknown): void => {
    if (typeof value === "string") lookAtText(value);
    else if (typeof value === "number") lookAtNumber(value);
    else if (value instanceof Uint8Array) lookAtText(Buffer.from(value).toString("utf8"));
    else if (value instanceof Error) look({ ...value, says: value.message, why: value.cause });
    else if (typeof value === "object" && value !== null && !seen.has(value)) {
      seen.add(value);
      const parts = value instanceof Map || value instanceof Set ? [...value] : Object.entries(value).flat();
      for (const part of parts) look(part);
    }
  };
  const lookAtText = (text: string) => {
    for (const [name, mark] of Object.entries({ ...marks, personId: id })) if (text.includes(mark)) found.add(name);
    for (const [name, pattern] of written) if (pattern.test(text)) found.add(`level ${name}`);
  };
  const lookAtNumber = (number: number) => {
    for (const [name, level] of Object.entries(levels)) if (Math.abs(number - level) < 1e-6) found.add(`level ${name}`);
  };
  look(answer);
  return [...found].toSorted();
}

/** Marks that say who somebody is, and nothing of their evidence. */
export const identity = ["name", "employeeId", "personId"];
