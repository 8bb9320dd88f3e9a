import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { type AssignedCluster, randomisationInference } from "./randomisation-inference";

const clusters = (treated: readonly number[], control: readonly number[], n = 10): AssignedCluster[] => [
  ...treated.map((mean) => ({ arm: "treated" as const, n, mean })),
  ...control.map((mean) => ({ arm: "control" as const, n, mean })),
];

function tested(rows: readonly AssignedCluster[], options?: { seed?: number; draws?: number }) {
  const result = randomisationInference(rows, options);
  if (result.kind === "not-estimable") throw new Error(result.reason);
  return result;
}

test("the most extreme assignment of four of eight has p = 2/70, both signs counted", () => {
  const result = tested(clusters([8, 7, 6, 5], [4, 3, 2, 1]));
  expect(result).toMatchObject({ exact: true, assignments: 70, estimate: 4 });
  expect(result.p).toBeCloseTo(2 / 70, 12);
});

test("unequal numbers of clusters keep their numbers: 2 of 6 has 15 assignments, and the top pair p = 1/15", () => {
  const result = tested(clusters([9, 8], [1, 2, 3, 3.5]));
  expect(result.assignments).toBe(15);
  expect(result.p).toBeCloseTo(1 / 15, 12);
});

test("strata multiply, and shifting a stratum does not change what its own clusters can become", () => {
  const rows = clusters([5, 15, 25], [1, 11, 21]).map((row, index) => ({ ...row, stratum: String(index % 3) }));
  expect(tested(rows)).toMatchObject({ assignments: 8, p: 2 / 8 });
});

test("too many assignments to count are drawn, near the exact value, and again the same with the same seed", () => {
  const random = seededRandom(2);
  const rows = Array.from(
    { length: 20 },
    (_, index): AssignedCluster => ({
      arm: index < 10 ? "treated" : "control",
      n: 5 + (index % 4),
      mean: random.normal() + (index < 10 ? 0.8 : 0),
    }),
  );
  const result = tested(rows, { seed: 7, draws: 1999 });
  expect(result.exact).toBe(false);
  expect(result.p * 2000).toBeCloseTo(Math.round(result.p * 2000), 9);
  expect(tested(rows, { seed: 7, draws: 1999 })).toEqual(result);
  expect(Math.abs(tested(rows, { seed: 8, draws: 1999 }).p - result.p)).toBeLessThan(0.03);
});

test("the exact test never rejects a true null more often than it says", () => {
  const random = seededRandom(3);
  const studies = 800;
  let rejected = 0;
  for (let study = 0; study < studies; study += 1) {
    const draw = () => Array.from({ length: 4 }, () => random.normal());
    if (tested(clusters(draw(), draw())).p <= 4 / 70 + 1e-12) rejected += 1;
  }
  const expected = 4 / 70;
  expect(Math.abs(rejected / studies - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / studies));
});

test.each([
  ["no-comparison", clusters([1, 2, 3], [])],
  ["too-few-clusters", clusters([1], [2, 3, 4])],
  ["no-variation", clusters([2, 2], [2, 2])],
])("refuses: %s", (reason, rows) => {
  expect(randomisationInference(rows)).toMatchObject({ kind: "not-estimable", reason });
});
