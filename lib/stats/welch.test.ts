import fc from "fast-check";
import { expect, test } from "vitest";
import { asEstimate, estimated, expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { didWelch } from "./did-welch";
import type { Arms } from "./estimate";
import { type Moments, momentsOf } from "./moments";
import { welch } from "./welch";

const expected = expectedValues("lalonde");
const stores = expectedValues("card-krueger");

const byTreatment = (file: string, read: (row: Record<string, number>) => number): Arms<Moments> => {
  const rows = readRows(file) as Record<string, number>[];
  const arm = (treat: number) => momentsOf(rows.filter((row) => row.treat === treat).map(read));
  return { treated: arm(1), control: arm(0) };
};
const outcome = (row: Record<string, number>) => row.re78 ?? Number.NaN;
const gain = (row: Record<string, number>) => (row.re78 ?? Number.NaN) - (row.re75 ?? Number.NaN);

test("agrees with R on the randomised programme, at two levels of confidence", () => {
  const arms = byTreatment("lalonde/nsw_dw.csv", outcome);
  expectRelative(welch(arms), asEstimate(expected("exp.welch")));
  expectRelative(welch(arms, 0.9), asEstimate(expected("exp.welch.90")));
});

test("agrees with R on the observational comparisons", () => {
  expectRelative(
    welch(byTreatment("lalonde/matchit_lalonde.csv", outcome)),
    asEstimate(expected("psid3m.naive.welch")),
  );
  const treated = byTreatment("lalonde/nsw_dw.csv", outcome).treated;
  const control = momentsOf(column(readRows("lalonde/psid1_controls.csv"), "re78"));
  expectRelative(welch({ treated, control }), asEstimate(expected("psid1.naive.welch")));
});

test("on changes agrees with R's test of the gains", () => {
  expectRelative(didWelch(byTreatment("lalonde/nsw_dw.csv", gain)), asEstimate(expected("exp.gain.welch")));
  expectRelative(didWelch(byTreatment("lalonde/matchit_lalonde.csv", gain)), asEstimate(expected("psid3m.gain.welch")));
  const control = momentsOf((readRows("lalonde/psid1_controls.csv") as Record<string, number>[]).map(gain));
  const { treated } = byTreatment("lalonde/nsw_dw.csv", gain);
  expectRelative(didWelch({ treated, control }), asEstimate(expected("psid1.gain.welch")));
});

test("agrees with R on the fast-food stores, waves with gaps and changes without", () => {
  const rows = readRows("card-krueger/stores.csv");
  const arm = (state: number, read: (row: Record<string, number | null>) => number | null) =>
    momentsOf(
      rows
        .filter((row) => row.state === state)
        .map(read)
        .filter((value) => value !== null),
    );
  const arms = (read: (row: Record<string, number | null>) => number | null) => ({
    treated: arm(1, read),
    control: arm(0, read),
  });
  const change = (from: number | null | undefined, to: number | null | undefined) =>
    typeof from === "number" && typeof to === "number" ? to - from : null;
  expectRelative(welch(arms((row) => row.fte ?? null)), asEstimate(stores("fte.welch")));
  expectRelative(welch(arms((row) => row.fte2 ?? null)), asEstimate(stores("fte2.welch")));
  expectRelative(didWelch(arms((row) => change(row.fte, row.fte2))), asEstimate(stores("did.balanced.gain.welch")));
  expectRelative(didWelch(arms((row) => change(row.fte, row.fte2_temp0))), asEstimate(stores("did.temp0.gain.welch")));
});

const moments = fc.record({
  n: fc.integer({ min: 2, max: 400 }),
  mean: fc.integer({ min: -5000, max: 5000 }).map((cents) => cents / 100),
  variance: fc.integer({ min: 1, max: 10_000 }).map((cents) => cents / 100),
});

test("exchanging the arms turns the sign and nothing else", () => {
  fc.assert(
    fc.property(moments, moments, (treated, control) => {
      const there = estimated(welch({ treated, control }));
      const back = estimated(welch({ treated: control, control: treated }));
      expectRelative([back.estimate, back.interval[0]], [-there.estimate, -there.interval[1]], 1e-12);
      expectRelative([back.standardError, back.p], [there.standardError, there.p], 1e-12);
    }),
  );
});

test("scaling the outcome scales effect and error and leaves p alone", () => {
  fc.assert(
    fc.property(moments, moments, fc.double({ min: 0.001, max: 1000, noNaN: true }), (treated, control, by) => {
      const scaled = (arm: Moments) => ({ n: arm.n, mean: arm.mean * by, variance: arm.variance * by * by });
      const before = estimated(welch({ treated, control }));
      const after = estimated(welch({ treated: scaled(treated), control: scaled(control) }));
      expectRelative(
        [after.estimate, after.standardError, after.p],
        [before.estimate * by, (before.standardError ?? 0) * by, before.p],
        1e-9,
      );
    }),
  );
});

test("a shock shared by both arms changes nothing", () => {
  const shift = (arm: Moments) => ({ ...arm, mean: arm.mean + 3 });
  const arms = byTreatment("lalonde/nsw_dw.csv", gain);
  const before = estimated(didWelch(arms));
  const after = estimated(didWelch({ treated: shift(arms.treated), control: shift(arms.control) }));
  expectRelative([after.estimate, after.standardError], [before.estimate, before.standardError], 1e-12);
});

test.each([
  ["no-comparison", { n: 0, mean: 0, variance: 0 }],
  ["too-few-people", { n: 1, mean: 1, variance: 0 }],
  ["no-variation", { n: 9, mean: 1, variance: 0 }],
  ["not-finite", { n: 9, mean: Number.NaN, variance: 1 }],
] as const)("refuses to estimate: %s", (reason, group) => {
  expect(welch({ treated: group, control: { ...group, n: group.n && group.n + 1 } })).toEqual({
    kind: "not-estimable",
    method: "welch",
    reason,
    n: { treated: group.n, control: group.n && group.n + 1 },
  });
});
