import { expect, test } from "vitest";
import { asEstimate, estimated, expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { cuped } from "./cuped";
import type { Arms } from "./estimate";
import { type JointMoments, jointMomentsOf } from "./joint-moments";

const expected = expectedValues("lalonde");

function programme(covariate: string): Arms<JointMoments> {
  const rows = readRows("lalonde/nsw_dw.csv");
  const arm = (treat: number) => {
    const people = rows.filter((row) => row.treat === treat);
    return jointMomentsOf([column(people, "re78"), column(people, covariate)]);
  };
  return { treated: arm(1), control: arm(0) };
}

test.each(["re75", "re74"])("agrees with R, adjusting by %s", (covariate) => {
  const { theta = 0, correlation = 0, variance_ratio_adj_over_raw = 0, ...row } = expected(`exp.cuped.${covariate}`);
  const result = estimated(cuped(programme(covariate)));
  expectRelative(result, asEstimate(row));
  expectRelative(result.detail, { theta, correlation, varianceRatio: variance_ratio_adj_over_raw });
});

test("exchanging the arms turns the sign, and a unit change of the covariate changes nothing", () => {
  const { treated, control } = programme("re75");
  const inCents = (arm: JointMoments): JointMoments => ({
    n: arm.n,
    means: arm.means.map((mean, index) => mean * 100 ** index),
    covariance: arm.covariance.map((row, index) => row.map((value, other) => value * 100 ** (index + other))),
  });
  const { estimate, standardError } = estimated(cuped({ treated, control }));
  expectRelative(cuped({ treated: control, control: treated }), { estimate: -estimate, standardError }, 1e-12);
  expectRelative(cuped({ treated: inCents(treated), control: inCents(control) }), { estimate, standardError }, 1e-10);
});

const arm = (outcome: number[], covariate: number[]) => jointMomentsOf([outcome, covariate]);

test.each([
  ["collinear", arm([1, 2, 3], [5, 5, 5]), arm([1, 2, 4], [5, 5, 5])],
  ["no-comparison", arm([], []), arm([1, 2, 4], [5, 4, 5])],
  ["too-few-people", arm([1], [2]), arm([1, 2, 4], [5, 4, 5])],
  ["no-variation", arm([0.1, 0.2, 0.3], [1, 2, 3]), arm([0.2, 0.3, 0.7], [2, 3, 7])],
])("refuses to estimate: %s", (reason, treated, control) => {
  expect(cuped({ treated, control })).toMatchObject({ kind: "not-estimable", method: "cuped", reason });
});
