import fc from "fast-check";
import { expect, test } from "vitest";
import { asEstimate, estimated, expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { ancovaFit, ancovaHc2, ancovaHc2FromRows } from "./ancova-hc2";
import type { Arms } from "./estimate";
import { type ArmRows, addMeat, meatOf } from "./hc2";
import { combineJointMoments, jointMomentsOf } from "./joint-moments";
import { linFit, linHc2, linHc2FromRows } from "./lin-hc2";
import { momentsOf } from "./moments";
import { welch } from "./welch";

const expected = expectedValues("lalonde");
const everyCovariate = ["age", "educ", "black", "hisp", "marr", "nodegree", "re74", "re75"];

function programme(names: readonly string[]): Arms<ArmRows> {
  const rows = readRows("lalonde/nsw_dw.csv");
  return {
    treated: armOf(
      rows.filter((row) => row.treat === 1),
      names,
    ),
    control: armOf(
      rows.filter((row) => row.treat === 0),
      names,
    ),
  };
}

function armOf(people: ReturnType<typeof readRows>, names: readonly string[]): ArmRows {
  return { outcome: column(people, "re78"), covariates: names.map((name) => column(people, name)) };
}

test("the interacted regression agrees with estimatr::lm_lin", () => {
  expectRelative(linHc2FromRows(programme(everyCovariate)), asEstimate(expected("exp.lin.HC2")));
});

test("the plain regression agrees with R's lm and vcovHC", () => {
  expectRelative(ancovaHc2FromRows(programme(everyCovariate)), asEstimate(expected("exp.ancova.HC2")));
  expectRelative(ancovaHc2FromRows(programme(["re75"])), asEstimate(expected("exp.ancova_re75.HC2")));
  expectRelative(ancovaHc2FromRows(programme([])), asEstimate(expected("exp.ols.HC2")));
});

test("the plain regression agrees with R on an observational comparison", () => {
  const rows = {
    treated: programme(everyCovariate).treated,
    control: armOf(readRows("lalonde/psid1_controls.csv"), everyCovariate),
  };
  const { estimate = 0, se_hc2 = 0, df = 0 } = expected("psid1.ols_adjusted");
  expectRelative(ancovaHc2FromRows(rows), { estimate, standardError: se_hc2, degreesOfFreedom: df });
});

test("without covariates both equal the difference in means with Welch's error", () => {
  const rows = programme([]);
  const simple = estimated(
    welch({ treated: momentsOf(rows.treated.outcome), control: momentsOf(rows.control.outcome) }),
  );
  for (const result of [linHc2FromRows(rows), ancovaHc2FromRows(rows)]) {
    expectRelative(estimated(result), { estimate: simple.estimate, standardError: simple.standardError }, 1e-12);
  }
});

test("a covariate that is constant or repeats others is dropped, the later one", () => {
  const clean = programme(["re75", "age"]);
  const padded = (rows: ArmRows): ArmRows => ({
    outcome: rows.outcome,
    covariates: [
      rows.covariates[0] ?? [],
      rows.outcome.map(() => 7.3),
      rows.covariates[1] ?? [],
      (rows.covariates[0] ?? []).map((value, person) => 2 * value - 0.1 * (rows.covariates[1]?.[person] ?? 0)),
    ],
  });
  const messy = { treated: padded(clean.treated), control: padded(clean.control) };
  for (const [estimator, interactions] of [
    [linHc2FromRows, [1, 3]],
    [ancovaHc2FromRows, []],
  ] as const) {
    const { estimate, standardError, degreesOfFreedom } = estimated(estimator(clean));
    const result = estimated(estimator(messy));
    expectRelative(result, { estimate, standardError, degreesOfFreedom }, 1e-9);
    expect(result.detail?.dropped).toEqual({ covariates: [1, 3], interactions });
  }
});

// Expected by numpy: y on one, arm and the centred covariate, HC2 from the hat matrix.
test("a covariate that varies in one arm only keeps its slope there and loses its interaction, as in lm", () => {
  const rows: Arms<ArmRows> = {
    treated: { outcome: [1, 3, 2, 6, 5], covariates: [[1, 2, 3, 4, 6]] },
    control: { outcome: [2, 1, 4, 3], covariates: [[2, 2, 2, 2]] },
  };
  const result = estimated(linHc2FromRows(rows));
  expect(result.detail?.dropped).toEqual({ covariates: [], interactions: [0] });
  expectRelative(
    result,
    { estimate: -0.121621621621623, standardError: 0.853542624674106, degreesOfFreedom: 6 },
    1e-12,
  );
});

test("chunks of the second pass and of the moments add up", () => {
  const { treated, control } = programme(["re75", "age"]);
  const part = (arm: ArmRows, from: number, to?: number): ArmRows => ({
    outcome: arm.outcome.slice(from, to),
    covariates: arm.covariates.map((values) => values.slice(from, to)),
  });
  const chunks = (arm: ArmRows) => [part(arm, 0, 50), part(arm, 50, 51), part(arm, 51)];
  const moments = (arm: ArmRows) =>
    chunks(arm)
      .map((chunk) => jointMomentsOf([chunk.outcome, ...chunk.covariates]))
      .reduce(combineJointMoments);
  for (const [firstPass, close, whole] of [
    [linFit, linHc2, linHc2FromRows],
    [ancovaFit, ancovaHc2, ancovaHc2FromRows],
  ] as const) {
    const fit = firstPass({ treated: moments(treated), control: moments(control) });
    if (fit.kind !== "fit") throw new Error(fit.reason);
    const meats = [
      ...chunks(treated).map((chunk) => meatOf(fit.passes.treated, chunk.outcome, chunk.covariates)),
      ...chunks(control).map((chunk) => meatOf(fit.passes.control, chunk.outcome, chunk.covariates)),
    ];
    const { estimate, standardError, p } = estimated(whole({ treated, control }));
    expectRelative(close(fit, meats.reduce(addMeat)), { estimate, standardError, p }, 1e-10);
  }
});

const person = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }));
const group = fc
  .array(person, { minLength: 6, maxLength: 15 })
  .map((people): ArmRows => ({ outcome: people.map(([y]) => y), covariates: [people.map(([, x]) => x)] }));
