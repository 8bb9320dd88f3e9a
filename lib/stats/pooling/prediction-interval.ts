import { chiSquareQuantile } from "@/lib/stats/chi-square";
import { normalCdf } from "@/lib/stats/normal";
import { whereFalls } from "./between-variance";
import { type GroupEffect, weighedAt } from "./group-effect";

/**
 * Where the true effect of a further group would lie, with the asked confidence; null under three groups.
 *
 * At the true tau^2 the weighed squares Q(tau^2) are chi-square on k - 1 (Viechtbauer 2007), so each probability u gives a tau^2 with Q(tau^2) = its
 * chi-square quantile, zero where there is none: the confidence distribution of tau^2. Given tau^2 the next effect is normal around the mean with
 * variance tau^2 + 1 / (sum of weights); the interval cuts equal tails off the mixture over u. Nagashima, Noma and Furukawa (2019) with
 * quadrature for their bootstrap. Unlike t limits around one estimate of tau^2, it holds where few groups leave tau^2 at zero.
 */
export function predictionInterval(
  groups: readonly GroupEffect[],
  confidence: number,
  nodes = 50,
): [number, number] | null {
  const freedom = groups.length - 1;
  if (freedom < 2) return null;
  const parts = Array.from({ length: nodes }, (_, node) => {
    const wanted = chiSquareQuantile((node + 0.5) / nodes, freedom);
    const between = whereFalls(groups, (variance) => weighedAt(groups, variance).q - wanted, 1e-6);
    const { mean, total } = weighedAt(groups, between);
    return { mean, spread: Math.sqrt(between + 1 / total) };
  });
  const below = (at: number) =>
    parts.reduce((sum, { mean, spread }) => sum + normalCdf((at - mean) / spread), 0) / nodes;
  const quantile = (probability: number) => {
    let low = Math.min(...parts.map(({ mean, spread }) => mean - 9 * spread));
    let high = Math.max(...parts.map(({ mean, spread }) => mean + 9 * spread));
    const precision = 1e-8 * (high - low);
    while (high - low > precision) {
      const middle = (low + high) / 2;
      if (below(middle) < probability) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return [quantile((1 - confidence) / 2), quantile((1 + confidence) / 2)];
}
