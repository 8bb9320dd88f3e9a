import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { seededRandom } from "@/lib/stats/random";
import { welchEstimate } from "@/lib/stats/welch";
import type { Cell } from "./cells-sql";
import { type Comparing, type Contrast, groupContrast } from "./group-contrast";
import { poolGroups } from "./pool-groups";
import { rollUpUnits } from "./roll-up";
import { withheldSubgroups } from "./withhold";

const independent: Comparing = { slope: 0, clustered: false, evenly: false, confidence: 0.95 };

type Held = { n: number; mean: number; variance: number; cluster?: string };
const cell = (group: string, arm: Cell["arm"], { n, mean, variance, cluster = "" }: Held): Cell => ({
  group,
  arm,
  cluster,
  n,
  means: [mean, 0],
  covariance: [
    [variance, 0],
    [0, 0],
  ],
});

function found(contrast: ReturnType<typeof groupContrast>): Contrast {
  if (!("own" in contrast)) throw new Error(contrast.reason);
  return contrast;
}

const inside = [
  cell("a", "treated", { n: 4, mean: 3, variance: 1 }),
  cell("a", "control", { n: 4, mean: 1, variance: 1 }),
];
const outside = [
  cell("b", "treated", { n: 8, mean: 1, variance: 4 }),
  cell("b", "control", { n: 8, mean: 1, variance: 4 }),
];

test("a group's effect is Welch's, and its distance from the rest is held against both errors", () => {
  const { own, difference, p } = found(groupContrast(inside, outside, independent));
  // Errors 1/2 and 1 squared; Satterthwaite 2.25 / (0.25 / 6 + 1 / 14) = 19.89; scipy 1.17: 2 t.sf(2 / sqrt(1.5), 19.89).
  expect([own.estimate, own.standardError, own.degreesOfFreedom]).toEqual([2, Math.SQRT1_2, 6]);
  expect(difference).toBe(2);
  expect(p).toBeCloseTo(0.11819762890118365, 12);
});

test("relabelling the arms turns the sign of effect and difference, and nothing else", () => {
  const swap = (cells: Cell[]) =>
    cells.map((one): Cell => ({ ...one, arm: one.arm === "treated" ? "control" : "treated" }));
  const one = found(groupContrast(inside, outside, independent));
  const other = found(groupContrast(swap(inside), swap(outside), independent));
  expect([other.own.estimate, other.difference, other.p]).toEqual([-one.own.estimate, -one.difference, one.p]);
});

test("a slope takes the value before into account person by person", () => {
  const before = [1, 4, 2, 8, 5];
  const after = [3, 5, 2, 11, 6];
  const control = [2, 4, 1, 9, 7];
  const of = (arm: Cell["arm"], values: number[]): Cell => ({
    group: "a",
    arm,
    cluster: "",
    ...jointMomentsOf([values, before]),
  });
  const { own } = found(
    groupContrast([of("treated", after), of("control", control)], outside, { ...independent, slope: 0.7 }),
  );
  const direct = (values: number[]) => {
    const moments = jointMomentsOf([values.map((value, at) => value - 0.7 * (before[at] ?? 0))]);
    return { n: 5, mean: moments.means[0] ?? 0, variance: moments.covariance[0]?.[0] ?? 0 };
  };
  const expected = welchEstimate("welch", { treated: direct(after), control: direct(control) }, 0.95);
  if (expected.kind !== "estimate") throw new Error(expected.reason);
  expect(own.estimate).toBeCloseTo(expected.estimate, 12);
  expect(own.standardError).toBeCloseTo(expected.standardError ?? 0, 12);
});

test("clusters that hold people of both sides move both together, so the sides are told apart more easily", () => {
  const clustered: Comparing = { ...independent, clustered: true };
  const shocks = [0, 3, -2, 5, 1, -4];
  const arms = ["treated", "control"] as const;
  const of = (group: string, effect: number, name: (cluster: string) => string) =>
    arms.flatMap((arm) =>
      shocks.map((shock, at) =>
        cell(group, arm, {
          n: 5,
          mean: shock + (arm === "treated" ? effect : 0) + 0.3 * Math.sin(7 * at + effect),
          variance: 1,
          cluster: name(`${arm}${at}`),
        }),
      ),
    );
  const apart = found(
    groupContrast(
      of("a", 2, String),
      of("b", 1, (name) => `other ${name}`),
      clustered,
    ),
  );
  const together = found(groupContrast(of("a", 2, String), of("b", 1, String), clustered));
  expect(together.difference).toBe(apart.difference);
  expect(together.own.standardError).toBe(apart.own.standardError);
  expect(together.p).toBeLessThan(0.2 * apart.p);
});

test("refuses a side without a comparison, with one cluster, and without variation", () => {
  const [treated] = inside;
  if (!treated) throw new Error("no cell");
  expect(groupContrast([treated], outside, independent)).toMatchObject({ reason: "no-comparison" });
  expect(groupContrast(inside, [], independent)).toMatchObject({ reason: "no-comparison" });
  expect(groupContrast(inside, outside, { ...independent, clustered: true })).toMatchObject({
    reason: "too-few-clusters",
  });
  const flat = inside.map((one) => ({
    ...one,
    covariance: [
      [0, 0],
      [0, 0],
    ],
  }));
  expect(groupContrast(flat, outside, independent)).toMatchObject({ reason: "no-variation" });
});