const arms = fc
  .record({ treated: group, control: group })
  .filter((rows) => linHc2FromRows(rows).kind === "estimate" && ancovaHc2FromRows(rows).kind === "estimate");
const mapArms = (rows: Arms<ArmRows>, change: (arm: ArmRows) => ArmRows) => ({
  treated: change(rows.treated),
  control: change(rows.control),
});

test("relabelling, order, units and offsets of outcome and covariate do what they must", () => {
  fc.assert(
    fc.property(arms, (rows) => {
      for (const estimator of [linHc2FromRows, ancovaHc2FromRows]) {
        const { estimate, standardError } = estimated(estimator(rows));
        const expectEffect = (changed: Arms<ArmRows>, factor: number) => {
          const result = estimated(estimator(changed));
          expect(result.estimate).toBeCloseTo(estimate * factor, 7);
          expect(result.standardError).toBeCloseTo((standardError ?? 0) * Math.abs(factor), 7);
        };
        expectEffect({ treated: rows.control, control: rows.treated }, -1);
        expectEffect(
          mapArms(rows, (arm) => ({
            outcome: arm.outcome.toReversed(),
            covariates: arm.covariates.map((x) => x.toReversed()),
          })),
          1,
        );
        expectEffect(
          mapArms(rows, (arm) => ({ ...arm, outcome: arm.outcome.map((y) => 5 * y + 100) })),
          5,
        );
        expectEffect(
          mapArms(rows, (arm) => ({ ...arm, covariates: arm.covariates.map((x) => x.map((v) => 40 - 3 * v)) })),
          1,
        );
      }
    }),
  );
});

const arm = (outcome: number[], covariate: number[]): ArmRows => ({ outcome, covariates: [covariate] });

test.each([
  ["no-comparison", arm([], []), arm([1, 2, 4], [1, 2, 2])],
  ["too-few-people", arm([1], [1]), arm([1, 2, 4], [1, 2, 2])],
  ["too-few-people", arm([1, 2], [1, 3]), arm([1, 2], [4, 2])],
  ["full-leverage", arm([1, 2, 2, 7], [0, 0, 0, 1]), arm([1, 2, 4, 5], [1, 2, 2, 3])],
  ["no-variation", arm([3, 3, 3, 3], [1, 2, 3, 5]), arm([2, 2, 2, 2], [1, 4, 2, 2])],
])("the interacted regression refuses: %s", (reason, treated, control) => {
  expect(linHc2FromRows({ treated, control })).toMatchObject({ kind: "not-estimable", method: "lin_hc2", reason });
});
