import type { NotEstimableReason } from "@/lib/stats/estimate";
import { fUpperTail } from "@/lib/stats/f-distribution";
import { fQuantile } from "@/lib/stats/f-quantile";
import { type RatingSquares, ratingSquares } from "./rating-squares";

/** One intraclass correlation with its F test of zero and its interval. */
export type Intraclass = {
  value: number;
  f: number;
  degreesOfFreedom: [number, number];
  p: number;
  interval: [number, number];
};

/**
 * The six forms of Shrout and Fleiss (1979). 1: each subject has other raters. 2: the raters are a sample, their severity counts
 * as disagreement. 3: these raters only, severity does not count (consistency). k: of the mean of all raters.
 */
type IntraclassForm = "icc1" | "icc2" | "icc3" | "icc1k" | "icc2k" | "icc3k";

export type IntraclassCorrelations =
  | {
      kind: "agreement";
      method: "intraclass_correlation";
      forms: Record<IntraclassForm, Intraclass>;
      /** Forms 2 and 2k with the test and interval of McGraw and Wong (1996), table 7 and 8, as in `irr::icc`. */
      agreement: { single: Intraclass; average: Intraclass };
      squares: RatingSquares;
      confidence: number;
    }
  | { kind: "not-estimable"; method: "intraclass_correlation"; reason: NotEstimableReason };

/**
 * How much of the spread of ratings lies between those rated. `ratings[s][r]`: rating of subject s by rater r, without gaps.
 * Assumption: subjects independent, errors normal with one spread. A negative value is kept: it means less than chance. Refuses
 * under two subjects or raters, gaps, and ratings without error or without spread.
 */
export function intraclassCorrelations(
  ratings: readonly (readonly number[])[],
  confidence = 0.95,
): IntraclassCorrelations {
  const method = "intraclass_correlation";
  const squares = ratingSquares(ratings);
  if ("reason" in squares) return { kind: "not-estimable", method, reason: squares.reason };
  const { subjects: n, raters: k, betweenSubjects: msb, betweenRaters: msj, withinSubjects: msw, error: mse } = squares;
  if (!(mse > 0 && msw > 0)) return { kind: "not-estimable", method, reason: "no-variation" };
  const upper = (1 + confidence) / 2;

  const test = (f: number, df1: number, df2: number): Omit<Intraclass, "value" | "interval"> => ({
    f,
    degreesOfFreedom: [df1, df2],
    p: fUpperTail(f, df1, df2),
  });
  const fromF = (f: number, df2: number): { single: Intraclass; average: Intraclass } => {
    const tested = test(f, n - 1, df2);
    const [low, high] = [f / fQuantile(upper, n - 1, df2), f * fQuantile(upper, df2, n - 1)];
    const single = (ratio: number) => (ratio - 1) / (ratio + k - 1);
    const average = (ratio: number) => 1 - 1 / ratio;
    return {
      single: { ...tested, value: single(f), interval: [single(low), single(high)] },
      average: { ...tested, value: average(f), interval: [average(low), average(high)] },
    };
  };

  const residual = (n - 1) * (k - 1);
  const oneWay = fromF(msb / msw, n * (k - 1));
  const consistency = fromF(msb / mse, residual);
  const icc2 = (msb - mse) / (msb + (k - 1) * mse + (k * (msj - mse)) / n);
  const icc2k = (msb - mse) / (msb + (msj - mse) / n);
  /** Satterthwaite's degrees of freedom of what subjects are held against when raters are a sample. */
  const satterthwaite = (value: number): number => {
    const a = (k * value) / (n * (1 - value));
    const b = 1 + (k * value * (n - 1)) / (n * (1 - value));
    return (a * msj + b * mse) ** 2 / ((a * msj) ** 2 / (k - 1) + (b * mse) ** 2 / residual);
  };
  const rest = (scale: number) => scale * msj + (scale * (n - 1) - n) * mse;
  const limits = (value: number, scale: number): [number, number] => {
    const df = satterthwaite(value);
    const [low, high] = [fQuantile(upper, n - 1, df), fQuantile(upper, df, n - 1)];
    return [
      (n * (msb - low * mse)) / (low * (scale === 1 ? msj - mse : rest(k)) + n * msb),
      (n * (high * msb - mse)) / ((scale === 1 ? msj - mse : rest(k)) + n * high * msb),
    ];
  };
  const f = msb / mse;
  const plain = test(f, n - 1, residual);
  const single = { value: icc2, interval: limits(icc2, k) };
  const stepped = (value: number) => (value * k) / (1 + value * (k - 1));
  return {
    kind: "agreement",
    method,
    forms: {
      icc1: oneWay.single,
      icc2: { ...plain, ...single },
      icc3: consistency.single,
      icc1k: oneWay.average,
      icc2k: { ...plain, value: icc2k, interval: [stepped(single.interval[0]), stepped(single.interval[1])] },
      icc3k: consistency.average,
    },
    agreement: {
      single: { ...test(f, n - 1, satterthwaite(icc2)), ...single },
      average: { ...test(f, n - 1, satterthwaite(icc2k)), value: icc2k, interval: limits(icc2k, 1) },
    },
    squares,
    confidence,
  };
}
