import fc from "fast-check";
import { expect, test } from "vitest";
import type { Arms } from "@/lib/stats/estimate";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { quantile } from "@/lib/stats/quantile";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { pearsonCorrelation, spearmanCorrelation } from "./correlation";
import { differenceAt, hodgesLehmann } from "./hodges-lehmann";
import { kruskalWallis } from "./kruskal-wallis";
import { mannWhitney } from "./mann-whitney";
import { midranks } from "./midranks";
import { signedRank } from "./signed-rank";

const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 25,
});

function tested<Result extends { kind: string }>(result: Result) {
  if (result.kind === "not-estimable") throw new Error(JSON.stringify(result));
  return result as Exclude<Result, { kind: "not-estimable" }>;
}

test("the differences of every rank are those of the sorted list of all pairs, exactly", () => {
  fc.assert(
    fc.property(values, values, fc.constantFrom(1, 1e-300, 1e300), (one, other, scale) => {
      const high = Float64Array.from(one, (value) => value * scale).sort();
      const low = Float64Array.from(other, (value) => value * scale).sort();
      const all = Float64Array.from([...high].flatMap((left) => [...low].map((right) => left - right))).sort();
      for (const rank of [1, Math.ceil(all.length / 2), all.length]) {
        expect(differenceAt(high, low, rank) - (all[rank - 1] ?? Number.NaN)).toBe(0);
      }
    }),
  );
});

test("the median of pairwise differences of ten thousand by ten thousand people comes without listing them", () => {
  const random = seededRandom(1);
  const arm = (shift: number) => Float64Array.from({ length: 10_000 }, () => shift + random.normal());
  expect(estimated(hodgesLehmann({ treated: arm(0.5), control: arm(0) })).estimate).toBeCloseTo(0.5, 1);
});

test("relabelling the arms turns the sign, a shared shock changes nothing, the unit scales the difference", () => {
  fc.assert(
    fc.property(values, values, (treated, control) => {
      fc.pre(new Set([...treated, ...control]).size > 1);
      const there = tested(mannWhitney({ treated, control }));
      const back = tested(mannWhitney({ treated: control, control: treated }));
      expect(back.withoutContinuity.z).toBeCloseTo(-there.withoutContinuity.z, 10);
      expect(back.u.treated).toBe(there.u.control);
      const shift = estimated(hodgesLehmann({ treated, control }));
      const turned = estimated(hodgesLehmann({ treated: control, control: treated }));
      expect(turned.estimate + shift.estimate).toBeCloseTo(0, 8);
      expect(turned.interval[0] + shift.interval[1]).toBeCloseTo(0, 8);
      const twice = { treated: treated.map((value) => 2 * value), control: control.map((value) => 2 * value) };
      expect(estimated(hodgesLehmann(twice)).interval).toEqual(shift.interval.map((limit) => 2 * limit));
      const whole = { treated: treated.map(Math.round), control: control.map(Math.round) };
      const shocked = {
        treated: whole.treated.map((value) => value + 64),
        control: whole.control.map((value) => value + 64),
      };
      expect(mannWhitney(shocked)).toEqual(mannWhitney(whole));
      expect(hodgesLehmann(shocked)).toEqual(hodgesLehmann(whole));
    }),
  );
});

