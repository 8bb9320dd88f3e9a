import fc from "fast-check";
import { expect, test } from "vitest";
import { asEstimate, estimated, expectRelative } from "@/test/fixtures/reference/expect-relative";
import { expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { type ClusterWaves, didCr1, didCr1FromChanges } from "./did-cr1";
import { momentsOf } from "./moments";

type Values = Record<string, number> & { cell_means: Record<string, number> };
const lalonde = expectedValues<Values>("lalonde");
const stores = expectedValues("card-krueger");

const wave = (value: number | null | undefined) => ({ n: typeof value === "number" ? 1 : 0, mean: value ?? null });

function panel(file: string, armColumn: string, before: string, after: string): ClusterWaves[] {
  return readRows(file).map((row, person) => ({
    cluster: `${file} ${person}`,
    arm: row[armColumn] === 1 ? "treated" : "control",
    before: wave(row[before]),
    after: wave(row[after]),
  }));
}

test.each([
  ["exp", ["nsw_dw.csv"]],
  ["psid3m", ["matchit_lalonde.csv"]],
  ["psid1", ["nsw_dw.csv", "psid1_controls.csv"]],
])("agrees with R on two waves clustered by person: %s", (id, files) => {
  const rows = files.flatMap((file) => panel(`lalonde/${file}`, "treat", "re75", "re78"));
  const sample =
    files.length === 1 ? rows : rows.filter((row) => row.arm === "treated" || !`${row.cluster}`.includes("nsw"));
  const result = estimated(didCr1(sample));
  const { cell_means, ...expected } = lalonde(`${id}.did2x2.cr1`);
  expectRelative(result, asEstimate(expected));
  expectRelative(result.detail, {
    clusters: expected.G ?? 0,
    values: expected.N ?? 0,
    cells: {
      treated: { before: { mean: cell_means.t1_pre ?? 0 }, after: { mean: cell_means.t1_post ?? 0 } },
      control: { before: { mean: cell_means.t0_pre ?? 0 }, after: { mean: cell_means.t0_post ?? 0 } },
    },
  });
});

test("agrees with R on the fast-food stores, with and without the stores seen once", () => {
  const all = panel("card-krueger/stores.csv", "state", "fte", "fte2");
  const balanced = all.filter((row) => row.before.n + row.after.n === 2);
  const { G, N, ...unbalanced } = stores("did.unbalanced.cr1");
  expectRelative(didCr1(all), asEstimate(unbalanced));
  expectRelative(estimated(didCr1(all)).detail, { clusters: G ?? 0, values: N ?? 0 });
  expectRelative(didCr1(balanced), asEstimate(stores("did.balanced.cr1")));
});

const person = fc.record({
  arm: fc.constantFrom("treated" as const, "control" as const),
  before: fc.integer({ min: -1000, max: 1000 }),
  after: fc.integer({ min: -1000, max: 1000 }),
  team: fc.integer({ min: 0, max: 5 }),
});
type Person = { arm: "treated" | "control"; before: number; after: number; team: number };
const people = fc
  .array(person, { minLength: 12, maxLength: 40 })
  .filter((all) => didCr1(byTeam(all)).kind === "estimate" && didCr1(byPerson(all)).kind === "estimate");

const row = (one: Person, cluster: number | string): ClusterWaves => ({
  cluster,
  arm: one.arm,
  before: { n: 1, mean: one.before },
  after: { n: 1, mean: one.after },
});
function byPerson(all: readonly Person[]) {
  return all.map((one, index) => row(one, index));
}
function byTeam(all: readonly Person[]) {
  return all.map((one) => row(one, one.team));
}

test("moments of the change give the same figures when people are the clusters", () => {
  fc.assert(
    fc.property(people, (all) => {
      const change = (arm: string) =>
        momentsOf(all.filter((one) => one.arm === arm).map((one) => one.after - one.before));
      const short = estimated(didCr1FromChanges({ treated: change("treated"), control: change("control") }));
      const long = estimated(didCr1(byPerson(all)));
      expect(short.estimate).toBeCloseTo(long.estimate, 9);
      expectRelative([short.standardError, short.degreesOfFreedom], [long.standardError, long.degreesOfFreedom], 1e-9);
      expectRelative(short.n, long.n);
    }),
  );
});

test("team means give the same figures as the people one by one, in any order", () => {
  fc.assert(
    fc.property(people, (all) => {
      const groups = new Map<string, Person[]>();
      for (const one of all)
        groups.set(`${one.team} ${one.arm}`, [...(groups.get(`${one.team} ${one.arm}`) ?? []), one]);
      const mean = (group: Person[], at: "before" | "after") => momentsOf(group.map((one) => one[at])).mean;
      const aggregated = [...groups.values()].reverse().map(
        (group): ClusterWaves => ({
          cluster: group[0]?.team ?? -1,
          arm: group[0]?.arm ?? "control",
          before: { n: group.length, mean: mean(group, "before") },
          after: { n: group.length, mean: mean(group, "after") },
        }),
      );
      const one = estimated(didCr1(byTeam(all)));
      const other = estimated(didCr1(aggregated));
      expect(other.estimate).toBeCloseTo(one.estimate, 9);
      expect(other.standardError).toBeCloseTo(one.standardError ?? 0, 8);
      expect(other.n).toEqual(one.n);
    }),
  );
});

test("a shock shared by both arms changes nothing, and exchanging the arms turns the sign", () => {
  fc.assert(
    fc.property(people, fc.integer({ min: -500, max: 500 }), (all, shock) => {
      const before = estimated(didCr1(byTeam(all)));
      const shifted = estimated(didCr1(byTeam(all.map((one) => ({ ...one, after: one.after + shock })))));
      const turned = estimated(
        didCr1(byTeam(all.map((one) => ({ ...one, arm: one.arm === "treated" ? "control" : "treated" })))),
      );
      expect(shifted.estimate).toBeCloseTo(before.estimate, 9);
      expect(shifted.standardError).toBeCloseTo(before.standardError ?? 0, 8);
      expect(turned.estimate).toBeCloseTo(-before.estimate, 9);
      expect(turned.standardError).toBeCloseTo(before.standardError ?? 0, 8);
    }),
  );
});

const flat = (arm: "treated" | "control", cluster: number): ClusterWaves =>
  row({ arm, before: 1, after: 2, team: 0 }, cluster);

test.each([
  ["no-comparison", [flat("treated", 1), flat("treated", 2)]],
  ["no-comparison", [flat("treated", 1), { ...flat("control", 2), after: { n: 0, mean: null } }]],
  ["too-few-clusters", [flat("treated", 1), flat("treated", 1), flat("control", 2), flat("control", 3)]],
  ["no-variation", [flat("treated", 1), flat("treated", 2), flat("control", 3), flat("control", 4)]],
])("refuses to estimate: %s", (reason, rows) => {
  expect(didCr1(rows)).toMatchObject({ kind: "not-estimable", method: "did_cr1", reason });
});

test("refuses changes of too few people, or of no spread", () => {
  const group = { n: 1, mean: 1, variance: 0 };
  expect(didCr1FromChanges({ treated: group, control: group })).toMatchObject({ reason: "too-few-clusters" });
  const flatGroup = { n: 5, mean: 1, variance: 0 };
  expect(didCr1FromChanges({ treated: flatGroup, control: flatGroup })).toMatchObject({ reason: "no-variation" });
  expect(didCr1FromChanges({ treated: flatGroup, control: { ...group, n: 0 } })).toMatchObject({
    reason: "no-comparison",
  });
});
