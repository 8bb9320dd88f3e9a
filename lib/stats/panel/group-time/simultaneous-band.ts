import { normalQuantile } from "@/lib/stats/normal";
import { quantile } from "@/lib/stats/quantile";
import { seededRandom } from "@/lib/stats/random";

type Draws = { seed: number; draws: number; confidence: number };

/**
 * How many standard errors a band must reach to hold all effects at once with the given confidence: the quantile of
 * the largest absolute t over multiplier-bootstrap draws (Callaway and Sant'Anna 2021, algorithm 1).
 *
 * The bootstrap adds up influence functions times independent multipliers of mean 0 and variance 1. With normal
 * multipliers its law given the data is exactly normal with the estimated covariance, so it is drawn from that matrix
 * instead of from units. Two-point multipliers (Mammen, Rademacher) have the same first two moments and so the same
 * limit. Effects without variance are left out; with none left the answer is null. Never below the pointwise value.
 */
export function simultaneousCritical(
  covariance: readonly (readonly number[])[],
  { seed, draws, confidence }: Draws,
): number | null {
  const factor = correlationFactor(covariance);
  if (factor.length === 0) return null;
  const stream = normalsOf(seed, draws * factor.length);
  const largest = Array.from({ length: draws }, (_, draw) => {
    const normals = stream.slice(draw * factor.length, (draw + 1) * factor.length);
    return factor.reduce((most, row) => {
      let value = 0;
      for (let column = 0; column < row.length; column += 1) value += (row[column] ?? 0) * (normals[column] ?? 0);
      return Math.max(most, Math.abs(value));
    }, 0);
  });
  return Math.max(quantile(largest, confidence, 1) ?? 0, normalQuantile((1 + confidence) / 2));
}

type Stream = { seed: number; next: () => number; drawn: number[] };
let lastStream: Stream | null = null;

/** The first normals of a seed. All bands of one evaluation draw from one seed, and drawing takes longer than all that follows. */
function normalsOf(seed: number, count: number): readonly number[] {
  if (lastStream?.seed !== seed) lastStream = { seed, next: seededRandom(seed).normal, drawn: [] };
  const { drawn, next } = lastStream;
  while (drawn.length < count) drawn.push(next());
  return drawn;
}

/** Lower factor of the correlation matrix by Cholesky; a pivot that is rounding counts as zero. */
function correlationFactor(covariance: readonly (readonly number[])[]): number[][] {
  const used = covariance.flatMap((row, index) => ((row[index] ?? 0) > 0 ? [index] : []));
  const error = (index: number) => Math.sqrt(covariance[index]?.[index] ?? 0);
  const factor: number[][] = [];
  for (const [position, index] of used.entries()) {
    const row: number[] = [];
    for (const [column, other] of used.slice(0, position + 1).entries()) {
      const above = factor[column] ?? row;
      let rest = (covariance[index]?.[other] ?? 0) / error(index) / error(other);
      for (let k = 0; k < column; k += 1) rest -= (row[k] ?? 0) * (above[k] ?? 0);
      if (column === position) row.push(rest > 1e-12 ? Math.sqrt(rest) : 0);
      else row.push((above[column] ?? 0) > 0 ? rest / (above[column] ?? 1) : 0);
    }
    factor.push(row);
  }
  return factor;
}
