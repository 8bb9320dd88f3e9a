import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { betweenVariance } from "./between-variance";
import { type GroupEffect, type NotPooled, weighedAt } from "./group-effect";
import { randomEffects } from "./random-effects";
import { shrunkenEffects } from "./shrunken-effects";

function pooled<Result extends { kind: string }>(result: Result | NotPooled): Result {
  if ("reason" in result) throw new Error(result.reason);
  return result;
}

/** Thirteen trials of the BCG vaccine (Colditz et al. 1994): cases and non-cases, vaccinated then not; log risk ratios. */
const bcg = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
].map(
  ([a = 0, b = 0, c = 0, d = 0], group): GroupEffect => ({
    group,
    estimate: Math.log(a / (a + b) / (c / (c + d))),
    standardError: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
  }),
);

test("agrees with metafor on the BCG trials", () => {
  // Viechtbauer (2010), Journal of Statistical Software 36(3), and the documentation of rma and confint.rma.
  const reml = pooled(randomEffects(bcg, "reml"));
  const digits = (value: number | undefined, published: number, places = 4) =>
    expect(value).toBeCloseTo(published, places);
  digits(reml.between.variance, 0.3132);
  digits(reml.between.interval[0], 0.1197);
  digits(reml.between.interval[1], 1.1115);
  digits(reml.iSquared.value, 0.9222);
  digits(reml.mean, -0.7145);
  digits(reml.standardError, 0.1808);
  digits(reml.interval[0], -1.1084);
  digits(reml.interval[1], -0.3206);
  digits(reml.heterogeneity.q, 152.233, 3);
  expect(reml.heterogeneity.p).toBeLessThan(1e-20);
  const moments = pooled(randomEffects(bcg, "dersimonian_laird"));
  digits(moments.between.variance, 0.3088);
  digits(moments.mean, -0.7141);
  digits(moments.iSquared.value, 0.9212);
});

test("Paule-Mandel makes the weighed squares equal their degrees of freedom, and the moments give I^2 = 1 - df / Q", () => {
  expectRelative(weighedAt(bcg, betweenVariance(bcg, "paule_mandel")).q, 12, 1e-10);
  const { iSquared, heterogeneity } = pooled(randomEffects(bcg, "dersimonian_laird"));
  expectRelative(iSquared.value, 1 - 12 / heterogeneity.q, 1e-10);
});

test("REML is the top of the restricted likelihood on a grid", () => {
  const restricted = (between: number) => {
    const { weights, total, q } = weighedAt(bcg, between);
    return weights.reduce((sum, weight) => sum + Math.log(weight), 0) - Math.log(total) - q;
  };
  const top = betweenVariance(bcg, "reml");
  for (let between = 0; between < 2; between += 0.001) {
    expect(restricted(between)).toBeLessThanOrEqual(restricted(top) + 1e-9);
  }
});

test("with equal errors all three agree with the sample variance minus the error", () => {
  const values = [1, 4, 2, 9, 5, 7];
  const groups = values.map((estimate, group) => ({ group, estimate, standardError: 1.5 }));
  const mean = values.reduce((sum, value) => sum + value, 0) / 6;
  const sample = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5;
  for (const method of ["dersimonian_laird", "paule_mandel", "reml"] as const) {
    expectRelative(betweenVariance(groups, method), sample - 1.5 ** 2, 1e-9);
    const result = pooled(randomEffects(groups, method));
    expectRelative([result.mean, result.standardError], [mean, Math.sqrt(sample / 6)], 1e-9);
  }
});

test("groups that differ by less than chance have no variance between them", () => {
  const alike = [1, 1.1, 0.9, 1.05].map((estimate, group) => ({ group, estimate, standardError: 1 }));
  for (const method of ["dersimonian_laird", "paule_mandel", "reml"] as const) {
    expect(pooled(randomEffects(alike, method))).toMatchObject({ between: { variance: 0 }, iSquared: { value: 0 } });
  }
});

test("scaling, shifting and shuffling groups carries through", () => {
  const effects = fc.array(
    fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.2, max: 3, noNaN: true })),
    {
      minLength: 4,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(effects, fc.constantFrom(1e9, 1e-9), (pairs, scale) => {
      fc.pre(new Set(pairs.map(([estimate]) => estimate.toFixed(3))).size > 2);
      const groups = pairs.map(([estimate, standardError], group) => ({ group, estimate, standardError }));
      const moved = groups
        .map((group) => ({
          ...group,
          estimate: scale * (group.estimate + 7),
          standardError: scale * group.standardError,
        }))
        .reverse();
      const one = pooled(randomEffects(groups));
      const other = pooled(randomEffects(moved));
      expect(other.mean / scale - 7).toBeCloseTo(one.mean, 7);
      expectRelative(other.standardError / scale, one.standardError, 1e-5);
      const shrunken = pooled(shrunkenEffects(groups)).groups[0];
      const shrunkenMoved = pooled(shrunkenEffects(moved)).groups.at(-1);
      expect((shrunkenMoved?.shrunken ?? 0) / scale - 7).toBeCloseTo(shrunken?.shrunken ?? Number.NaN, 5);
      expect(shrunken?.pull).toBeGreaterThan(0);
      expect(shrunken?.pull).toBeLessThan(1);
    }),
    { numRuns: 50 },
  );
});

