import type { Formats } from "@/lib/format/formats";
import type { Classes, Scale, Shown } from "@/lib/surveys/results/figures";

/** The mean with its interval, or why there is none. */
export function scaleWords(scale: Shown<Scale>, minimum: number, formats: Formats): string {
  if (scale.kind !== "shown") return silentWords(scale.kind, minimum);
  const { mean, interval } = scale.value;
  return interval ? formats.estimate(mean, interval, "").trim() : formats.number(mean, { decimals: 1 });
}

/** The share that says helpful with its interval, or why there is none. */
export function helpfulWords(classes: Shown<Classes>, minimum: number, formats: Formats): string {
  if (classes.kind !== "shown") return silentWords(classes.kind, minimum);
  const helpful = classes.value.shares.find(({ class: kind }) => kind === "helpful");
  return helpful ? formats.estimate(helpful.share, helpful.interval, "share") : "";
}

export const silentWords = (kind: "withheld" | "none", minimum: number): string =>
  kind === "withheld" ? `withheld: fewer than ${minimum}` : "no answer";

export const peopleOf = (shown: Shown<{ people: number }>): number | null =>
  shown.kind === "shown" ? shown.value.people : null;
