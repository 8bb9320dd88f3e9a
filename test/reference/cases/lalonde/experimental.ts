import { ancovaHc2FromRows } from "@/lib/stats/ancova-hc2";
import { cuped } from "@/lib/stats/cuped";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { minimumDetectableDifference, minimumDetectableEffectSize } from "@/lib/stats/minimum-detectable";
import { momentsOf } from "@/lib/stats/moments";
import { eValue } from "@/lib/stats/proportions/e-value";
import { riskRatio } from "@/lib/stats/proportions/ratio-of-proportions";
import { type QuantileType, quantile } from "@/lib/stats/quantile";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { descriptiveValues, errorRow, studentValues, welchAt } from "@/test/reference/ols-values";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import { effectSizeValues, mannWhitneyValues, twoProportionValues, welchValues } from "@/test/reference/shared-values";
import { adjusted, column, earnings, estimateRow, experiment, gains, names, twoWaves } from "./people";

const [y1, y0] = [earnings(experiment, 1), earnings(experiment, 0)];

function armsOf(covariates: readonly (typeof names)[number][]) {
  const arm = (treat: number) => {
    const members = experiment.filter((person) => person.treat === treat);
    return { outcome: column(members, "re78"), covariates: covariates.map((name) => column(members, name)) };
  };
  return { treated: arm(1), control: arm(0) };
}

function ancovaFit(): Computed {
  const slopes = adjusted(experiment, names);
  const spare = slopes.n - slopes.coefficients;
  const r2 = 1 - slopes.residualSquares / slopes.totalSquares;
  const coefficients = [slopes.intercept, ...slopes.estimates];
  return {
    r2,
    adj_r2: 1 - ((1 - r2) * (slopes.n - 1)) / spare,
    sigma: Math.sqrt(slopes.residualSquares / spare),
    f: r2 / (slopes.coefficients - 1) / ((1 - r2) / spare),
    coef: Object.fromEntries(["(Intercept)", "treat", ...names].map((name, index) => [name, coefficients[index]])),
  };
}

function cupedRow(name: "re75" | "re74"): Computed {
  const arm = (treat: number) => {
    const members = experiment.filter((person) => person.treat === treat);
    return jointMomentsOf([column(members, "re78"), column(members, name)]);
  };
  const moments = { treated: arm(1), control: arm(0) };
  const result = estimated(cuped(moments));
  const { theta, correlation, varianceRatio } = result.detail as Record<string, number>;
  const grand = momentsOf(column(experiment, name)).mean;
  const mean = (of: "treated" | "control") =>
    (moments[of].means[0] ?? 0) - (theta ?? 0) * ((moments[of].means[1] ?? 0) - grand);
  return {
    theta,
    correlation,
    variance_ratio_adj_over_raw: varianceRatio,
    n1: result.n.treated,
    n0: result.n.control,
    mean1: mean("treated"),
    mean0: mean("control"),
    ...estimateRow(result),
    level: result.confidence,
  };
}

const kinds = ["HC0", "HC1", "HC2", "HC3"] as const;
const quantileTypes = [1, 2, 4, 5, 6, 7, 8, 9] as const;
const shares = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const quantiles = (values: number[], type: QuantileType) => shares.map((share) => quantile(values, share, type));
const employed = (values: readonly number[]) => ({
  n: values.length,
  events: values.filter((value) => value > 0).length,
});
/** What is computed of the experiment itself. */
export const experimental: ReferenceCase["computed"] = {
  "exp.describe.treated": () => descriptiveValues(y1),
  "exp.describe.control": () => descriptiveValues(y0),
  ...Object.fromEntries(
    quantileTypes.map((type) => [
      `exp.quantiles.type${type}`,
      () => ({ treated: quantiles(y1, type), control: quantiles(y0, type) }),
    ]),
  ),
  "exp.welch": () => welchValues(y1, y0),
  "exp.welch.90": () => ({ ...welchValues(y1, y0), ...welchAt(y1, y0, 0.9) }),
  "exp.student": () => studentValues(y1, y0),
  ...Object.fromEntries(kinds.map((kind) => [`exp.ols.${kind}`, () => errorRow(adjusted(experiment, []), 0, kind)])),
  "exp.ancova.classical": () => errorRow(adjusted(experiment, names), 0, "classical"),
  ...Object.fromEntries(
    kinds.slice(1).map((kind) => [`exp.ancova.${kind}`, () => errorRow(adjusted(experiment, names), 0, kind)]),
  ),
  "exp.ancova.HC2": () => estimateRow(estimated(ancovaHc2FromRows(armsOf(names)))),
  "exp.ancova.r2": ancovaFit,
  ...Object.fromEntries(
    kinds.slice(2).map((kind) => [`exp.ancova_re75.${kind}`, () => errorRow(adjusted(experiment, ["re75"]), 0, kind)]),
  ),
  "exp.ancova_re75.HC2": () => estimateRow(estimated(ancovaHc2FromRows(armsOf(["re75"])))),
  "exp.lin.HC2": () => estimateRow(estimated(linHc2FromRows(armsOf(names)))),
  "exp.cuped.re75": () => cupedRow("re75"),
  "exp.cuped.re74": () => cupedRow("re74"),
  "exp.cuped_within.re75": () => {
    const [estimate, theta] = adjusted(experiment, ["re75"]).estimates;
    return { theta, estimate };
  },
  "exp.did2x2.cr1": () => twoWaves(experiment),
  "exp.gain.welch": () => welchValues(gains(experiment, 1), gains(experiment, 0)),
  "exp.effect_size": () => effectSizeValues(y1, y0),
  "exp.mde": () => {
    const arms = { treated: y1.length, control: y0.length };
    const d = minimumDetectableEffectSize(arms) ?? Number.NaN;
    const pooled = effectSizeValues(y1, y0).pooled_sd as number;
    return {
      d,
      dollars: d * pooled,
      d_normal_approx: minimumDetectableDifference({
        treated: { n: arms.treated, standardDeviation: 1 },
        control: { n: arms.control, standardDeviation: 1 },
      }),
    };
  },
  "exp.mannwhitney": () => mannWhitneyValues(y1, y0),
  "exp.employed78": () => {
    const [one, none] = [employed(y1), employed(y0)];
    return twoProportionValues(one.events, one.n, none.events, none.n);
  },
  "exp.employed78.evalue": () => {
    const ratio = estimated(riskRatio({ treated: employed(y1), control: employed(y0) }));
    const value = eValue(ratio.estimate, ratio.interval);
    const [ci_low, ci_high] = ratio.interval;
    return { rr: ratio.estimate, ci_low, ci_high, evalue_point: value?.estimate, evalue_ci: value?.limit };
  },
};
