import fc from "fast-check";
import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { twoWayEventStudy } from "./event-study";
import { twfeCr1 } from "./twfe-cr1";
import type { TwoWayWeights } from "./weights";

type Unit = { group: number | null; values: number[] };

function units(
  seed: number,
  count: number,
  groups: readonly (number | null)[],
  effect = (since: number) => since * 0,
): Unit[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const group = groups[index % groups.length] ?? null;
    const level = random.normal() * 2;
    return {
      group,
      values: Array.from({ length: 5 }, (__, time) => {
        const since = group === null ? -1 : time - group;
        return level + time + random.normal() + (since >= 0 ? effect(since) : 0);
      }),
    };
  });
}

const cohortsOf = (all: readonly Unit[]) =>
  [...new Set(all.map(({ group }) => group))].map((group) => {
    const members = all.filter((unit) => unit.group === group);
    return { group, ...jointMomentsOf([0, 1, 2, 3, 4].map((time) => members.map(({ values }) => values[time] ?? 0))) };
  });
const clustersOf = (all: readonly Unit[]) =>
  all.map(({ group, values }, cluster) => ({ cluster, group, n: 1, means: values }));

const weightsOf = (all: readonly Unit[]): TwoWayWeights => {
  const { weights } = (estimated(twfeCr1({ cohorts: cohortsOf(all) })).detail ?? {}) as { weights?: TwoWayWeights };
  if (!weights) throw new Error("no weights");
  return weights;
};

test("cohort moments and unit rows give the same coefficient and error", () => {
  const all = units(1, 37, [2, 3, null], () => 1);
  const byCohort = estimated(twfeCr1({ cohorts: cohortsOf(all) }));
  const byUnit = estimated(twfeCr1({ clusters: clustersOf(all) }));
  expect(byUnit.estimate).toBeCloseTo(byCohort.estimate, 10);
  expect(byUnit.standardError).toBeCloseTo(byCohort.standardError ?? Number.NaN, 10);
  expect(byUnit.degreesOfFreedom).toBe(36);
});

test("the weights add up to one and give the coefficient as an average of the effects behind it", () => {
  const effect = (since: number) => 1 + 3 * since;
  const noiseless = units(2, 40, [1, 3, null]).map(({ group }) => ({
    group,
    values: [0, 1, 2, 3, 4].map((time) => (group !== null && time >= group ? effect(time - group) : 0)),
  }));
  const noisy = units(2, 40, [1, 3, null], effect);
  const { cells } = weightsOf(noisy);
  expect(cells.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  const average = cells.reduce((sum, { group, time, weight }) => sum + weight * effect(time - group), 0);
  const jittered = noiseless.map(({ group, values }, index) => ({
    group,
    values: values.map((value, time) => value + 1e-6 * Math.sin(index * 7 + time)),
  }));
  expect(estimated(twfeCr1({ cohorts: cohortsOf(jittered) })).estimate).toBeCloseTo(average, 5);
});

test("groups exposed one after the other with nobody left give late cells of early groups negative weights", () => {
  const { negative, cells } = weightsOf(units(3, 40, [1, 3]));
  expect(negative.sum).toBeLessThan(0);
  expect(negative.share).toBeCloseTo(cells.filter(({ weight }) => weight < 0).length / cells.length, 12);
  expect(cells.filter(({ weight }) => weight < 0).every(({ group, time }) => group === 1 && time >= 3)).toBe(true);
});

test("the event study finds a growing effect, and its lead test keeps quiet without a trend", () => {
  const study = twoWayEventStudy({ cohorts: cohortsOf(units(4, 300, [3, null], (since) => 1 + since)) });
  if (study.kind !== "event-study") throw new Error(study.reason);
  expect(study.terms.map(({ event }) => event)).toEqual([-3, -2, 0, 1]);
  for (const { event, estimate, standardError } of study.terms) {
    const truth = event < 0 ? 0 : 1 + event;
    expect(Math.abs(estimate - truth)).toBeLessThan(4 * standardError);
  }
  expect(study.preTrend?.degreesOfFreedom).toBe(2);
  expect(study.preTrend?.pF).toBeGreaterThan(0.01);
});

test("event times that only a group without comparison has are dropped and named", () => {
  const study = twoWayEventStudy({ cohorts: cohortsOf(units(5, 40, [1, 3])) });
  if (study.kind !== "event-study") throw new Error(study.reason);
  expect(study.dropped.length).toBeGreaterThan(0);
});

test("a shared shock changes nothing, scaling the outcome scales both figures", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(1e-9, 7, 1e9), (seed, scale) => {
      const all = units(seed, 30, [1, 3, null], () => 1);
      const moved = all.map(({ group, values }) => ({
        group,
        values: values.map((value, time) => scale * (value + 9 * time * time)),
      }));
      const [plain, other] = [all, moved].map((given) => estimated(twfeCr1({ cohorts: cohortsOf(given) })));
      expect((other?.estimate ?? 0) / scale).toBeCloseTo(plain?.estimate ?? Number.NaN, 7);
      expect((other?.standardError ?? 0) / scale).toBeCloseTo(plain?.standardError ?? Number.NaN, 7);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["no-comparison", units(1, 10, [null])],
  ["no-comparison", units(1, 10, [2])],
  ["no-variation", units(1, 10, [2, null]).map(({ group }) => ({ group, values: [1, 2, 3, 4, 5] }))],
] as [string, Unit[]][])("refuses: %s", (reason, all) => {
  expect(twfeCr1({ cohorts: cohortsOf(all) })).toMatchObject({ kind: "not-estimable", reason });
});
