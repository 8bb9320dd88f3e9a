import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { coxRegression } from "./cox-regression";
import { logRank } from "./log-rank";

function tested(...input: Parameters<typeof logRank>) {
  const result = logRank(...input);
  if (result.kind !== "test") throw new Error(result.reason);
  return result;
}

function study(seed: number, n: number, ratio = 1) {
  const random = seededRandom(seed);
  const group = Array.from({ length: n }, (_, person) => person % 2);
  const due = group.map((arm) => -Math.log(random.uniform()) / (arm === 1 ? ratio : 1));
  const left = group.map(() => 2 * random.uniform());
  const time = due.map((value, person) => Math.ceil(10 * Math.min(value, left[person] ?? 0)));
  const event = due.map((value, person) => (value <= (left[person] ?? 0) ? 1 : 0));
  return { group, time, event };
}

test("the log-rank test is the score test of the Cox model with exact ties", () => {
  const { group, time, event } = study(4, 90, 1.7);
  const fit = coxRegression({ time, event, covariates: [group] }, { ties: "exact" });
  if (fit.kind !== "cox") throw new Error(fit.reason);
  expect(fit.tests.score.statistic).toBeCloseTo(tested({ time, event }, group).statistic, 9);
});

test("names of groups, order of people and the clock's unit change nothing; expected adds up to observed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom<0 | 1>(0, 1), (seed, rho) => {
      const { group, time, event } = study(seed, 40);
      const there = tested({ time, event }, group, { rho });
      const turned = tested(
        { time: time.map((value) => 1e-9 * value).reverse(), event: [...event].reverse() },
        group.map((arm) => 1 - arm).reverse(),
        { rho },
      );
      const total = (list: number[]) => list.reduce((sum, value) => sum + value, 0);
      expect(turned.statistic).toBeCloseTo(there.statistic, 9);
      expect(total(there.expected)).toBeCloseTo(total(there.observed), 9);
    }),
    { numRuns: 40 },
  );
});

test("one stratum for all is no stratum, and a copy of the study as a second stratum doubles the counts", () => {
  const { group, time, event } = study(9, 60, 2);
  const plain = tested({ time, event }, group);
  expect(tested({ time, event }, group, { strata: group.map(() => 3) }).statistic).toBeCloseTo(plain.statistic, 10);
  const twice = { time: [...time, ...time], event: [...event, ...event] };
  const strata = [...group.map(() => 0), ...group.map(() => 1)];
  const double = tested(twice, [...group, ...group], { strata });
  expect(double.statistic).toBeCloseTo(2 * plain.statistic, 9);
  expect(double.method).toBe("log_rank_stratified");
});

test("rejects equal hazards 5% of the time", () => {
  const studies = 1500;
  for (const rho of [0, 1] as const) {
    let rejected = 0;
    for (let seed = 0; seed < studies; seed += 1) {
      const { group, time, event } = study(50_000 + seed, 80);
      if (tested({ time, event }, group, { rho }).p < 0.05) rejected += 1;
    }
    expect(Math.abs(rejected / studies - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
  }
});

test.each([
  ["no-comparison", [1, 2, 3], [1, 1, 0], [0, 0, 0]],
  ["no-events", [1, 2, 3], [0, 0, 0], [0, 1, 0]],
  ["no-variation", [1, 1], [1, 1], [0, 1]],
  ["not-finite", [1, Number.NaN], [1, 1], [0, 1]],
] as const)("refuses: %s", (reason, time, event, group) => {
  expect(logRank({ time, event }, group)).toMatchObject({ kind: "not-estimable", reason });
});
