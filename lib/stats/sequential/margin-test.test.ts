import fc from "fast-check";
import { expect, test } from "vitest";
import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { studentTQuantile } from "@/lib/stats/student-t";
import { tEstimate } from "@/lib/stats/t-estimate";
import { welch } from "@/lib/stats/welch";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { equivalence, type MarginTest, nonInferiority, superiority } from "./margin-test";

const n = { treated: 20, control: 20 };
const difference = (estimate: number, standardError: number, degreesOfFreedom = 38) =>
  tEstimate({ method: "given", estimate, standardError, degreesOfFreedom, confidence: 0.95, n });

function tested(result: ReturnType<typeof nonInferiority>): MarginTest {
  if (result.kind !== "margin-test") throw new Error(result.reason);
  return result;
}

test("the p value equals the level exactly where the interval touches the margin", () => {
  const critical = studentTQuantile(0.975, 38);
  const touching = difference(-2 + critical, 1);
  expectRelative(tested(nonInferiority(touching, { margin: 2, better: "higher" })).p, 0.025, 1e-10);
  expectRelative(tested(superiority(difference(critical, 1), { better: "higher" })).p, 0.025, 1e-10);
  const inside = difference(1 - studentTQuantile(0.95, 38) * 0.5, 0.5);
  expectRelative(tested(equivalence(inside, { margin: 1 })).p, 0.05, 1e-10);
});

test("not worse, better and as good are three questions, and the direction matters", () => {
  const slightlyWorse = difference(-0.5, 0.4);
  expect(tested(nonInferiority(slightlyWorse, { margin: 2, better: "higher" })).isShown).toBe(true);
  expect(tested(superiority(slightlyWorse, { better: "higher" })).isShown).toBe(false);
  expect(tested(equivalence(slightlyWorse, { margin: 2 })).isShown).toBe(true);
  expect(tested(equivalence(slightlyWorse, { margin: 1 })).isShown).toBe(false);
  const fewerErrors = difference(-3, 1);
  expect(tested(superiority(fewerErrors, { better: "lower" })).isShown).toBe(true);
  expect(tested(nonInferiority(fewerErrors, { margin: 1, better: "higher" })).isShown).toBe(false);
});

test("turning the outcome around turns the question around, and equivalence is the two of them", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.double({ min: 0.1, max: 2, noNaN: true }),
      fc.double({ min: 0, max: 4, noNaN: true }),
      (effect, error, margin) => {
        const up = tested(nonInferiority(difference(effect, error), { margin, better: "higher", alpha: 0.05 }));
        const down = tested(
          nonInferiority(difference(-effect, error), { margin: -margin, better: "lower", alpha: 0.05 }),
        );
        expectRelative(up.p, down.p ?? 0);
        expect(up.isShown).toBe(down.isShown);
        const other = tested(nonInferiority(difference(effect, error), { margin, better: "lower", alpha: 0.05 }));
        const both = tested(equivalence(difference(effect, error), { margin }));
        expect(both.isShown).toBe(up.isShown && other.isShown);
        expectRelative(both.p, Math.max(up.p ?? 0, other.p ?? 0));
      },
    ),
  );
});

test("an exact interval is judged as it stands, without a p value", () => {
  const exact = { ...difference(0.1, 0.02), standardError: null, interval: [0.05, 0.15], confidence: 0.9 } as Estimate;
  expect(nonInferiority(exact, { margin: 0.02, better: "higher" })).toMatchObject({ isShown: true, p: null });
  expectRelative(tested(nonInferiority(exact, { margin: 0.02, better: "higher" })).alpha, 0.05);
});

test("refuses what the estimate refuses and a margin that is not a number", () => {
  const refused = notEstimable("welch", "too-few-people", n);
  for (const result of [
    nonInferiority(refused, { margin: 1, better: "lower" }),
    superiority(refused, { better: "lower" }),
    equivalence(refused, { margin: 1 }),
  ]) {
    expect(result).toMatchObject({ kind: "not-estimable", reason: "too-few-people" });
  }
  expect(equivalence(difference(0, 1), { margin: Number.NaN })).toMatchObject({ reason: "not-finite" });
  expect(nonInferiority(difference(0, 1), { margin: Number.POSITIVE_INFINITY, better: "lower" })).toMatchObject({
    reason: "not-finite",
  });
});

test("at the margin itself, non-inferiority is claimed 2.5% and equivalence at most 5% of the time", () => {
  const random = seededRandom(31);
  const studies = 4000;
  const claims = { notWorse: 0, asGood: 0 };
  for (let study = 0; study < studies; study += 1) {
    const arm = (size: number, shift: number) => momentsOf(Array.from({ length: size }, () => shift + random.normal()));
    const estimate = welch({ treated: arm(30, -1), control: arm(50, 0) });
    if (tested(nonInferiority(estimate, { margin: 1, better: "higher" })).isShown) claims.notWorse += 1 / studies;
    if (tested(equivalence(estimate, { margin: 1 })).isShown) claims.asGood += 1 / studies;
  }
  expect(Math.abs(claims.notWorse - 0.025)).toBeLessThan(3 * Math.sqrt((0.025 * 0.975) / studies));
  expect(Math.abs(claims.asGood - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
}, 60_000);
