import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { concordance } from "./concordance";
import { coxClusterCovariance } from "./cox-cluster";
import type { CoxData } from "./cox-data";
import { coxRegression } from "./cox-regression";
import { proportionalHazardsTest } from "./proportional-hazards";

function fitted(...input: Parameters<typeof coxRegression>) {
  const fit = coxRegression(...input);
  if (fit.kind !== "cox") throw new Error(fit.reason);
  return fit;
}

function study(
  seed: number,
  n: number,
  effects = [0.6, -0.4],
  grain = 20,
): CoxData & { time: number[]; event: number[] } {
  const random = seededRandom(seed);
  const covariates = effects.map(() => Array.from({ length: n }, () => random.normal()));
  const rows = Array.from({ length: n }, (_, person) => {
    const linear = effects.reduce((sum, effect, k) => sum + effect * (covariates[k]?.[person] ?? 0), 0);
    const due = -Math.log(random.uniform()) * Math.exp(-linear);
    const left = 3 * random.uniform();
    return { time: Math.ceil(grain * Math.min(due, left)), event: due <= left ? 1 : 0 };
  });
  return { time: rows.map(({ time }) => time), event: rows.map(({ event }) => event), covariates };
}

test("without ties the three conventions are one", () => {
  const data = { time: [5, 1, 4, 2, 3, 6, 7], event: [1, 1, 0, 1, 1, 1, 0], covariates: [[0, 1, 1, 0, 1, 0, 1]] };
  const [efron, breslow, exact] = (["efron", "breslow", "exact"] as const).map((ties) => fitted(data, { ties }));
  expect(breslow?.terms[0]?.coefficient).toBeCloseTo(efron?.terms[0]?.coefficient ?? 0, 10);
  expect(exact?.terms[0]?.standardError).toBeCloseTo(efron?.terms[0]?.standardError ?? 0, 10);
});

test("order of people, unit of time and place of a covariate change nothing; its unit scales the coefficient", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom("efron", "breslow", "exact" as const),
      fc.integer({ min: -9, max: 9 }),
      (seed, ties, power) => {
        const data = study(seed, 50);
        const there = fitted(data, { ties });
        const turned = fitted(
          {
            time: data.time.map((value) => value * 1e-9).reverse(),
            event: [...data.event].reverse(),
            covariates: data.covariates.map((column, k) =>
              Array.from(column, (value) => (k === 0 ? (value + 3) * 10 ** power : value)).reverse(),
            ),
          },
          { ties },
        );
        const [first, second] = [turned.terms[0], turned.terms[1]];
        expect((first?.coefficient ?? 0) * 10 ** power).toBeCloseTo(there.terms[0]?.coefficient ?? 0, 7);
        expect((first?.standardError ?? 0) * 10 ** power).toBeCloseTo(there.terms[0]?.standardError ?? 0, 7);
        expect(second?.coefficient).toBeCloseTo(there.terms[1]?.coefficient ?? 0, 7);
      },
    ),
    { numRuns: 30 },
  );
});

test("covariates that are nearly one another are no separation", () => {
  const data = study(6, 400, [0.8]);
  const [x] = data.covariates;
  const near = Array.from(x ?? [], (value, person) => value + 1e-4 * Math.sin(person));
  const [first, second] = fitted({ ...data, covariates: [...data.covariates, near] }).terms;
  expect(Math.abs(first?.coefficient ?? 0)).toBeGreaterThan(30);
  expect((first?.coefficient ?? 0) + (second?.coefficient ?? 0)).toBeCloseTo(0.8, 0);
});

test("strata have their own baseline: shifting all times of one changes nothing", () => {
  const data = study(8, 80);
  const strata = data.time.map((_, person) => person % 2);
  const later = data.time.map((value, person) => value + 1000 * (strata[person] ?? 0));
  const there = fitted({ ...data, strata });
  const shifted = fitted({ ...data, time: later, strata });
  expect(shifted.terms[0]?.coefficient).toBeCloseTo(there.terms[0]?.coefficient ?? 0, 10);
  expect(fitted(data).terms[0]?.coefficient).not.toBeCloseTo(there.terms[0]?.coefficient ?? 0, 6);
});

