import fc from "fast-check";
import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { combineJointMoments, jointMomentsOf } from "./joint-moments";
import { combineMoments, momentsOf, noMoments } from "./moments";
import { oneWayAnova } from "./one-way-anova";

type Univariate = { mean: number; sd: number; log10_relative_error_R: { mean: number; sd: number } };
type Anova = Record<string, number> & { log10_relative_error_two_pass: { f: number; ss_within: number } };
const univariate = expectedValues<Univariate>("nist-strd");
const anova = expectedValues<Anova>("nist-strd");
const digits = (reached: number) => 10 ** -(reached - 1);

test.each(["Lew", "Lottery", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4"])(
  "holds the digits NIST certifies for %s, less one",
  (name) => {
    const { mean, sd, log10_relative_error_R: reached } = univariate(`univariate.${name}`);
    const moments = momentsOf(column(readRows(`nist-strd/data/${name}.csv`), "y"));
    expectRelative(moments.mean, mean, digits(reached.mean));
    expectRelative(Math.sqrt(moments.variance), sd, digits(reached.sd));
  },
);

test.each(["AtmWtAg", "SiRstv", ...Array.from({ length: 9 }, (_, index) => `SmLs0${index + 1}`)])(
  "the analysis of variance from moments holds NIST's digits for %s, less one",
  (name) => {
    const expected = anova(`anova.${name}`);
    const groups = new Map<number, number[]>();
    for (const { treatment, y } of readRows(`nist-strd/data/${name}.csv`)) {
      const group = groups.get(treatment ?? -1) ?? [];
      group.push(y ?? Number.NaN);
      groups.set(treatment ?? -1, group);
    }
    const result = oneWayAnova([...groups.values()].map(momentsOf));
    if (result.kind !== "anova") throw new Error(result.reason);
    const { f, ss_within } = expected.log10_relative_error_two_pass;
    expectRelative(result.f, expected.f ?? 0, digits(f));
    expectRelative(result.squaresWithin, expected.ss_within ?? 0, digits(ss_within));
    expectRelative(result.squaresBetween, expected.ss_between ?? 0, digits(f));
    expectRelative(result.rSquared, expected.r_squared ?? 0, digits(f));
    expectRelative(
      Math.sqrt(result.squaresWithin / result.degreesOfFreedomWithin),
      expected.residual_sd ?? 0,
      digits(ss_within),
    );
    expect(result.degreesOfFreedomBetween).toBe(expected.df_between);
    expect(result.degreesOfFreedomWithin).toBe(expected.df_within);
  },
);

test("describes both arms of the job training programme as R does", () => {
  const rows = readRows("lalonde/nsw_dw.csv");
  for (const [arm, treat] of [
    ["treated", 1],
    ["control", 0],
  ] as const) {
    const { n = 0, mean = 0, var: variance = 0 } = expectedValues("lalonde")(`exp.describe.${arm}`);
    expectRelative(
      momentsOf(
        column(
          rows.filter((row) => row.treat === treat),
          "re78",
        ),
      ),
      { n, mean, variance },
      1e-13,
    );
  }
});

const values = fc.array(
  fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 8),
  { maxLength: 40 },
);

test("moments of two groups combine to the moments of all", () => {
  fc.assert(
    fc.property(values, values, (left, right) => {
      const combined = combineMoments(momentsOf(left), momentsOf(right));
      const whole = momentsOf([...left, ...right]);
      expect(combined.n).toBe(whole.n);
      expect(combined.mean).toBeCloseTo(whole.mean, 9);
      expect(combined.variance).toBeCloseTo(whole.variance, 6);
    }),
  );
});

test("joint moments of two groups combine to the joint moments of all, in any order", () => {
  fc.assert(
    fc.property(values, values, (left, right) => {
      const pair = (group: number[]) => [group, group.map((value, index) => value * (index % 3))];
      const [first = [], second = []] = pair(left);
      const [third = [], fourth = []] = pair(right);
      const combined = combineJointMoments(jointMomentsOf([third, fourth]), jointMomentsOf([first, second]));
      const whole = jointMomentsOf([
        [...first, ...third],
        [...second, ...fourth],
      ]);
      expect(combined.n).toBe(whole.n);
      for (const row of [0, 1]) {
        expect(combined.means[row]).toBeCloseTo(whole.means[row] ?? 0, 8);
        for (const other of [0, 1]) {
          expect(combined.covariance[row]?.[other]).toBeCloseTo(whole.covariance[row]?.[other] ?? 0, 5);
        }
      }
    }),
  );
});

test("a common offset of a million million costs the spread nothing", () => {
  expect(momentsOf([1, 2, 4].map((value) => value + 1e12)).variance).toBeCloseTo(momentsOf([1, 2, 4]).variance, 12);
});

test("nobody has no moments, and one person no variance", () => {
  expect(momentsOf([])).toEqual(noMoments);
  expect(momentsOf([3])).toEqual({ n: 1, mean: 3, variance: 0 });
});

test.each([
  ["no-comparison", [momentsOf([1, 2]), noMoments]],
  ["too-few-people", [momentsOf([1]), momentsOf([2])]],
  ["no-variation", [momentsOf([1, 1]), momentsOf([2, 2])]],
])("the analysis of variance refuses: %s", (reason, groups) => {
  expect(oneWayAnova(groups)).toEqual({ kind: "not-estimable", reason });
});
