/** Levels 1 to 5 where nobody has written what they look like. */
export const levelWords = ["Not yet", "With help", "Alone", "Alone in hard cases", "Shows others"] as const;

/** The level wanted where none is set. */
export const defaultTarget = 3;

/** A level as a word; a target between two levels is named by both. */
export function levelText(level: number): string {
  const word = levelWords[Math.floor(level) - 1] ?? "";
  if (Number.isInteger(level)) return word;
  return `between ${word.toLowerCase()} and ${(levelWords[Math.ceil(level) - 1] ?? "").toLowerCase()}`;
}