test("two groups of Kruskal and Wallis are the Mann-Whitney test, and midranks add up", () => {
  fc.assert(
    fc.property(values, values, (treated, control) => {
      fc.pre(new Set([...treated, ...control]).size > 1);
      const { z } = tested(mannWhitney({ treated, control })).withoutContinuity;
      expect(tested(kruskalWallis([treated, [], control])).statistic).toBeCloseTo(z * z, 8);
      const n = treated.length;
      expect(midranks(treated).ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((n * (n + 1)) / 2, 9);
    }),
  );
});

test("a monotone change of scale leaves Spearman alone, a linear one Pearson too", () => {
  const random = seededRandom(6);
  const x = Array.from({ length: 40 }, () => random.normal());
  const y = x.map((value) => value + random.normal());
  const spearman = tested(spearmanCorrelation(x, y));
  expect(tested(spearmanCorrelation(x.map(Math.exp), y)).value).toBeCloseTo(spearman.value, 12);
  expect(
    tested(
      spearmanCorrelation(
        x,
        y.map((value) => -value),
      ),
    ).value,
  ).toBeCloseTo(-spearman.value, 12);
  const pearson = tested(pearsonCorrelation(jointMomentsOf([x, y])));
  const scaled = tested(pearsonCorrelation(jointMomentsOf([x.map((value) => 1e9 + 1e-3 * value), y])));
  expect(scaled.value).toBeCloseTo(pearson.value, 4);
  expect(tested(pearsonCorrelation(jointMomentsOf([x, x]))).value).toBeCloseTo(1, 12);
});

test("turning every difference turns the signed-rank test", () => {
  fc.assert(
    fc.property(values, (differences) => {
      fc.pre(differences.some((value) => value !== 0));
      const there = tested(signedRank(differences));
      const back = tested(signedRank(differences.map((value) => -value)));
      expect(back.v + there.v).toBeCloseTo((there.n * (there.n + 1)) / 2, 8);
      expect(back.withContinuity.p).toBeCloseTo(there.withContinuity.p, 10);
    }),
  );
});

test("ties take from the variance of the signed ranks what they should, by hand", () => {
  // Ranks 2, 2, 2 and 4: the variance is the sum of their squares over 4.
  expect(tested(signedRank([1, -1, 0, 1, 2]))).toMatchObject({
    v: 8,
    n: 4,
    deviation: expect.closeTo(Math.sqrt(7), 12),
  });
});

test("tests keep their 5% and intervals their 95% in small groups", () => {
  const random = seededRandom(12);
  const studies = 2000;
  const wrong = { mannWhitney: 0, hodgesLehmann: 0, spearman: 0, spearmanInterval: 0, pearson: 0, signedRank: 0 };
  for (let study = 0; study < studies; study += 1) {
    const draw = (n: number) => Array.from({ length: n }, () => random.normal());
    const arms: Arms<number[]> = { treated: draw(20), control: draw(30) };
    if (tested(mannWhitney(arms)).withoutContinuity.p < 0.05) wrong.mannWhitney += 1;
    const [low, high] = estimated(hodgesLehmann(arms)).interval;
    if (low > 0 || high < 0) wrong.hodgesLehmann += 1;
    const [x, y] = [draw(25), draw(25)];
    if (tested(spearmanCorrelation(x, y)).p < 0.05) wrong.spearman += 1;
    const limits = tested(pearsonCorrelation(jointMomentsOf([x, x.map((value, i) => value + (y[i] ?? 0))]))).interval;
    if ((limits?.[0] ?? 1) > Math.SQRT1_2 || (limits?.[1] ?? 0) < Math.SQRT1_2) wrong.pearson += 1;
    const level = tested(
      spearmanCorrelation(
        x,
        x.map((value, i) => value + (y[i] ?? 0)),
      ),
    ).interval;
    // Of a normal pair with correlation r, Spearman's is 6 / pi asin(r / 2).
    const truth = (6 / Math.PI) * Math.asin(Math.SQRT1_2 / 2);
    if ((level?.[0] ?? 1) > truth || (level?.[1] ?? 0) < truth) wrong.spearmanInterval += 1;
    if (tested(signedRank(x)).withoutContinuity.p < 0.05) wrong.signedRank += 1;
  }
  for (const count of Object.values(wrong)) expect(Math.abs(count / studies - 0.05)).toBeLessThan(0.016);
});

test("refuses what has no answer", () => {
  expect(mannWhitney({ treated: [], control: [1] })).toMatchObject({ reason: "no-comparison" });
  expect(mannWhitney({ treated: [2, 2], control: [2] })).toMatchObject({ reason: "no-variation" });
  expect(mannWhitney({ treated: [Number.NaN], control: [1] })).toMatchObject({ reason: "not-finite" });
  expect(hodgesLehmann({ treated: [2, 2], control: [2] })).toMatchObject({ kind: "not-estimable" });
  expect(kruskalWallis([[1, 2], []])).toMatchObject({ reason: "no-comparison" });
  expect(kruskalWallis([[1], [1]])).toMatchObject({ reason: "no-variation" });
  expect(signedRank([0, 0])).toMatchObject({ reason: "no-variation" });
  expect(spearmanCorrelation([1, 1, 1], [1, 2, 3])).toMatchObject({ reason: "no-variation" });
  expect(spearmanCorrelation([1, 2], [1, 2])).toMatchObject({ reason: "too-few-people" });
  expect(tested(hodgesLehmann({ treated: [5], control: [3] })).estimate).toBe(2);
  expect(quantile([1, 2, 3], 0.5)).toBe(tested(hodgesLehmann({ treated: [1, 2, 3], control: [0] })).estimate);
});
