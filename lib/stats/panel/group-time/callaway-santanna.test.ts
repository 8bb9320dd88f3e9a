import fc from "fast-check";
import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { callawaySantanna, type GroupTimeDetail } from "./callaway-santanna";
import type { Cohort } from "./cohort-sample";
import type { Design } from "./design";

type Unit = { group: number | null; values: number[] };

function cohortsOf(units: readonly Unit[]): Cohort[] {
  return [...new Set(units.map(({ group }) => group))].map((group) => {
    const members = units.filter((unit) => unit.group === group);
    const periods = members[0]?.values.length ?? 0;
    const columns = Array.from({ length: periods }, (_, period) => members.map(({ values }) => values[period] ?? 0));
    return { group, ...jointMomentsOf(columns) };
  });
}

/** Units of three groups and never exposed ones, whose levels differ and whose shocks are shared. */
function rollOut(seed: number, people: number, effect = 0): Unit[] {
  const random = seededRandom(seed);
  return Array.from({ length: people }, (_, index) => {
    const group = [2, 3, 4, null][index % 4] ?? null;
    const level = 10 + (group ?? 0) + random.normal();
    const values = Array.from(
      { length: 6 },
      (_, time) => level + 0.3 * time + random.normal() + (group !== null && time >= group ? effect : 0),
    );
    return { group, values };
  });
}

const detailOf = (units: readonly Unit[], design: Partial<Design> = {}) =>
  estimated(callawaySantanna({ cohorts: cohortsOf(units) }, design)).detail as GroupTimeDetail;
const designs: Design[] = (["never-treated", "not-yet-treated"] as const).flatMap((comparison) =>
  (["varying", "universal"] as const).map((basePeriod) => ({ comparison, basePeriod })),
);
const close = (actual: number | null, expected: number | null, scale = 1) =>
  expect(Math.abs((actual ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThan(1e-9 * scale);

/** R: unit influence functions, by hand, with the shares of groups as estimated. */
function simpleByUnits(units: readonly Unit[]): { estimate: number; standardError: number } {
  const n = units.length;
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const cells = [2, 3, 4].flatMap((group) => [2, 3, 4, 5].filter((t) => t >= group).map((t) => ({ group, t })));
  const effects = cells.map(({ group, t }) => {
    const change = ({ values }: Unit) => (values[t] ?? 0) - (values[group - 1] ?? 0);
    const treated = units.filter((unit) => unit.group === group).map(change);
    const never = units.filter((unit) => unit.group === null).map(change);
    const influence = units.map((unit) => {
      if (unit.group === group) return (n / treated.length) * (change(unit) - mean(treated));
      return unit.group === null ? -(n / never.length) * (change(unit) - mean(never)) : 0;
    });
    return { group, att: mean(treated) - mean(never), share: treated.length / n, influence };
  });
  const total = effects.reduce((sum, { share }) => sum + share, 0);
  const estimate = effects.reduce((sum, { att, share }) => sum + (att * share) / total, 0);
  const squares = units.map((unit, index) => {
    const own = effects.reduce((sum, { share, influence }) => sum + (share / total) * (influence[index] ?? 0), 0);
    const indicators = effects.map(({ group, share }) => (unit.group === group ? 1 : 0) - share);
    const all = indicators.reduce((sum, value) => sum + value, 0);
    const weights = effects.reduce(
      (sum, { att, share }, k) => sum + att * ((indicators[k] ?? 0) / total - (share / total ** 2) * all),
      0,
    );
    return (own + weights) ** 2;
  });
  return { estimate, standardError: Math.sqrt(squares.reduce((sum, value) => sum + value, 0)) / n };
}

test("cohort moments give what unit influence functions give", () => {
  const units = rollOut(3, 83, 1);
  const result = estimated(callawaySantanna({ cohorts: cohortsOf(units) }));
  const byUnits = simpleByUnits(units);
  close(result.estimate, byUnits.estimate);
  close(result.standardError, byUnits.standardError);
});

test.each(designs)("clusters of one unit give what independent units give: %o", (design) => {
  const units = rollOut(4, 60, 1);
  const clusters = units.map(({ group, values }, cluster) => ({ cluster, group, n: 1, means: values }));
  const byCluster = estimated(callawaySantanna({ clusters }, design));
  const byCohort = estimated(callawaySantanna({ cohorts: cohortsOf(units) }, design));
  close(byCluster.standardError, byCohort.standardError);
  close(byCluster.estimate, byCohort.estimate);
  const [left, right] = [byCluster.detail, byCohort.detail] as GroupTimeDetail[];
  for (const [index, level] of (left?.event.levels ?? []).entries()) {
    const other = right?.event.levels[index];
    if (level.standardError !== null) close(level.standardError, other?.standardError ?? null);
  }
});

test("a cluster of copies counts as one unit, not as many", () => {
  const units = rollOut(5, 40, 1);
  const copies = units.map(({ group, values }, cluster) => ({ cluster, group, n: 3, means: values }));
  const single = estimated(callawaySantanna({ cohorts: cohortsOf(units) }));
  const result = estimated(callawaySantanna({ clusters: copies }));
  close(result.standardError, single.standardError);
  expect(result.n.treated).toBe(3 * single.n.treated);
});

test.each(designs)("units exposed from the first period on change nothing but their count: %o", (design) => {
  const units = rollOut(6, 60);
  const always = Array.from({ length: 7 }, (_, index): Unit => ({ group: 0, values: [9, 8, 1, 2, 3, index] }));
  const without = detailOf(units, design);
  expect(detailOf([...units, ...always], design)).toEqual({ ...without, alwaysTreated: 7 });
});

test("a shock shared by all changes nothing; scaling the outcome scales effect and error", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom(1e-9, 3, 1e9),
      fc.constantFrom(...designs),
      (seed, scale, design) => {
        const units = rollOut(seed, 40, 1);
        const shocked = units.map(({ group, values }) => ({
          group,
          values: values.map((value, time) => scale * (value + 5 * Math.sin(time))),
        }));
        const plain = estimated(callawaySantanna({ cohorts: cohortsOf(units) }, design));
        const moved = estimated(callawaySantanna({ cohorts: cohortsOf(shocked) }, design));
        close(moved.estimate, scale * plain.estimate, scale);
        close(moved.standardError, scale * (plain.standardError ?? 0), scale);
        const tests = [plain, moved].map(({ detail }) => (detail as GroupTimeDetail).preTrend);
        expect(tests[0]).toMatchObject({ kind: "test" });
        const [left, right] = tests.map((one) => (one.kind === "test" ? one.statistic : Number.NaN));
        expect(Math.abs((left ?? 0) / (right ?? 0) - 1)).toBeLessThan(1e-7);
      },
    ),
    { numRuns: 12 },
  );
});

