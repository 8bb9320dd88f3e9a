import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { effectSize, standardisedMeanDifference } from "./effect-size";
import type { Arms } from "./estimate";
import { type Moments, momentsOf } from "./moments";
import { sampleRatio } from "./sample-ratio";

const lalonde = expectedValues("lalonde");

function expectEffectSize(arms: Arms<Moments>, values: Record<string, number>) {
  expectRelative(effectSize(arms), {
    cohenD: values.d ?? 0,
    hedgesG: values.hedges_g ?? 0,
    pooledDeviation: values.pooled_sd ?? 0,
    glassDelta: values.glass_delta_control_sd ?? 0,
    standardError: values.d_se_normal_approx ?? 0,
    interval: {
      cohenD: [values.d_ci_low_noncentral_t ?? 0, values.d_ci_high_noncentral_t ?? 0],
      hedgesG: [values.g_ci_low_noncentral_t ?? 0, values.g_ci_high_noncentral_t ?? 0],
    },
  });
}

test("agrees with R on the job training programme and on the fast-food stores", () => {
  const rows = readRows("lalonde/nsw_dw.csv");
  const trainees = (treat: number) =>
    momentsOf(
      column(
        rows.filter((row) => row.treat === treat),
        "re78",
      ),
    );
  expectEffectSize({ treated: trainees(1), control: trainees(0) }, lalonde("exp.effect_size"));

  const stores = readRows("card-krueger/stores.csv").filter((row) => row.fte !== null && row.fte2 !== null);
  const changes = (state: number) =>
    momentsOf(stores.filter((row) => row.state === state).map((row) => (row.fte2 ?? 0) - (row.fte ?? 0)));
  expectEffectSize({ treated: changes(1), control: changes(0) }, expectedValues("card-krueger")("effect_size.change"));
});

test("balance agrees with R, over the spread of the treated", () => {
  const before = expectedValues<{ before: Record<string, number> }>("lalonde")("psid1.balance").before;
  const trained = readRows("lalonde/nsw_dw.csv").filter((row) => row.treat === 1);
  const others = readRows("lalonde/psid1_controls.csv");
  for (const [name, value] of Object.entries(before)) {
    const arms = { treated: momentsOf(column(trained, name)), control: momentsOf(column(others, name)) };
    expectRelative(standardisedMeanDifference(arms, "treated"), value);
  }
});

test("balance over both spreads, by hand", () => {
  const arms = { treated: { n: 5, mean: 3, variance: 1 }, control: { n: 9, mean: 1, variance: 7 } };
  expect(standardisedMeanDifference(arms)).toBe(1);
  expect(
    standardisedMeanDifference({ treated: { ...arms.treated, variance: 0 }, control: arms.control }, "treated"),
  ).toBeNull();
});

test.each([
  ["too-few-people", { n: 1, mean: 1, variance: 0 }],
  ["no-variation", { n: 9, mean: 1, variance: 0 }],
] as const)("refuses an effect size: %s", (reason, group) => {
  expect(effectSize({ treated: group, control: group })).toMatchObject({ kind: "not-estimable", reason });
});

// scipy 1.17.1: chisquare([185, 260], [222.5, 222.5]) and chisquare([50, 30, 40], [60, 30, 30]).
test("the sample ratio test agrees with the chi-square goodness of fit", () => {
  const arms = (...pairs: [number, number][]) => pairs.map(([people, share]) => ({ people, share }));
  expectRelative(
    sampleRatio(arms([185, 1], [260, 1])),
    { statistic: 12.640449438202246, p: 0.0003774892144266707 },
    1e-11,
  );
  expectRelative(
    sampleRatio(arms([50, 0.5], [30, 0.25], [40, 0.25])),
    { statistic: 5, degreesOfFreedom: 2, p: 0.0820849986238988 },
    1e-11,
  );
  expect(sampleRatio(arms([5, 1]))).toEqual({ kind: "not-estimable", reason: "no-comparison" });
  expect(sampleRatio(arms([0, 1], [0, 1]))).toEqual({ kind: "not-estimable", reason: "too-few-people" });
  expect(sampleRatio(arms([5, 1], [5, 1], [2, 0]))).toEqual({ kind: "not-estimable", reason: "no-denominator" });
});

test("refuses at once a spread that is only rounding, and one that is nothing beside the difference", () => {
  const arms = (variance: number) => ({
    treated: { n: 12, mean: 0.3, variance },
    control: { n: 15, mean: 0.1, variance: 0 },
  });
  expect(effectSize(arms(1e-33))).toMatchObject({ kind: "not-estimable", reason: "no-variation" });
  expect(effectSize(arms(1e-7))).toMatchObject({ kind: "not-estimable", reason: "no-variation" });
  expect(effectSize(arms(1e-3))).toMatchObject({ kind: "effect-size" });
  const still = { n: 12, mean: 0.3, variance: 1e-33 };
  expect(effectSize({ treated: still, control: still })).toMatchObject({ reason: "no-variation" });
});
