import type { Formats } from "@/lib/format/formats";

/** A margin as wide as this says nothing on a scale of 1 to 5. */
const uselessMargin = 2;

/** "3.4 of 4 (± 0.6)": where somebody stands against what is asked; a level nobody saw has no number. */
export function levelText(
  formats: Formats,
  { level, target, margin }: { level: number | null; target: number; margin: number | null },
): string {
  const asked = formats.number(target, { decimals: Number.isInteger(target) ? 0 : 1 });
  if (level === null) return `no level yet, ${asked} asked`;
  const spread =
    margin === null
      ? ""
      : margin >= uselessMargin
        ? " (too few ratings to be sure)"
        : ` (± ${formats.number(margin, { decimals: 1 })})`;
  return `${formats.number(level, { decimals: 1 })} of ${asked}${spread}`;
}

export const witnessWords = { manager: "Manager", peer: "Colleagues", system: "Systems" } as const;