test("the pre-trend test is the same with varying and universal base, because they span the same changes", () => {
  const units = rollOut(8, 60);
  const [varying, universal] = (["varying", "universal"] as const).map(
    (basePeriod) => detailOf(units, { basePeriod }).preTrend,
  );
  if (varying?.kind !== "test" || universal?.kind !== "test") throw new Error("refused");
  expect(varying.degreesOfFreedom).toBe(6);
  expect(universal.degreesOfFreedom).toBe(6);
  close(varying.statistic, universal.statistic);
  close(varying.detectableSlope, universal.detectableSlope);
});

test("without anybody left untreated the last group compares only, and its own periods are left out", () => {
  const units = rollOut(9, 60, 1).filter(({ group }) => group !== null);
  const detail = detailOf(units, { comparison: "not-yet-treated" });
  expect(detail.groups.map(({ group }) => group)).toEqual([2, 3]);
  expect(Math.max(...detail.effects.map(({ time }) => time))).toBe(3);
  const refused = callawaySantanna({ cohorts: cohortsOf(units) });
  expect(refused).toMatchObject({ kind: "not-estimable", reason: "no-comparison" });
});

test("a group of one unit is flagged and stays out of the pre-trend test", () => {
  const units = [...rollOut(10, 60), { group: 5, values: [1, 2, 3, 4, 5, 6] }];
  const detail = detailOf(units);
  expect(detail.groups.filter(({ single }) => single).map(({ group }) => group)).toEqual([5]);
  expect(detail.preTrend).toMatchObject({ kind: "test", leftOut: [5], degreesOfFreedom: 6 });
});

test("the band is wider than the interval, and the same seed gives the same band", () => {
  const units = rollOut(11, 60);
  const detail = detailOf(units);
  expect(detail.event.critical).toBeGreaterThan(2.2);
  expect(detail.event.critical).toBeLessThan(3.2);
  expect(detailOf(units)).toEqual(detail);
});

test.each([
  ["no-comparison", [{ group: 2, values: [1, 2, 3] }]],
  [
    "no-comparison",
    [
      { group: null, values: [1, 2, 3] },
      { group: null, values: [2, 2, 3] },
    ],
  ],
  ["no-comparison", []],
  [
    "too-few-periods",
    [
      { group: null, values: [1] },
      { group: 0, values: [1] },
    ],
  ],
  ["no-variation", [1, 2, 3, 4].map((index) => ({ group: index < 3 ? 1 : null, values: [5, 5, 5] }))],
  ["not-finite", [1, 2, 3, 4].map((index) => ({ group: index < 3 ? 1 : null, values: [5, Number.NaN, index] }))],
] as [string, Unit[]][])("refuses: %s", (reason, units) => {
  expect(callawaySantanna({ cohorts: cohortsOf(units) })).toMatchObject({ kind: "not-estimable", reason });
});

test("covers a planted effect 95% of the time, the band all event times at once, and the pre-trend test keeps its size", () => {
  const studies = 150;
  const slack = 3 * Math.sqrt((0.05 * 0.95) / studies);
  let misses = 0;
  let bandMisses = 0;
  let rejections = 0;
  for (let seed = 1; seed <= studies; seed += 1) {
    const result = estimated(callawaySantanna({ cohorts: cohortsOf(rollOut(seed, 120, 0.5)) }, { draws: 99, seed }));
    const detail = result.detail as GroupTimeDetail;
    if (result.interval[0] > 0.5 || result.interval[1] < 0.5) misses += 1;
    const truth = (level: number) => (level >= 0 ? 0.5 : 0);
    if (detail.event.levels.some(({ level, band }) => band && (band[0] > truth(level) || band[1] < truth(level))))
      bandMisses += 1;
    if (detail.preTrend.kind === "test" && detail.preTrend.p < 0.05) rejections += 1;
  }
  expect(Math.abs(misses / studies - 0.05)).toBeLessThan(slack);
  expect(bandMisses / studies).toBeLessThan(0.05 + slack + 0.01);
  expect(rejections / studies).toBeLessThan(0.05 + slack + 0.02);
});
