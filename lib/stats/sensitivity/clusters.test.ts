import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClusterWaves, didCr1 } from "@/lib/stats/did-cr1";
import type { NotEstimable } from "@/lib/stats/estimate";
import { seededRandom } from "@/lib/stats/random";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { type EffectiveClusters, effectiveClusters, influenceOnArmMeans } from "./effective-clusters";
import { type LeaveOneOut, leaveOneClusterOut } from "./leave-one-cluster-out";

function panel(effects: readonly number[], seed = 71): ClusterWaves[] {
  const random = seededRandom(seed);
  return Array.from({ length: effects.length * 2 }, (_, cluster) => {
    const isTreated = cluster < effects.length;
    const before = random.normal();
    const after = before + 0.1 * random.normal() + (isTreated ? (effects[cluster] ?? 0) : 0);
    return {
      cluster: `team ${cluster}`,
      arm: isTreated ? "treated" : "control",
      before: { n: 10, mean: before },
      after: { n: 10, mean: after },
    };
  });
}

function leftOut(result: LeaveOneOut | NotEstimable): LeaveOneOut {
  if (result.kind !== "leave-one-out") throw new Error(result.reason);
  return result;
}

test("names the one team an effect hangs on, with the effect as it is without it", () => {
  const rows = panel([0, 0.05, -0.05, 0, 30]);
  const result = leftOut(leaveOneClusterOut(rows, didCr1));
  expect(result.largest?.cluster).toBe("team 4");
  const without = didCr1(rows.filter((row) => row.cluster !== "team 4"));
  expect(result.without.find(({ cluster }) => cluster === "team 4")?.result).toEqual(without);
  if (without.kind === "estimate") expectRelative(result.largest?.shift, without.estimate - result.all.estimate);
  expectRelative(result.largest?.shiftInErrors, (result.largest?.shift ?? 0) / (result.all.standardError ?? 1));
});

test("an effect all teams share hangs on none, one team's sign can carry the sign of all", () => {
  const steady = leftOut(leaveOneClusterOut(panel([1, 1.1, 0.9, 1, 1.05]), didCr1));
  expect([steady.signHangsOn, steady.significanceHangsOn, steady.needed]).toEqual([[], [], []]);
  const carried = leftOut(leaveOneClusterOut(panel([-1, -1, -1, -1, 9]), didCr1));
  expect(carried.signHangsOn).toEqual(["team 4"]);
  const masked = leftOut(leaveOneClusterOut(panel([2, 2, 2, 2, -20]), didCr1));
  expect(masked.significanceHangsOn).toEqual(["team 4"]);
});

test("a team without which nothing can be estimated is needed, and refusals pass through", () => {
  const few = leftOut(leaveOneClusterOut(panel([1, 1.2]), didCr1));
  expect(few.needed).toHaveLength(4);
  expect(few.largest).toBeNull();
  expect(leaveOneClusterOut([], didCr1)).toMatchObject({ kind: "not-estimable", reason: "no-comparison" });
});

function effective(result: EffectiveClusters) {
  if (result.kind !== "effective-clusters") throw new Error(result.reason);
  return result;
}

test("equal clusters in equal arms are worth themselves", () => {
  const arms = Array.from({ length: 10 }, (_, index) =>
    index < 5 ? { treated: 7, control: 0 } : { treated: 0, control: 7 },
  );
  expectRelative(effective(effectiveClusters(influenceOnArmMeans(arms))).effective, 10);
});

test("few treated clusters are worth few, by the closed form for equal clusters", () => {
  for (const [treated, control] of [
    [1, 49],
    [5, 45],
    [10, 40],
  ] as const) {
    const arms = Array.from({ length: treated + control }, (_, index) =>
      index < treated ? { treated: 4, control: 0 } : { treated: 0, control: 4 },
    );
    // Parts are 1 / treated^2 and 1 / control^2: (sum of parts)^2 over the sum of their squares.
    const closed = (1 / treated + 1 / control) ** 2 / (1 / treated ** 3 + 1 / control ** 3);
    expectRelative(effective(effectiveClusters(influenceOnArmMeans(arms))).effective, closed, 1e-10);
  }
});

test("it lies between one and the number of clusters, does not mind scale, and singletons are counted", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(sizes, sizes, fc.double({ min: 0, max: 1, noNaN: true }), (treated, control, icc) => {
      const arms = [
        ...treated.map((people) => ({ treated: people, control: 0 })),
        ...control.map((people) => ({ treated: 0, control: people })),
      ];
      const influence = influenceOnArmMeans(arms);
      const result = effective(effectiveClusters(influence, icc));
      expect(result.effective).toBeLessThanOrEqual(arms.length * (1 + 1e-12));
      expect(result.effective).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(result.singletons).toBe([...treated, ...control].filter((people) => people === 1).length);
      const scaled = influence.map((cluster) => ({
        ...cluster,
        sum: 1e-9 * cluster.sum,
        sumOfSquares: 1e-18 * cluster.sumOfSquares,
      }));
      expectRelative(effective(effectiveClusters(scaled, icc)).effective, result.effective, 1e-9);
    }),
  );
});

test("refuses no clusters, and clusters that all hold both arms in balance", () => {
  expect(effectiveClusters([])).toMatchObject({ reason: "too-few-clusters" });
  const balanced = influenceOnArmMeans([
    { treated: 5, control: 5 },
    { treated: 5, control: 5 },
  ]);
  expect(effectiveClusters(balanced)).toMatchObject({ reason: "no-variation" });
  expect(effectiveClusters(balanced, 0.5)).toMatchObject({ kind: "effective-clusters", effective: 2 });
});
