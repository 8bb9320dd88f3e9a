import { ancovaHc2FromRows } from "@/lib/stats/ancova-hc2";
import { cuped } from "@/lib/stats/cuped";
import { didCr1 } from "@/lib/stats/did-cr1";
import type { Estimated } from "@/lib/stats/estimate";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { type ErrorKind, heteroskedasticError } from "@/lib/stats/linear/heteroskedastic-error";
import { fitSlopes } from "@/lib/stats/linear/slopes";
import { logitRegression } from "@/lib/stats/logit";
import { abadieImbens } from "@/lib/stats/matching/abadie-imbens";
import { balanceTable } from "@/lib/stats/matching/balance-table";
import type { ComparedRows } from "@/lib/stats/matching/compared-rows";
import { inverseProbability, type WeightingDetail, weightsOf } from "@/lib/stats/matching/inverse-probability";
import { differencesOf, matchedPairs } from "@/lib/stats/matching/matched-pairs";
import { type MatchedPair, nearestNeighbour } from "@/lib/stats/matching/nearest-neighbour";
import { propensity } from "@/lib/stats/matching/propensity";
import { rosenbaumBounds } from "@/lib/stats/matching/rosenbaum-bounds";
import { minimumDetectableDifference, minimumDetectableEffectSize } from "@/lib/stats/minimum-detectable";
import { momentsOf } from "@/lib/stats/moments";
import { doublyRobustLevel } from "@/lib/stats/panel/doubly-robust-did";
import { eValue } from "@/lib/stats/proportions/e-value";
import { riskRatio } from "@/lib/stats/proportions/ratio-of-proportions";
import { type QuantileType, quantile } from "@/lib/stats/quantile";
import { signedRank } from "@/lib/stats/ranks/signed-rank";
import { welch } from "@/lib/stats/welch";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { readTexts } from "@/test/fixtures/reference/read-reference";
import { descriptiveValues, errorRow, rowOf, studentValues, welchAt } from "@/test/reference/ols-values";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import {
  defined,
  effectSizeValues,
  mannWhitneyValues,
  twoProportionValues,
  welchValues,
} from "@/test/reference/shared-values";

const names = ["age", "educ", "black", "hisp", "marr", "nodegree", "re74", "re75"] as const;
type Person = Record<(typeof names)[number] | "treat" | "re78", number>;

function read(file: string): Person[] {
  return readTexts(`lalonde/${file}`).map((row) => {
    const value = (name: string) => Number(row[name]);
    const race = row.race;
    return {
      treat: value("treat"),
      age: value("age"),
      educ: value("educ"),
      black: race === undefined ? value("black") : Number(race === "black"),
      hisp: race === undefined ? value("hisp") : Number(race === "hispan"),
      marr: row.married === undefined ? value("marr") : value("married"),
      nodegree: value("nodegree"),
      re74: value("re74"),
      re75: value("re75"),
      re78: value("re78"),
    };
  });
}

const experiment = read("nsw_dw.csv");
const trained = experiment.filter(({ treat }) => treat === 1);
const samples = {
  psid3m: read("matchit_lalonde.csv"),
  cps1: [...trained, ...read("cps1_controls.csv")],
  psid1: [...trained, ...read("psid1_controls.csv")],
};

const column = (people: readonly Person[], name: keyof Person) => people.map((person) => person[name]);
const earnings = (people: readonly Person[], treat: number) =>
  people.filter((person) => person.treat === treat).map(({ re78 }) => re78);
const [y1, y0] = [earnings(experiment, 1), earnings(experiment, 0)];
const gains = (people: readonly Person[], treat: number) =>
  people.filter((person) => person.treat === treat).map(({ re75, re78 }) => re78 - re75);
const adjusted = (people: readonly Person[], covariates: readonly (typeof names)[number][]) =>
  fitSlopes([column(people, "treat"), ...covariates.map((name) => column(people, name))], column(people, "re78"));
const estimateRow = (result: Estimated) => rowOf(result, result.degreesOfFreedom);

function twoWaves(people: readonly Person[]): Computed {
  const result = estimated(
    didCr1(
      people.map(({ treat, re75, re78 }, cluster) => ({
        cluster,
        arm: treat === 1 ? "treated" : "control",
        before: { n: 1, mean: re75 },
        after: { n: 1, mean: re78 },
      })),
    ),
  );
  const { cells, clusters, values, coefficients } = result.detail as {
    cells: Record<"treated" | "control", Record<"before" | "after", { mean: number }>>;
    clusters: number;
    values: number;
    coefficients: number;
  };
  return {
    ...estimateRow(result),
    G: clusters,
    N: values,
    K: coefficients,
    cell_means: {
      t1_pre: cells.treated.before.mean,
      t1_post: cells.treated.after.mean,
      t0_pre: cells.control.before.mean,
      t0_post: cells.control.after.mean,
    },
  };
}

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

