import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { callawaySantanna, type GroupTimeDetail } from "./callaway-santanna";
import { callawaySantannaDoublyRobust } from "./callaway-santanna-dr";
import type { PanelRows } from "./doubly-robust-effects";

const periods = [0, 1, 2, 3, 4];

/** Units whose trend and chance of early exposure both rise with a covariate. */
function confounded(seed: number, count: number, effect = 1): PanelRows {
  const random = seededRandom(seed);
  const units = Array.from({ length: count }, () => {
    const x = random.normal();
    const draw = random.uniform();
    const early = 1 / (1 + Math.exp(1 - x));
    const group = draw < early ? 2 : draw < 0.5 + early / 2 ? 3 : null;
    const level = 2 * random.normal();
    const values = periods.map(
      (time) => level + time * (1 + x) + 0.5 * random.normal() + (group !== null && time >= group ? effect : 0),
    );
    return { x, group, values };
  });
  return {
    groups: units.map(({ group }) => group),
    outcomes: periods.map((time) => units.map(({ values }) => values[time] ?? 0)),
    covariates: [units.map(({ x }) => x)],
  };
}

const cohortsOf = ({ groups, outcomes }: PanelRows) =>
  [...new Set(groups)].map((group) => {
    const members = [...groups.keys()].filter((unit) => groups[unit] === group);
    return { group, ...jointMomentsOf(outcomes.map((column) => members.map((unit) => column[unit] ?? 0))) };
  });

test.each(["never-treated", "not-yet-treated"] as const)(
  "without covariates it is the estimator on moments: %s",
  (comparison) => {
    const rows = { ...confounded(1, 120), covariates: [] };
    const [byRows, byMoments] = [
      estimated(callawaySantannaDoublyRobust(rows, { comparison, basePeriod: "universal" })),
      estimated(callawaySantanna({ cohorts: cohortsOf(rows) }, { comparison, basePeriod: "universal" })),
    ];
    expect(byRows.estimate).toBeCloseTo(byMoments.estimate, 9);
    expect(byRows.standardError).toBeCloseTo(byMoments.standardError ?? Number.NaN, 9);
    const [left, right] = [byRows.detail, byMoments.detail] as GroupTimeDetail[];
    for (const [index, level] of (left?.event.levels ?? []).entries()) {
      expect(level.effect).toBeCloseTo(right?.event.levels[index]?.effect ?? Number.NaN, 9);
      expect(level.standardError ?? 0).toBeCloseTo(right?.event.levels[index]?.standardError ?? 0, 9);
    }
  },
);

test("takes out a trend that goes with the covariate, which the estimator without covariates takes for an effect", () => {
  const rows = confounded(2, 1500);
  const adjusted = estimated(callawaySantannaDoublyRobust(rows));
  const plain = estimated(callawaySantanna({ cohorts: cohortsOf(rows) }));
  expect(Math.abs(adjusted.estimate - 1)).toBeLessThan(3 * (adjusted.standardError ?? 0));
  expect(Math.abs(plain.estimate - 1)).toBeGreaterThan(5 * (plain.standardError ?? 0));
  const tests = [adjusted, plain].map(({ detail }) => (detail as GroupTimeDetail).preTrend);
  expect(tests[0]).toMatchObject({ kind: "test" });
  expect(tests.map((one) => one.kind === "test" && one.p < 0.01)).toEqual([false, true]);
});

test("clusters of one unit change nothing; copies of a unit in its cluster count once", () => {
  const rows = confounded(3, 100);
  const single = estimated(callawaySantannaDoublyRobust(rows));
  const alone = estimated(callawaySantannaDoublyRobust({ ...rows, clusters: [...rows.groups.keys()] }));
  expect(alone.standardError).toBeCloseTo(single.standardError ?? Number.NaN, 12);
  const twice = <Value>(values: readonly Value[]) => [...values, ...values];
  const doubled = estimated(
    callawaySantannaDoublyRobust({
      groups: twice(rows.groups),
      outcomes: rows.outcomes.map(twice),
      covariates: rows.covariates.map(twice),
      clusters: twice([...rows.groups.keys()]),
    }),
  );
  expect(doubled.standardError).toBeCloseTo(single.standardError ?? Number.NaN, 9);
});

test("a group that the covariate tells apart is left out and named; always exposed units are counted and dropped", () => {
  const rows = confounded(4, 200);
  const covariates = [rows.groups.map((group, unit) => (group === 3 ? 10 + unit / 100 : unit / 100))];
  const detail = estimated(callawaySantannaDoublyRobust({ ...rows, covariates })).detail as GroupTimeDetail;
  expect(new Set(detail.refused.map(({ group, reason }) => `${group} ${reason}`))).toEqual(new Set(["3 separation"]));
  const withAlways = {
    groups: [...rows.groups, 0],
    outcomes: rows.outcomes.map((column) => [...column, 5]),
    covariates: rows.covariates.map((column) => [...column, 5]),
  };
  const [plain, other] = [rows, withAlways].map((given) => estimated(callawaySantannaDoublyRobust(given)));
  expect(other?.estimate).toBe(plain?.estimate);
  expect(other?.detail).toMatchObject({ alwaysTreated: 1 });
});

test("covers a planted effect", () => {
  const studies = 100;
  let misses = 0;
  for (let seed = 1; seed <= studies; seed += 1) {
    const { interval } = estimated(callawaySantannaDoublyRobust(confounded(seed, 250), { draws: 19 }));
    if (interval[0] > 1 || interval[1] < 1) misses += 1;
  }
  expect(Math.abs(misses / studies - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
});