test("a copy of the study as a second stratum doubles the likelihood and the information", () => {
  const data = study(11, 70);
  const strata = [...data.time.map(() => 0), ...data.time.map(() => 5)];
  const twice = {
    time: [...data.time, ...data.time],
    event: [...data.event, ...data.event],
    covariates: data.covariates.map((column) => [...Array.from(column), ...Array.from(column)]),
    strata,
  };
  for (const ties of ["efron", "breslow", "exact"] as const) {
    const [once, both] = [fitted(data, { ties }), fitted(twice, { ties })];
    expect(both.logLikelihood.fitted).toBeCloseTo(2 * once.logLikelihood.fitted, 8);
    expect(both.terms[0]?.coefficient).toBeCloseTo(once.terms[0]?.coefficient ?? 0, 9);
    expect(both.covariance[0]?.[1]).toBeCloseTo((once.covariance[0]?.[1] ?? 0) / 2, 10);
  }
});

test("covers a planted log hazard ratio 95% of the time, by model and by robust errors, and the check stays at 5%", () => {
  const studies = 300;
  let [missed, missedRobust, alarms] = [0, 0, 0];
  for (let seed = 0; seed < studies; seed += 1) {
    const data = study(9_000 + seed, 160, [0.6], 1e6);
    const fit = fitted(data);
    const { coefficient, standardError } = fit.terms[0] ?? { coefficient: 0, standardError: 0 };
    const robust = Math.sqrt(
      coxClusterCovariance(
        data,
        fit,
        data.time.map((_, person) => person),
      )?.[0]?.[0] ?? 0,
    );
    if (Math.abs(coefficient - 0.6) > 1.96 * standardError) missed += 1;
    if (Math.abs(coefficient - 0.6) > 1.96 * robust) missedRobust += 1;
    const check = proportionalHazardsTest(data, fit);
    if (check.kind === "test" && check.all.p < 0.05) alarms += 1;
  }
  for (const count of [missed, missedRobust, alarms]) {
    expect(Math.abs(count / studies - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
  }
});

test("an effect that fades is found out", () => {
  const random = seededRandom(3);
  const arm = Array.from({ length: 400 }, (_, person) => person % 2);
  const time = arm.map((treated) => {
    const early = -Math.log(random.uniform()) / (treated ? 3 : 1);
    return early < 0.4 ? early : 0.4 - Math.log(random.uniform()) / (treated ? 0.5 : 1);
  });
  const data = { time, event: arm.map(() => 1), covariates: [arm] };
  const check = proportionalHazardsTest(data, fitted(data));
  expect(check.kind === "test" ? check.all.p : 1).toBeLessThan(1e-4);
});

test("concordance counts pairs, by hand", () => {
  // Pairs that can be ordered: (1,2), (1,3), (2,3) with scores 3 > 2, 3 > 1, 2 > 1, then one tie and one reversal.
  expect(concordance({ time: [1, 2, 3], event: [1, 1, 0] }, [3, 2, 1])).toBe(1);
  expect(concordance({ time: [1, 2, 3], event: [1, 1, 0] }, [3, 3, 1])).toBe(2.5 / 3);
  expect(concordance({ time: [1, 1, 2], event: [1, 1, 1] }, [3, 1, 2])).toBe(0.5);
  expect(concordance({ time: [1, 1], event: [0, 0] }, [1, 2])).toBeNull();
});

test("a hundred thousand people take a moment", () => {
  const data = study(1, 100_000, [0.3, 0.1, -0.2], 24);
  const started = performance.now();
  const fit = fitted(data);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(fit.terms[0]?.coefficient).toBeCloseTo(0.3, 1);
});

test.each([
  ["no-events", { time: [1, 2, 3], event: [0, 0, 0], covariates: [[1, 2, 3]] }],
  ["collinear", { time: [1, 2, 3], event: [1, 1, 0], covariates: [[1, 1, 1]] }],
  [
    "collinear",
    {
      time: [1, 2, 3, 4],
      event: [1, 1, 0, 1],
      covariates: [
        [1, 2, 3, 5],
        [2, 4, 6, 10],
      ],
    },
  ],
  ["separation", { time: [1, 2, 3, 4], event: [1, 1, 1, 1], covariates: [[1, 1, 0, 0]] }],
  ["not-finite", { time: [1, 2, 3], event: [1, 1, 0], covariates: [[1, Number.NaN, 2]] }],
  ["too-few-people", { time: [1], event: [1], covariates: [[1]] }],
] as const)("refuses: %s", (reason, data) => {
  expect(coxRegression(data)).toMatchObject({ kind: "not-estimable", reason });
});
