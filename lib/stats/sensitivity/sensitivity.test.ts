import { expect, test } from "vitest";
import type { NotEstimable } from "@/lib/stats/estimate";
import { normalCdf } from "@/lib/stats/normal";
import { type Random, seededRandom } from "@/lib/stats/random";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import type { EventStudy } from "./event-study";
import { foldedNormalQuantile } from "./folded-normal";
import { relativeMagnitudes } from "./relative-magnitudes";
import { smoothWeights } from "./smooth-weights";
import { smoothness } from "./smoothness";

const n = { treated: 100, control: 100 };

function made<Result extends { kind: string }>(result: Result | NotEstimable): Result {
  if ("reason" in result) throw new Error(result.reason);
  return result;
}

/** A covariance as of coefficients that share a reference period. */
const shared = (size: number, scale = 1) =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => scale * (row === column ? 2 : 1 / (1 + Math.abs(row - column) / 3))),
  );
const study: EventStudy = { pre: [0.5, -0.3, 0.2], post: [3, 4], covariance: shared(5, 0.05), n };

test("the identified set is the extremes over every departure that relative magnitudes allow", () => {
  for (const [mbar, weights] of [
    [1, [1, 0]],
    [0.7, [0.5, 0.5]],
    [2, [-1, 1]],
  ] as const) {
    const largest = Math.max(Math.abs(0.5 - -0.3), Math.abs(-0.3 - 0.2), 0.2);
    const ends: number[] = [];
    for (const first of [-1, 1]) {
      for (const second of [-1, 1]) {
        const departure = [mbar * largest * first, mbar * largest * (first + second)];
        ends.push(study.post.reduce((sum, value, t) => sum + (weights[t] ?? 0) * (value - (departure[t] ?? 0)), 0));
      }
    }
    const result = made(relativeMagnitudes(study, weights, [mbar]));
    expectRelative(result.curve[0]?.identified, [Math.min(...ends), Math.max(...ends)]);
    expectRelative(result.largestPreChange, { size: 0.8, index: 0 });
  }
});

test("under parallel trends the interval is the usual one, and it grows with Mbar", () => {
  const result = made(relativeMagnitudes(study, [1, 0], [0, 0.5, 1, 2]));
  const error = Math.sqrt(0.1);
  expectRelative(result.curve[0]?.interval, [3 - 1.959963984540054 * error, 3 + 1.959963984540054 * error]);
  for (const [index, point] of result.curve.entries()) {
    const before = result.curve[index - 1];
    if (before) expect(point.interval[0]).toBeLessThan(before.interval[0]);
    expect(point.interval[1]).toBeGreaterThanOrEqual(point.identified[1]);
  }
});

test("at the break-even the interval touches zero", () => {
  const relative = made(relativeMagnitudes(study, [1, 0]));
  const at = relative.breakEven ?? 0;
  expect(at).toBeGreaterThan(0);
  expect(made(relativeMagnitudes(study, [1, 0], [at])).curve[0]?.interval[0]).toBeCloseTo(0, 4);
  const smooth = made(smoothness(study, [1, 0], []));
  expect(smooth.breakEven).toBeGreaterThan(0);
  expect(made(smoothness(study, [1, 0], [smooth.breakEven ?? 0])).curve[0]?.interval[0]).toBeCloseTo(0, 4);
  const nothing = { ...study, post: [0.1, 0.1] };
  expect(made(relativeMagnitudes(nothing, [1, 0])).breakEven).toBe(0);
  expect(made(smoothness(nothing, [1, 0], [])).breakEven).toBe(0);
});

test("turning the sign or the scale of the outcome turns and scales everything", () => {
  const scale = -1e6;
  const turned: EventStudy = {
    pre: study.pre.map((value) => scale * value),
    post: study.post.map((value) => scale * value),
    covariance: study.covariance.map((row) => row.map((value) => scale * scale * value)),
    n,
  };
  const [low = 0, high = 0] = made(relativeMagnitudes(study, [1, 0], [1])).curve[0]?.interval ?? [];
  expectRelative(made(relativeMagnitudes(turned, [1, 0], [1])).curve[0]?.interval, [scale * high, scale * low], 1e-9);
  const bend = made(smoothness(study, [1, 0], [0.1]));
  const [from = 0, to = 0] = bend.curve[0]?.interval ?? [];
  const bent = made(smoothness(turned, [1, 0], [0.1 * Math.abs(scale)]));
  expectRelative(bent.curve[0]?.interval, [scale * to, scale * from], 1e-6);
  expectRelative(bent.breakEven, Math.abs(scale) * (bend.breakEven ?? 0), 1e-4);
});

test("a straight trend is carried on exactly, and the largest bias is reached by a departure that bends by M", () => {
  const weights = [0.4, 0.6];
  for (const estimator of smoothWeights(study, weights)) {
    const applied = (departure: (period: number) => number) =>
      [-3, -2, -1, 1, 2].reduce((sum, period, index) => sum + (estimator.weights[index] ?? 0) * departure(period), 0);
    expect(applied((period) => period)).toBeCloseTo(0, 9);
    let largest = 0;
    for (let signs = 0; signs < 16; signs += 1) {
      const bend = (k: number) => ((signs >> (k + 2)) & 1 ? 1 : -1);
      const departure = (period: number): number => {
        let sum = 0;
        for (let k = 0; k < period; k += 1) sum += (period - k) * bend(k);
        for (let k = 1; k < -period; k += 1) sum += (-period - k) * bend(-k);
        return sum;
      };
      largest = Math.max(largest, applied(departure));
    }
    expectRelative(estimator.biasPerM, largest, 1e-9);
  }
});

