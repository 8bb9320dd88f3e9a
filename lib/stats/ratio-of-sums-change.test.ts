import { expect, test } from "vitest";
import { didWelch } from "./did-welch";
import type { JointMoments } from "./joint-moments";
import { jointMomentsOf } from "./joint-moments";
import { momentsOf } from "./moments";
import { ratioOfSumsChange, ratioOfSumsDid } from "./ratio-of-sums-change";

const treated = { n1: [4, 6, 9, 3, 7], d1: [10, 12, 20, 9, 11], n0: [5, 9, 9, 6, 6], d0: [11, 12, 18, 10, 10] };
const control = { n1: [5, 5, 8, 6], d1: [10, 14, 16, 9], n0: [4, 6, 8, 5], d0: [9, 14, 15, 10] };
const momentsOfRows = ({ n1, d1, n0, d0 }: typeof treated): JointMoments => jointMomentsOf([n1, d1, n0, d0]);

test("the change is that of the sums, and its error that of each person's linearised part", () => {
  const [later, earlier] = [29 / 62, 35 / 61];
  const parts = treated.n1.map(
    (value, i) =>
      (value - later * (treated.d1[i] ?? 0)) / (62 / 5) -
      ((treated.n0[i] ?? 0) - earlier * (treated.d0[i] ?? 0)) / (61 / 5),
  );
  const result = ratioOfSumsChange(momentsOfRows(treated));
  expect(result).toMatchObject({ kind: "figure", value: expect.closeTo(later - earlier, 12) });
  expect(result.kind === "figure" && result.standardError).toBeCloseTo(Math.sqrt(momentsOf(parts).variance / 5), 12);
});

test("with denominators of one it is Welch on the changes", () => {
  const ones = (rows: typeof treated) => ({ ...rows, d1: rows.n1.map(() => 1), d0: rows.n1.map(() => 1) });
  const changes = (rows: typeof treated) => momentsOf(rows.n1.map((value, i) => value - (rows.n0[i] ?? 0)));
  const found = ratioOfSumsDid({ treated: momentsOfRows(ones(treated)), control: momentsOfRows(ones(control)) });
  const expected = didWelch({ treated: changes(treated), control: changes(control) });
  if (found.kind !== "estimate" || expected.kind !== "estimate") throw new Error("not estimable");
  expect(found.estimate).toBeCloseTo(expected.estimate, 12);
  expect(found.standardError).toBeCloseTo(expected.standardError ?? 0, 12);
  expect(found.p).toBeCloseTo(expected.p, 12);
});

test("swapping the groups turns the sign, scaling scales", () => {
  const arms = { treated: momentsOfRows(treated), control: momentsOfRows(control) };
  const scaled = (rows: typeof treated) => ({
    ...rows,
    n1: rows.n1.map((x) => 100 * x),
    n0: rows.n0.map((x) => 100 * x),
  });
  const one = ratioOfSumsDid(arms);
  const other = ratioOfSumsDid({ treated: arms.control, control: arms.treated });
  const hundred = ratioOfSumsDid({ treated: momentsOfRows(scaled(treated)), control: momentsOfRows(scaled(control)) });
  if (one.kind !== "estimate" || other.kind !== "estimate" || hundred.kind !== "estimate") throw new Error("none");
  expect(other.estimate).toBeCloseTo(-one.estimate, 12);
  expect(other.interval[0]).toBeCloseTo(-one.interval[1], 12);
  expect(hundred.estimate).toBeCloseTo(100 * one.estimate, 9);
  expect(hundred.standardError).toBeCloseTo(100 * (one.standardError ?? 0), 9);
});

test("refuses denominators of nothing, one person, and changes that are all alike", () => {
  const nothing = momentsOfRows({ ...treated, d1: [0, 0, 0, 0, 0] });
  expect(ratioOfSumsChange(nothing)).toMatchObject({ kind: "not-estimable", reason: "no-denominator" });
  expect(ratioOfSumsDid({ treated: nothing, control: momentsOfRows(control) })).toMatchObject({
    reason: "no-denominator",
  });
  const alone = momentsOfRows({ n1: [1], d1: [2], n0: [1], d0: [4] });
  expect(ratioOfSumsChange(alone)).toMatchObject({ reason: "too-few-people", value: 0.25 });
  const same = momentsOfRows({ n1: [2, 3], d1: [1, 1], n0: [1, 2], d0: [1, 1] });
  expect(ratioOfSumsDid({ treated: same, control: same })).toMatchObject({ reason: "no-variation" });
});
