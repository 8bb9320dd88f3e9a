import fc from "fast-check";
import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { momentsOf } from "@/lib/stats/moments";
import { type Random, seededRandom } from "@/lib/stats/random";
import { welch } from "@/lib/stats/welch";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { type Adjustment, adjustedCr2, type ClusterArm } from "./adjusted-cr2";
import { cr2OfRows } from "./cluster-rows-cr2";
import { fitSlopes } from "./slopes";

type Person = { cluster: number; arm: "treated" | "control"; before: number; after: number };

function people(random: Random, clusters: number, sizes = [8, 15, 20], effect = 0): Person[] {
  return Array.from({ length: clusters }, (_, cluster) => {
    const arm = cluster % 2 === 0 ? ("treated" as const) : ("control" as const);
    const team = random.normal();
    return Array.from({ length: sizes[cluster % sizes.length] ?? 10 }, () => {
      const before = random.normal() + team;
      const after = 0.7 * before + team + random.normal() + (arm === "treated" ? effect : 0);
      return { cluster, arm, before, after };
    });
  }).flat();
}

function clustersOf(rows: readonly Person[], covariate = true): ClusterArm[] {
  return [...new Set(rows.map(({ cluster }) => cluster))].map((cluster) => {
    const members = rows.filter((row) => row.cluster === cluster);
    const after = members.map((row) => row.after);
    const columns = covariate ? [after, members.map(({ before }) => before)] : [after];
    return { cluster, arm: members[0]?.arm ?? "control", ...jointMomentsOf(columns) };
  });
}

test.each(["difference", "ancova", "lin"] as const)("cluster moments and rows give the same %s", (adjustment) => {
  const rows = people(seededRandom(1), 10);
  const arm = rows.map((row) => (row.arm === "treated" ? 1 : 0));
  const centre = rows.reduce((sum, { before }) => sum + before, 0) / rows.length;
  const before = rows.map((row) => row.before - centre);
  const regressors = {
    difference: [arm],
    ancova: [arm, before],
    lin: [arm, before, before.map((value, index) => value * (arm[index] ?? 0))],
  }[adjustment];
  const slopes = fitSlopes(
    regressors,
    rows.map(({ after }) => after),
  );
  const byRows = cr2OfRows(
    slopes,
    0,
    regressors,
    rows.map(({ cluster }) => cluster),
  );
  const byMoments = estimated(adjustedCr2(clustersOf(rows), adjustment));
  expect(byMoments.estimate).toBeCloseTo(slopes.estimates[0] ?? Number.NaN, 10);
  expect(byMoments.standardError).toBeCloseTo(byRows?.standardError ?? Number.NaN, 10);
  expect(byMoments.degreesOfFreedom).toBeCloseTo(byRows?.degreesOfFreedom ?? Number.NaN, 8);
});

test("clusters of one person give HC2: the Welch error without covariates, the error of lin_hc2 with them", () => {
  const rows = people(seededRandom(2), 40, [1]);
  const of = (arm: string) => rows.filter((row) => row.arm === arm);
  const values = (arm: string) => of(arm).map(({ after }) => after);
  const plain = estimated(adjustedCr2(clustersOf(rows), "difference"));
  const expected = estimated(welch({ treated: momentsOf(values("treated")), control: momentsOf(values("control")) }));
  expect(plain.standardError).toBeCloseTo(expected.standardError ?? Number.NaN, 12);
  const armRows = (arm: string) => ({ outcome: values(arm), covariates: [of(arm).map(({ before }) => before)] });
  const lin = estimated(linHc2FromRows({ treated: armRows("treated"), control: armRows("control") }));
  const adjusted = estimated(adjustedCr2(clustersOf(rows), "lin"));
  expect(adjusted.estimate).toBeCloseTo(lin.estimate, 11);
  expect(adjusted.standardError).toBeCloseTo(lin.standardError ?? Number.NaN, 11);
});

test("equal clusters without covariates give the t test of cluster means, with G - 2 degrees of freedom", () => {
  const rows = people(seededRandom(3), 12, [9]);
  const result = estimated(adjustedCr2(clustersOf(rows), "difference"));
  expect(result.degreesOfFreedom).toBeCloseTo(10, 9);
});

test("relabelling arms flips the sign; scaling outcome and covariate scales effect and error", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom<Adjustment>("difference", "ancova", "lin"),
      fc.constantFrom(1e-9, 1e9),
      (seed, adjustment, scale) => {
        const rows = people(seededRandom(seed), 8);
        const plain = estimated(adjustedCr2(clustersOf(rows), adjustment));
        const flipped = rows.map((row) => ({
          ...row,
          arm: row.arm === "treated" ? ("control" as const) : ("treated" as const),
        }));
        const other = estimated(adjustedCr2(clustersOf(flipped), adjustment));
        expect(other.estimate).toBeCloseTo(-plain.estimate, 9);
        expect(other.standardError).toBeCloseTo(plain.standardError ?? Number.NaN, 9);
        const scaled = rows.map((row) => ({
          ...row,
          before: scale * (row.before + 50),
          after: scale * (row.after + 50),
        }));
        const large = estimated(adjustedCr2(clustersOf(scaled), adjustment));
        expect(large.estimate / scale).toBeCloseTo(plain.estimate, 8);
        expect((large.standardError ?? 0) / scale).toBeCloseTo(plain.standardError ?? Number.NaN, 8);
        expect(large.degreesOfFreedom).toBeCloseTo(plain.degreesOfFreedom ?? Number.NaN, 5);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ["no-comparison", people(seededRandom(4), 6).filter(({ arm }) => arm === "treated")],
  ["too-few-clusters", people(seededRandom(4), 3)],
  ["no-variation", people(seededRandom(4), 8).map((row) => ({ ...row, after: 3 }))],
] as [string, Person[]][])("refuses: %s", (reason, rows) => {
  expect(adjustedCr2(clustersOf(rows), "ancova")).toMatchObject({ kind: "not-estimable", reason });
});

test("ten unequal clusters: the null is rejected 5% of the time", () => {
  const random = seededRandom(5);
  const studies = 500;
  let rejected = 0;
  for (let study = 0; study < studies; study += 1) {
    if (estimated(adjustedCr2(clustersOf(people(random, 10, [4, 8, 11])), "ancova")).p < 0.05) rejected += 1;
  }
  expect(Math.abs(rejected / studies - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
});
