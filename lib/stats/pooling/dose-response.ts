import { type Figure, tFigure } from "@/lib/stats/figure";
import { momentsOf } from "@/lib/stats/moments";
import { quantile } from "@/lib/stats/quantile";
import { type Hc3Term, hc3Term } from "./hc3-term";
import { type IsotonicPoint, isotonic } from "./isotonic";

/** How outcome goes with dose. People chose their dose: this is an association and must be shown as one. */
export type DoseResponse = {
  kind: "association";
  /** Mean outcome of the people with a dose from `from` up to `to` (the last bin includes `to`), with its t interval. */
  bins: { from: number; to: number; meanDose: number; mean: Figure }[];
  slope: Hc3Term;
  /** The term in dose squared, beside a straight line: whether more keeps helping. */
  quadratic: Hc3Term;
  monotone: IsotonicPoint[];
};

/**
 * Dose-response as association: binned means, slope and quadratic term with HC3 errors (`hc3Term`), monotone curve (`isotonic`).
 *
 * `dose[i]` and `outcome[i]` are those of person i. Bins: `cuts`, inner bounds ascending (a dose at a cut belongs above it), else quarters of the dose
 * (type 7), equal doses together. Assumption: people are independent. Each part carries its own refusal.
 */
export function doseResponse(
  { dose, outcome }: { dose: readonly number[]; outcome: readonly number[] },
  options: { cuts?: readonly number[]; direction?: "up" | "down"; confidence?: number } = {},
): DoseResponse {
  const { direction = "up", confidence = 0.95 } = options;
  const cuts = options.cuts ?? [0.25, 0.5, 0.75].map((share) => quantile(dose, share) ?? 0);
  return {
    kind: "association",
    bins: binned(dose, outcome, cuts, confidence),
    slope: hc3Term(dose, outcome, 1, confidence),
    quadratic: hc3Term(dose, outcome, 2, confidence),
    monotone: isotonic(dose, outcome, direction),
  };
}

function binned(dose: readonly number[], outcome: readonly number[], cuts: readonly number[], confidence: number) {
  const least = dose.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = dose.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const inner = [...new Set(cuts)].filter((cut) => cut > least && cut <= most);
  return [least, ...inner].flatMap((from, index) => {
    const next = inner[index];
    const inside = Array.from(dose.keys()).filter((person) => {
      const at = dose[person] ?? 0;
      return at >= from && (next === undefined || at < next);
    });
    if (inside.length === 0) return [];
    const { n, mean, variance } = momentsOf(inside.map((person) => outcome[person] ?? Number.NaN));
    const figure = tFigure({ method: "mean", value: mean, standardError: Math.sqrt(variance / n), n, confidence });
    const meanDose = momentsOf(inside.map((person) => dose[person] ?? 0)).mean;
    return [{ from, to: next ?? most, meanDose, mean: figure }];
  });
}