function observational(id: keyof typeof samples): ReferenceCase["computed"] {
  const people = samples[id];
  const treated = column(people, "treat");
  const covariates = names.map((name) => column(people, name));
  const rows: ComparedRows = { treated, outcome: column(people, "re78"), covariates };
  let scores: Float64Array | undefined;
  const score = () => {
    scores ??= defined(propensity(rows), "propensity").scores;
    return scores;
  };
  const byName = (values: readonly unknown[]) => Object.fromEntries(names.map((name, index) => [name, values[index]]));
  const pairsOf = (replacement: boolean) => nearestNeighbour(score(), treated, { replacement });
  const meanDifference = (pairs: readonly MatchedPair[]) => momentsOf(differencesOf(pairs, rows.outcome)).mean;

  return {
    [`${id}.naive.welch`]: () => welchValues(earnings(people, 1), earnings(people, 0)),
    [`${id}.naive.student`]: () => studentValues(earnings(people, 1), earnings(people, 0)),
    [`${id}.gain.welch`]: () => welchValues(gains(people, 1), gains(people, 0)),
    [`${id}.did2x2.cr1`]: () => twoWaves(people),
    [`${id}.ols_adjusted`]: () => {
      const slopes = adjusted(people, names);
      const kinds: [string, ErrorKind][] = [
        ["se_hc1", "HC1"],
        ["se_hc2", "HC2"],
        ["se_hc3", "HC3"],
      ];
      const errors = kinds.map(([key, kind]) => [key, heteroskedasticError(slopes, 0, kind)]);
      return { ...errorRow(slopes, 0, "classical"), ...Object.fromEntries(errors) };
    },
    [`${id}.ps_logit`]: () => {
      const fit = defined(logitRegression(covariates, treated), "logit");
      const labels = ["(Intercept)", ...names];
      const of = (arm: number) => [...score()].filter((_, row) => treated[row] === arm);
      const range = (values: number[]) => ({ min: Math.min(...values), max: Math.max(...values) });
      const [one, none] = [range(of(1)), range(of(0))];
      return {
        coef: Object.fromEntries(labels.map((name, index) => [name, fit.coefficients[index]])),
        se: Object.fromEntries(labels.map((name, index) => [name, Math.sqrt(fit.covariance[index]?.[index] ?? 0)])),
        deviance: -2 * fit.logLikelihood.fitted,
        null_deviance: -2 * fit.logLikelihood.none,
        ps_treated_min: one.min,
        ps_treated_max: one.max,
        ps_treated_mean: momentsOf(of(1)).mean,
        ps_control_min: none.min,
        ps_control_max: none.max,
        ps_control_mean: momentsOf(of(0)).mean,
        controls_outside_treated_range: of(0).filter((value) => value < one.min || value > one.max).length,
      };
    },
    [`${id}.ipw_att`]: () => {
      const result = estimated(inverseProbability(rows, "att"));
      const { means, knownWeights, effectivePeople, sumOfWeights } = result.detail as WeightingDetail;
      return {
        estimate: result.estimate,
        mean0_weighted: means.control,
        se_hc0: knownWeights.hc0,
        se_hc1: knownWeights.hc1,
        se_hc2: knownWeights.hc2,
        se_hc3: knownWeights.hc3,
        se_mestimation: result.standardError,
        ess_control: effectivePeople.control,
        sum_w_control: sumOfWeights.control,
      };
    },
    [`${id}.ipw_ate`]: () => {
      const { estimate, detail } = estimated(inverseProbability(rows, "ate"));
      const { knownWeights } = detail as WeightingDetail;
      return { estimate, se_hc0: knownWeights.hc0, se_hc2: knownWeights.hc2 };
    },
    [`${id}.dr_att`]: () => {
      const { estimate, detail } = estimated(doublyRobustLevel(rows));
      return { estimate, se_plugin: detail?.standardErrorKnownModels };
    },
    [`${id}.balance`]: () => {
      const weights = weightsOf(defined(propensity(rows), "propensity"), treated, "att");
      const before = balanceTable(covariates, treated);
      return {
        before: byName(before.map(({ standardisedDifference }) => standardisedDifference)),
        after_ipw: byName(
          balanceTable(covariates, treated, weights).map(({ standardisedDifference }) => standardisedDifference),
        ),
        variance_ratio_before: byName(before.map(({ varianceRatio }) => varianceRatio)),
      };
    },
    [`${id}.nn1_noreplace`]: () => {
      const pairs = pairsOf(false);
      const result = estimated(matchedPairs(pairs, rows.outcome));
      const row = estimateRow(result);
      const outcomes = (side: keyof MatchedPair) => momentsOf(pairs.map((pair) => rows.outcome[pair[side]] ?? 0));
      const weights = treated.map(() => 0);
      for (const pair of pairs) for (const side of [pair.treated, pair.control]) weights[side] = 1;
      return {
        pairs: pairs.length,
        estimate: result.estimate,
        se_paired: result.standardError,
        df_paired: row.df,
        t_paired: row.t,
        p_paired: row.p,
        ci_low_paired: row.ci_low,
        ci_high_paired: row.ci_high,
        se_welch: estimated(welch({ treated: outcomes("treated"), control: outcomes("control") })).standardError,
        mean_abs_ps_gap: momentsOf(differencesOf(pairs, score()).map(Math.abs)).mean,
        smd_after: byName(
          balanceTable(covariates, treated, weights).map(({ standardisedDifference }) => standardisedDifference),
        ),
      };
    },
    [`${id}.nn1_noreplace.rosenbaum`]: () => {
      const differences = differencesOf(pairsOf(false), rows.outcome);
      const result = defined(rosenbaumBounds(differences, { gammas: [1, 1.1, 1.25, 1.5, 2] }), "bounds");
      return {
        signed_rank_V: result.statistic,
        n_nonzero: result.pairs,
        p_two_sided_gamma1_no_continuity: defined(signedRank(differences), "test").withoutContinuity.p,
        bounds: result.bounds.map(({ gamma, upper, lower }) => ({ gamma, p_upper: upper, p_lower: lower })),
      };
    },
    [`${id}.nn1_noreplace_caliper`]: () => {
      const logits = score().map((value) => Math.log(value / (1 - value)));
      const caliper = 0.2 * Math.sqrt(momentsOf([...logits]).variance);
      const pairs = nearestNeighbour(logits, treated, { replacement: false, caliper });
      const { estimate, standardError } = estimated(matchedPairs(pairs, rows.outcome));
      return { caliper, pairs: pairs.length, estimate, se_paired: standardError };
    },
    [`${id}.match_abadie_imbens`]: () => {
      const { estimate, standardError, n } = estimated(abadieImbens(score(), treated, rows.outcome));
      return {
        estimate,
        se_abadie_imbens: standardError,
        t: estimate / (standardError ?? Number.NaN),
        matched_rows: n.treated,
      };
    },
    [`${id}.nn1_replace`]: () => {
      const pairs = pairsOf(true);
      const uses = new Map<number, number>();
      for (const { control } of pairs) uses.set(control, (uses.get(control) ?? 0) + 1);
      return {
        estimate: meanDifference(pairs),
        distinct_controls: uses.size,
        max_reuse: Math.max(...uses.values()),
      };
    },
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
const ids = ["psid3m", "cps1", "psid1"] as const;

export const lalonde: ReferenceCase = {
  folder: "lalonde",
  computed: {
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
      kinds
        .slice(2)
        .map((kind) => [`exp.ancova_re75.${kind}`, () => errorRow(adjusted(experiment, ["re75"]), 0, kind)]),
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
    ...Object.assign({}, ...ids.map(observational)),
  },
  without: {
    ...Object.fromEntries(
      ids.flatMap((id) =>
        ["matchit_same_pairs", "matchit_common_controls", "matchit_estimate"].map((key) => [
          `${id}.nn1_noreplace.${key}`,
          "MatchIt breaks ties in an order of its own; ours is the rule the definition states.",
        ]),
      ),
    ),
    "exp.permutation.asymptotic":
      "The asymptotic permutation test of individuals adds nothing to Welch and Mann-Whitney at this size; where few clusters are drawn, randomisation inference is exact.",
    "exp.effect_size.hedges_g_approx": "The exact small-sample factor is used, not its approximation.",
    "exp.effect_size.J_approx": "The exact small-sample factor is used, not its approximation.",
  },
  tolerance: {
    // pwr.t2n.test stops its root search at 1e-6 of the answer in power, here 1e-5 in the effect.
    "exp.mde.d": 1e-4,
    "exp.mde.dollars": 1e-4,
    ...Object.fromEntries(
      ids.flatMap((id) =>
        [
          "ps_logit",
          "ipw_att",
          "ipw_ate",
          "dr_att",
          "balance",
          "nn1_noreplace_caliper",
          "nn1_replace",
          "match_abadie_imbens",
          "match_abadie_imbens",
        ].map((key) => [`${id}.${key}`, 1e-6]),
      ),
    ),
  },
};
