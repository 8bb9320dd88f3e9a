import { type ErrorKind, heteroskedasticError } from "@/lib/stats/linear/heteroskedastic-error";
import { logitRegression } from "@/lib/stats/logit";
import { abadieImbens } from "@/lib/stats/matching/abadie-imbens";
import { balanceTable } from "@/lib/stats/matching/balance-table";
import type { ComparedRows } from "@/lib/stats/matching/compared-rows";
import { inverseProbability, type WeightingDetail, weightsOf } from "@/lib/stats/matching/inverse-probability";
import { differencesOf, matchedPairs } from "@/lib/stats/matching/matched-pairs";
import { type MatchedPair, nearestNeighbour } from "@/lib/stats/matching/nearest-neighbour";
import { propensity } from "@/lib/stats/matching/propensity";
import { rosenbaumBounds } from "@/lib/stats/matching/rosenbaum-bounds";
import { momentsOf } from "@/lib/stats/moments";
import { doublyRobustLevel } from "@/lib/stats/panel/doubly-robust-did";
import { signedRank } from "@/lib/stats/ranks/signed-rank";
import { welch } from "@/lib/stats/welch";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { errorRow, studentValues } from "@/test/reference/ols-values";
import type { ReferenceCase } from "@/test/reference/reference-case";
import { defined, welchValues } from "@/test/reference/shared-values";
import { adjusted, column, earnings, estimateRow, gains, names, samples, twoWaves } from "./people";

/** What is computed where the trained are compared with people nobody drew. */
export function observational(id: keyof typeof samples): ReferenceCase["computed"] {
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