test("shrinks batting averages as Efron and Morris did", () => {
  // Efron and Morris (1977), Scientific American 236(5): 18 players, 45 times at bat each; shrinking factor 0.212.
  const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
  const mean = hits.reduce((sum, value) => sum + value, 0) / 18 / 45;
  const groups = hits.map((value, group) => ({
    group,
    estimate: value / 45,
    standardError: Math.sqrt((mean * (1 - mean)) / 45),
  }));
  const result = pooled(shrunkenEffects(groups));
  expect(1 - (result.groups[0]?.pull ?? 0)).toBeCloseTo(0.212, 2);
  expect(result.groups[0]?.shrunken).toBeCloseTo(0.294, 2);
  expect(result.mean).toBeCloseTo(0.265, 3);
});

test("a group that says much keeps its own effect, one that says little gets the mean", () => {
  const groups = [
    { group: "sure", estimate: 10, standardError: 0.01 },
    { group: "unsure", estimate: 10, standardError: 30 },
    ...[1, 3, 2, 4, 2.5, 3.5].map((estimate, group) => ({ group, estimate, standardError: 1 })),
  ];
  const result = pooled(shrunkenEffects(groups));
  expect(result.groups[0]?.shrunken).toBeCloseTo(10, 2);
  expect(result.groups[1]?.pull).toBeGreaterThan(0.65);
});

test("intervals hold: the mean, the next group, and the groups on average", () => {
  const random = seededRandom(81);
  const studies = 400;
  const slack = 3 * Math.sqrt((0.05 * 0.95) / studies);
  const missed = { mean: 0, next: 0, groups: 0 };
  for (let study = 0; study < studies; study += 1) {
    const truths = Array.from({ length: 10 }, () => 2 + 0.7 * random.normal());
    const groups = truths.map((truth, group) => {
      const standardError = 0.4 + 0.1 * group;
      return { group, estimate: truth + standardError * random.normal(), standardError };
    });
    const result = pooled(randomEffects(groups));
    if (result.interval[0] > 2 || result.interval[1] < 2) missed.mean += 1 / studies;
    const next = 2 + 0.7 * random.normal();
    const [low, high] = result.predictionInterval ?? [0, 0];
    if (low > next || high < next) missed.next += 1 / studies;
    for (const [index, { interval }] of pooled(shrunkenEffects(groups)).groups.entries()) {
      const truth = truths[index] ?? 0;
      if (interval[0] > truth || interval[1] < truth) missed.groups += 0.1 / studies;
    }
  }
  expect(Math.abs(missed.mean - 0.05)).toBeLessThan(slack);
  expect(Math.abs(missed.next - 0.05)).toBeLessThan(slack);
  expect(Math.abs(missed.groups - 0.05)).toBeLessThan(0.015);
}, 60_000);

test("the test for interaction rejects groups alike 5% of the time", () => {
  const random = seededRandom(82);
  let rejected = 0;
  for (let study = 0; study < 500; study += 1) {
    const groups = Array.from({ length: 6 }, (_, group) => ({
      group,
      estimate: (1 + group) * random.normal(),
      standardError: 1 + group,
    }));
    if (pooled(randomEffects(groups, "dersimonian_laird")).heterogeneity.p < 0.05) rejected += 1 / 500;
  }
  expect(Math.abs(rejected - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / 500));
}, 60_000);

test("refuses too few groups, errors of zero, and effects that do not differ", () => {
  const one = [{ group: 1, estimate: 1, standardError: 1 }];
  expect(randomEffects(one)).toMatchObject({ kind: "not-estimable", reason: "too-few-clusters" });
  expect(shrunkenEffects(bcg.slice(0, 3))).toMatchObject({ reason: "too-few-clusters" });
  expect(randomEffects([...bcg, { group: 1, estimate: 1, standardError: 0 }])).toMatchObject({
    reason: "no-variation",
  });
  expect(randomEffects([...bcg, { group: 1, estimate: Number.NaN, standardError: 1 }])).toMatchObject({
    reason: "not-finite",
  });
  expect(randomEffects(bcg.slice(0, 4).map((group) => ({ ...group, estimate: 2 })))).toMatchObject({
    reason: "no-variation",
  });
});