test("where all groups have the same effect, the pooled mean is the effect of all and nothing lies between them", () => {
  const names = ["a", "b", "c", "d", "e"];
  const cells = names.flatMap((group) => inside.map((one) => ({ ...one, group })));
  const contrasts = new Map(
    names.map((group) => [
      group,
      found(
        groupContrast(
          cells.filter((one) => one.group === group),
          cells.filter((one) => one.group !== group),
          independent,
        ),
      ),
    ]),
  );
  expect([...contrasts.values()].map(({ own, difference, p }) => [own.estimate, difference, p])).toEqual(
    names.map(() => [2, 0, 1]),
  );
  const { between, shrunken } = poolGroups(contrasts, 0.95);
  expect(between).toBeNull();
  expect(shrunken.get("a")?.estimate).toBeCloseTo(2, 12);
});

test("under four groups nothing is shrunken, and under two nothing is pooled", () => {
  const contrast = (effect: number) =>
    found(
      groupContrast(
        [cell("a", "treated", { n: 9, mean: effect, variance: 1 }), ...inside.slice(1)],
        outside,
        independent,
      ),
    );
  const three = poolGroups(new Map([1, 2, 3].map((effect) => [`g${effect}`, contrast(effect)])), 0.95);
  expect(three.shrunken.size).toBe(0);
  expect(three.between).toMatchObject({ df: 2 });
  expect(poolGroups(new Map([["only", contrast(1)]]), 0.95)).toMatchObject({ between: null });
});

test("two groups that happen to lie close together do not make their mean exact", () => {
  const effect = (group: string, mean: number) =>
    found(
      groupContrast([cell(group, "treated", { n: 9, mean, variance: 1 }), ...inside.slice(1)], outside, independent),
    );
  const contrasts = new Map([
    ["a", effect("a", 2)],
    ["b", effect("b", 2.001)],
  ]);
  const { between } = poolGroups(contrasts, 0.95);
  const [low = 0, high = 0] = between?.ci ?? [];
  const [own] = [...contrasts.values()];
  expect(high - low).toBeGreaterThan((own?.own.interval[1] ?? 0) - (own?.own.interval[0] ?? 0));
});

test("groups alike in truth are told apart about as often as chance allows, six people an arm or not", () => {
  const random = seededRandom(47);
  const studies = 400;
  let [together, alone] = [0, 0];
  for (let study = 0; study < studies; study += 1) {
    const cells = Array.from({ length: 8 }, (_, at) => at).flatMap((at) =>
      (["treated", "control"] as const).map((arm): Cell => {
        const values = Array.from({ length: 6 }, () => (1 + at / 8) * random.normal());
        return { group: `g${at}`, arm, cluster: "", ...jointMomentsOf([values, values.map(() => 0)]) };
      }),
    );
    const groups = [...new Set(cells.map(({ group }) => group))];
    const contrasts = new Map(
      groups.map((group) => {
        const [own, rest] = [true, false].map((is) => cells.filter((one) => (one.group === group) === is));
        return [group, found(groupContrast(own ?? [], rest ?? [], independent))] as const;
      }),
    );
    if ((poolGroups(contrasts, 0.95).between?.p ?? 1) < 0.05) together += 1 / studies;
    for (const { p } of contrasts.values()) if (p < 0.05) alone += 1 / (8 * studies);
  }
  const slack = 3 * Math.sqrt((0.05 * 0.95) / studies);
  expect(together).toBeLessThan(0.05 + slack);
  expect(Math.abs(alone - 0.05)).toBeLessThan(0.015);
}, 60_000);

const counts = (sizes: Record<string, [number, number]>) =>
  Object.entries(sizes).map(([id, [treated, control]]) => ({ id, n: { treated, control } }));

test("a group that is small in either arm takes the next smallest with it", () => {
  const hidden = (sizes: Record<string, [number, number]>) => [...withheldSubgroups(counts(sizes), 5)].sort();
  expect(hidden({ a: [30, 30], b: [12, 12], c: [20, 3] })).toEqual(["b", "c"]);
  expect(hidden({ a: [30, 30], b: [12, 12], c: [20, 20] })).toEqual([]);
  expect(hidden({ a: [30, 30], b: [12, 12], c: [2, 20], d: [2, 20] })).toEqual(["b", "c", "d"]);
  expect(hidden({ a: [30, 30], b: [4, 9], c: [9, 4], d: [30, 40] })).toEqual(["b", "c"]);
});

test("units are gathered at the deepest level that leaves few enough, and lose what they all begin with", () => {
  const of = (paths: string[]) =>
    rollUpUnits(paths.map((path) => cell(path, "treated", { n: 1, mean: 0, variance: 0 }))).map(({ group }) => group);
  expect(of(["Works / Sales", "Works / Service / Phone", "Not known"])).toEqual([
    "Sales",
    "Service / Phone",
    "Not known",
  ]);
  const many = Array.from({ length: 30 }, (_, at) => `Works / Area ${at % 3} / Line ${at}`);
  expect(new Set(of(many))).toEqual(new Set(["Area 0", "Area 1", "Area 2"]));
  expect(of(["Works"])).toEqual(["Works"]);
});