test("no other linear estimator gives a shorter interval", () => {
  const random = seededRandom(61);
  const five: EventStudy = { pre: [0, 0, 0, 0, 0], post: [0, 0], covariance: shared(7), n };
  for (const m of [0, 0.1, 0.5, 2]) {
    const [low = 0, high = 0] = made(smoothness(five, [1, 0], [m])).curve[0]?.interval ?? [];
    const half = (high - low) / 2;
    const halfOf = (w: readonly number[]) => {
      const at = (k: number) => (k === 0 ? 1 : (w[k - 1] ?? 0));
      const weights = [5, 4, 3, 2, 1].map((j) => at(j - 1) - 2 * at(j) + at(j + 1)).concat([1, 0]);
      const variance = weights.reduce(
        (sum, left, row) =>
          sum + weights.reduce((all, right, column) => all + left * right * (five.covariance[row]?.[column] ?? 0), 0),
        0,
      );
      const bias = m * (1 + w.reduce((sum, value) => sum + Math.abs(value), 0));
      return Math.sqrt(variance) * foldedNormalQuantile(0.95, bias / Math.sqrt(variance));
    };
    let best = [0, 0, 0, 0];
    let least = halfOf(best);
    for (let trial = 0; trial < 4000; trial += 1) {
      const spread = 0.5 * 0.998 ** trial;
      const candidate = best.map((value) => value + spread * random.normal());
      const length = halfOf(candidate);
      if (length < least) [best, least] = [candidate, length];
    }
    expect(half, `M = ${m}`).toBeLessThan(least * 1.0005);
  }
}, 60_000);

test("the quantile of a shifted normal's size is exact", () => {
  expectRelative(foldedNormalQuantile(0.95, 0), 1.959963984540054, 1e-10);
  for (const shift of [0.3, 1, 4]) {
    const at = foldedNormalQuantile(0.95, shift);
    expectRelative(normalCdf(at - shift) - normalCdf(-at - shift), 0.95, 1e-10);
  }
});

test("refuses a study without a period before, shapes that do not fit, and no variation", () => {
  const short = { ...study, pre: [], covariance: shared(2) };
  expect(relativeMagnitudes(short, [1, 0])).toMatchObject({ kind: "not-estimable", reason: "no-comparison" });
  expect(smoothness(study, [1], [0])).toMatchObject({ reason: "not-finite" });
  expect(smoothness({ ...study, covariance: shared(4) }, [1, 0], [0])).toMatchObject({ reason: "not-finite" });
  expect(relativeMagnitudes({ ...study, covariance: shared(5, 0) }, [1, 0])).toMatchObject({ reason: "no-variation" });
  expect(relativeMagnitudes(study, [0, 0])).toMatchObject({ reason: "no-variation" });
});

/** Draws coefficients with the covariance of `study` around a departure that is as bad as allowed, and asks both intervals. */
function draw(random: Random, truth: { pre: number[]; post: number[] }): EventStudy {
  const factor: number[][] = [];
  for (const [row, values] of study.covariance.entries()) {
    const entries: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const rest =
        (values[column] ?? 0) - entries.reduce((sum, value, k) => sum + value * (factor[column]?.[k] ?? 0), 0);
      entries.push(column === row ? Math.sqrt(rest) : rest / (factor[column]?.[column] ?? 1));
    }
    factor.push(entries);
  }
  const noise = factor.map(() => random.normal());
  const values = [...truth.pre, ...truth.post].map(
    (value, row) => value + (factor[row] ?? []).reduce((sum, entry, k) => sum + entry * (noise[k] ?? 0), 0),
  );
  return { ...study, pre: values.slice(0, 3), post: values.slice(3) };
}

test("whatever the departure that is allowed, the effect is held at least 95% of the time", () => {
  const effect = 1;
  const studies = 500;
  const mbar = 1;
  const bend = 0.4;
  for (const [size, sign] of [
    [0, 1],
    [0.4, 1],
    [0.4, -1],
    [3, 1],
  ] as const) {
    const random = seededRandom(62);
    const missed = { relative: 0, plain: 0, smooth: 0 };
    for (let index = 0; index < studies; index += 1) {
      const relative = draw(random, { pre: [-size, 0, 0], post: [effect + sign * size * mbar, effect] });
      const result = made(relativeMagnitudes(relative, [1, 0], [0, mbar]));
      const isMissed = ([low, high]: readonly [number, number] = [0, 0]) => low > effect || high < effect;
      if (isMissed(result.curve[1]?.interval)) missed.relative += 1 / studies;
      if (isMissed(result.curve[0]?.interval)) missed.plain += 1 / studies;
    }
    expect(missed.relative).toBeLessThan(0.05);
    if (size === 3) expect(missed.plain).toBeGreaterThan(0.9);
  }
  const random = seededRandom(63);
  let missed = 0;
  for (let index = 0; index < 600; index += 1) {
    // A trend of 0.7 a period that bends by M where it hurts: from -1 on, upwards.
    const departure = { pre: [-2.1, -1.4, -0.7], post: [0.7 + bend, 1.4 + 3 * bend] };
    const bent = draw(random, { pre: departure.pre, post: departure.post.map((value) => value + effect) });
    const [low = 0, high = 0] = made(smoothness(bent, [1, 0], [bend])).curve[0]?.interval ?? [];
    if (low > effect || high < effect) missed += 1 / 600;
  }
  expect(missed).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 600));
}, 60_000);
