import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { logitRegression } from "@/lib/stats/logit";
import { momentsOf } from "@/lib/stats/moments";
import { type Adjustment, adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { wilsonInterval } from "@/lib/stats/newcombe";
import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";
import { oneWayAnova } from "@/lib/stats/one-way-anova";
import { eValue } from "@/lib/stats/proportions/e-value";
import { independence } from "@/lib/stats/proportions/independence";
import { riskRatio } from "@/lib/stats/proportions/ratio-of-proportions";
import { pearsonCorrelation, spearmanCorrelation } from "@/lib/stats/ranks/correlation";
import { kruskalWallis } from "@/lib/stats/ranks/kruskal-wallis";
import { mannWhitney } from "@/lib/stats/ranks/mann-whitney";
import { welchAnova } from "@/lib/stats/welch-anova";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { count, left, numbers, overTime, rows, training } from "@/test/reference/ibm-hr-data";
import { cox, curvesByOvertime, logRankValues, overallCurve } from "@/test/reference/ibm-hr-survival";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import {
  defined,
  effectSizeValues,
  mannWhitneyValues,
  twoProportionValues,
  welchValues,
} from "@/test/reference/shared-values";

function groups(name: string) {
  const levels = [...new Set(rows.map((row) => row[name] ?? ""))].sort();
  return levels.map((level) => {
    const members = left.filter((_, person) => rows[person]?.[name] === level);
    return { level, n: members.length, left: count(members) };
  });
}

function attritionTest(name: string): Computed {
  const test = defined(independence(groups(name).map((group) => [group.n - group.left, group.left])), "test");
  return {
    chisq: test.statistic,
    df: test.degreesOfFreedom,
    p: test.p,
    cramers_v: test.cramersV,
    min_expected: test.smallestExpected,
  };
}

const split = (flags: readonly number[]) => {
  const members = left.filter((_, person) => flags[person] === 1);
  return {
    treated: { n: members.length, events: count(members) },
    control: { n: left.length - members.length, events: count(left) - count(members) },
  };
};

function proportions(flags: readonly number[]): Computed {
  const { treated, control } = split(flags);
  return twoProportionValues(treated.events, treated.n, control.events, control.n);
}

function overtimeEValue(): Computed {
  const ratio = estimated(riskRatio(split(overTime)));
  const value = eValue(ratio.estimate, ratio.interval);
  const [ci_low, ci_high] = ratio.interval;
  return { rr: ratio.estimate, ci_low, ci_high, evalue_point: value?.estimate, evalue_ci: value?.limit };
}

const covariates = [
  "Age",
  "MonthlyIncome",
  "JobSatisfaction",
  "YearsAtCompany",
  "DistanceFromHome",
  "StockOptionLevel",
];

function logit() {
  const fit = defined(logitRegression([training, overTime, ...covariates.map(numbers)], left), "logit");
  const coefficients = fit.coefficients.map((value) => value ?? Number.NaN);
  const errors = fit.covariance.map((row, k) => Math.sqrt(row[k] ?? Number.NaN));
  const z = coefficients.map((value, k) => value / (errors[k] ?? Number.NaN));
  return { fit, coefficients, errors, z, p: z.map(normalTwoSidedP) };
}

function logitValues(): Computed {
  const { fit, coefficients, errors, z, p } = logit();
  const margin = normalQuantile(0.975);
  const fitted = Array.from(fit.fitted);
  const ranked = mannWhitney({
    treated: fitted.filter((_, person) => left[person] === 1),
    control: fitted.filter((_, person) => left[person] === 0),
  });
  return {
    terms: ["(Intercept)", "TrainingTimesLastYear", "OverTimeYes", ...covariates],
    coef: coefficients,
    se: errors,
    z,
    p,
    or: coefficients.map(Math.exp),
    or_low: coefficients.map((value, k) => Math.exp(value - margin * (errors[k] ?? 0))),
    or_high: coefficients.map((value, k) => Math.exp(value + margin * (errors[k] ?? 0))),
    se_hc0: fit.robustCovariance.map((row, k) => Math.sqrt(row[k] ?? Number.NaN)),
    loglik: fit.logLikelihood.fitted,
    deviance: -2 * fit.logLikelihood.fitted,
    null_deviance: -2 * fit.logLikelihood.none,
    aic: 2 * coefficients.length - 2 * fit.logLikelihood.fitted,
    mcfadden_r2: 1 - fit.logLikelihood.fitted / fit.logLikelihood.none,
    auc: defined(ranked, "test").probabilityOfSuperiority,
    brier: momentsOf(fitted.map((value, person) => (value - (left[person] ?? 0)) ** 2)).mean,
  };
}

function adjusted(): Computed {
  const p = logit().p.slice(1);
  const by = (adjustment: Adjustment) => adjustP(p, adjustment);
  return {
    p,
    bh: by("benjamini_hochberg"),
    holm: by("holm"),
    bonferroni: by("bonferroni"),
    by: by("benjamini_yekutieli"),
  };
}

const arms = (name: string): [number[], number[]] => {
  const values = numbers(name);
  return [values.filter((_, person) => left[person] === 1), values.filter((_, person) => left[person] === 0)];
};

const correlated = [
  "JobSatisfaction",
  "TrainingTimesLastYear",
  "MonthlyIncome",
  "YearsAtCompany",
  "YearsSinceLastPromotion",
  "PercentSalaryHike",
];

const matrix = (value: (left: number[], right: number[]) => number) =>
  correlated.map((row) => correlated.map((column) => value(numbers(row), numbers(column))));

const pearson = (one: number[], other: number[]) =>
  defined(pearsonCorrelation(jointMomentsOf([one, other])), "correlation");

function correlationTest(): Computed {
  const result = pearson(training, numbers("JobSatisfaction"));
  const { value: r, t, degreesOfFreedom: df, p, interval } = result;
  return { r, t, df, p, ci_low: interval?.[0], ci_high: interval?.[1] };
}

function incomeByTraining(): Computed {
  const income = numbers("MonthlyIncome");
  const byLevel = [0, 1, 2, 3, 4, 5, 6].map((level) => income.filter((_, person) => training[person] === level));
  const anova = defined(oneWayAnova(byLevel.map(momentsOf)), "anova");
  const unequal = defined(welchAnova(byLevel.map(momentsOf)), "anova");
  const ranked = defined(kruskalWallis(byLevel), "test");
  return {
    f: anova.f,
    df1: anova.degreesOfFreedomBetween,
    df2: anova.degreesOfFreedomWithin,
    p: anova.p,
    ss_between: anova.squaresBetween,
    ss_within: anova.squaresWithin,
    eta_squared: anova.rSquared,
    welch_f: unequal.f,
    welch_df1: unequal.degreesOfFreedomBetween,
    welch_df2: unequal.degreesOfFreedomWithin,
    welch_p: unequal.p,
    kruskal_chisq: ranked.statistic,
    kruskal_df: ranked.degreesOfFreedom,
    kruskal_p: ranked.p,
  };
}

const outcomes = [
  "JobSatisfaction",
  "MonthlyIncome",
  "YearsSinceLastPromotion",
  "TrainingTimesLastYear",
  "PerformanceRating",
];
const approximation =
  "The approximation 1 - 3 / (4 df - 1) to the small-sample factor of Hedges' g; the exact factor is used instead.";

export const ibmHr: ReferenceCase = {
  folder: "ibm-hr",
  computed: {
    "attrition.overall": () => {
      const [wilson_low, wilson_high] = wilsonInterval({ n: left.length, events: count(left) });
      return { left: count(left), n: left.length, rate: momentsOf(left).mean, wilson_low, wilson_high };
    },
    ...Object.fromEntries(
      ["Department", "OverTime", "JobRole", "TrainingTimesLastYear"].flatMap((name) => [
        [
          `attrition.by.${name}`,
          () => ({ groups: groups(name).map((group) => ({ ...group, rate: group.left / group.n })) }),
        ],
        [`attrition.chisq.${name}`, () => attritionTest(name)],
      ]),
    ),
    "overtime.two_proportions": () => proportions(overTime),
    "training3plus.two_proportions": () => proportions(training.map((times) => (times >= 3 ? 1 : 0))),
    "overtime.evalue": overtimeEValue,
    "logit.attrition": logitValues,
    "bh.logit": adjusted,
    ...Object.fromEntries(
      outcomes.flatMap((name) => [
        [`${name}.welch`, () => welchValues(...arms(name))],
        [`${name}.mannwhitney`, () => mannWhitneyValues(...arms(name))],
        [`${name}.effect_size`, () => effectSizeValues(...arms(name))],
      ]),
    ),
    "correlation.pearson": () => ({ columns: correlated, r: matrix((one, other) => pearson(one, other).value) }),
    "correlation.spearman": () => ({
      columns: correlated,
      rho: matrix((one, other) => defined(spearmanCorrelation(one, other), "correlation").value),
    }),
    "correlation.test": correlationTest,
    "anova.income_by_training": incomeByTraining,
    "km.overall": overallCurve,
    "km.by_overtime": curvesByOvertime,
    "logrank.overtime": logRankValues,
    "cox.efron": () => cox("efron"),
    "cox.breslow": () => cox("breslow"),
  },
  without: Object.fromEntries(
    outcomes.flatMap((name) =>
      ["hedges_g_approx", "J_approx"].map((key) => [`${name}.effect_size.${key}`, approximation]),
    ),
  ),
  tolerance: { "logit.attrition": 1e-6, "bh.logit": 1e-6 },
};
