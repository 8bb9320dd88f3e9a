import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";
import { whereFalls } from "@/lib/stats/pooling/between-variance";

/** The differences of one rater to others on the same units: a mean over people, their variance, and how much the same others are met again. */
type Differences = { rater: string; people: number; mean: number; variance: number | null; overlap: number };

type Severity = {
  rater: string;
  /** As it is, and pulled towards no difference by how little is known; in levels, below zero is stricter. */
  raw: number;
  value: number;
  interval: [number, number];
  /** That the rater does not differ from the others met. */
  p: number;
};

export type Severities = {
  /** Standard deviation of severity between raters, beyond chance. */
  spread: number;
  raters: Severity[];
};

/**
 * How strict each rater is beside others who rated the same people on the same behaviours in the same quarter.
 *
 * Model: a rating = the unit's level + the rater's severity s + error, s ~ N(0, tau squared). A rater's mean difference d over k people has variance
 * tau squared (1 + o) + v / k: v is the variance of a person's difference, pooled over raters, and o how much of the others' severity does not average out because
 * the same others are met again. tau squared solves sum of d squared / variance = raters (the moment equation of Paule and Mandel 1982, the mean being zero by
 * construction); s is then tau squared / variance x d, its variance tau squared (1 - tau squared / variance) (empirical Bayes, Morris 1983; for raters:
 * Linacre 1989, Raudenbush and Bryk 2002, chapter 3). Tests of s = 0 keep only what the others' severity adds. Null under four raters with two people.
 */
export function shrunkenSeverity(found: readonly Differences[], confidence = 0.95): Severities | null {
  const known = found.filter((one) => one.people > 1 && one.variance !== null);
  const freedom = known.reduce((sum, { people }) => sum + people - 1, 0);
  const squares = known.reduce((sum, { people, variance }) => sum + (people - 1) * (variance ?? 0), 0);
  if (known.length < 4 || !(squares > 0)) return null;
  const pooled = squares / freedom;
  const rows = known.map(({ rater, people, mean, overlap }) => ({
    rater,
    mean,
    own: pooled / people,
    wide: 1 + overlap,
  }));
  const between = whereFalls(
    rows.map(({ rater, mean, own }) => ({ group: rater, estimate: mean, standardError: Math.sqrt(own) })),
    (square) => rows.reduce((sum, { mean, own, wide }) => sum + mean ** 2 / (square * wide + own), 0) - rows.length,
  );
  const critical = normalQuantile((1 + confidence) / 2);
  return {
    spread: Math.sqrt(between),
    raters: rows.map(({ rater, mean, own, wide }) => {
      const share = between / (between * wide + own);
      const [value, error] = [share * mean, Math.sqrt(between * (1 - share))];
      return {
        rater,
        raw: mean,
        value,
        interval: [value - critical * error, value + critical * error],
        p: normalTwoSidedP(mean / Math.sqrt(own + between * (wide - 1))),
      };
    }),
  };
}
