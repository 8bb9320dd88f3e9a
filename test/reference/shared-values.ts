import { effectSize } from "@/lib/stats/effect-size";
import type { Estimate } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { type EventCount, riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import { normalQuantile } from "@/lib/stats/normal";
import { fisherExact } from "@/lib/stats/proportions/fisher-exact";
import { independence } from "@/lib/stats/proportions/independence";
import { oddsRatio, riskRatio } from "@/lib/stats/proportions/ratio-of-proportions";
import { hodgesLehmann } from "@/lib/stats/ranks/hodges-lehmann";
import { mannWhitney } from "@/lib/stats/ranks/mann-whitney";
import { welch } from "@/lib/stats/welch";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import type { Computed } from "./reference-case";

const z = normalQuantile(0.975);

/** A result of the named kind, or a failure that shows what came instead. */
export function defined<Value extends { kind: string }, Kind extends Value["kind"]>(value: Value, kind: Kind) {
  if (value.kind !== kind) throw new Error(`expected ${kind}: ${JSON.stringify(value)}`);
  return value as Extract<Value, { kind: Kind }>;
}

const orUndefined = (value: Estimate) => (value.kind === "estimate" ? value : undefined);

/** The keys of `twoprop` of the oracle; ratios that have no bound are left out, as there. */
export function twoProportionValues(x1: number, n1: number, x0: number, n0: number): Computed {
  const treated: EventCount = { n: n1, events: x1 };
  const control: EventCount = { n: n0, events: x0 };
  const arms = { treated, control };
  const difference = estimated(riskDifferenceNewcombe(arms));
  const detail = difference.detail as {
    shares: { treated: number; control: number };
    wilson: { treated: [number, number]; control: [number, number] };
    z: number;
  };
  const table = [
    [x1, n1 - x1],
    [x0, n0 - x0],
  ];
  const plain = defined(independence(table), "test");
  const yates = defined(independence(table, "yates"), "test");
  const error = difference.standardError ?? Number.NaN;
  const odds = orUndefined(oddsRatio(arms));
  const risk = orUndefined(riskRatio(arms));
  return {
    x1,
    n1,
    x0,
    n0,
    p1: detail.shares.treated,
    p0: detail.shares.control,
    risk_difference: difference.estimate,
    wilson1_low: detail.wilson.treated[0],
    wilson1_high: detail.wilson.treated[1],
    wilson0_low: detail.wilson.control[0],
    wilson0_high: detail.wilson.control[1],
    newcombe_low: difference.interval[0],
    newcombe_high: difference.interval[1],
    wald_se_unpooled: error,
    wald_low: difference.estimate - z * error,
    wald_high: difference.estimate + z * error,
    z_pooled: detail.z,
    p_z_pooled: difference.p,
    chisq_no_yates: plain.statistic,
    p_chisq_no_yates: plain.p,
    chisq_yates: yates.statistic,
    p_chisq_yates: yates.p,
    fisher_p_two_sided: fisherExact(arms),
    odds_ratio: odds?.estimate,
    log_or_se: odds?.detail?.logStandardError,
    or_low: odds?.interval[0],
    or_high: odds?.interval[1],
    risk_ratio: risk?.estimate,
    log_rr_se: risk?.detail?.logStandardError,
    rr_low: risk?.interval[0],
    rr_high: risk?.interval[1],
    level: difference.confidence,
  };
}

/** The keys of `welch` of the oracle. */
export function welchValues(treated: number[], control: number[]): Computed {
  const arms = { treated: momentsOf(treated), control: momentsOf(control) };
  const result = estimated(welch(arms));
  const error = result.standardError ?? Number.NaN;
  return {
    n1: arms.treated.n,
    n0: arms.control.n,
    mean1: arms.treated.mean,
    mean0: arms.control.mean,
    estimate: result.estimate,
    se: error,
    df: result.degreesOfFreedom,
    t: result.estimate / error,
    p: result.p,
    ci_low: result.interval[0],
    ci_high: result.interval[1],
    level: result.confidence,
  };
}

/** The keys of `mannwhitney` of the oracle. */
export function mannWhitneyValues(treated: number[], control: number[]): Computed {
  const test = defined(mannWhitney({ treated, control }), "test");
  return {
    U1: test.u.treated,
    U0: test.u.control,
    mean_U: test.expected,
    sigma_U_tie_corrected: test.deviation,
    z_continuity: test.withContinuity.z,
    p_continuity: test.withContinuity.p,
    z_no_continuity: test.withoutContinuity.z,
    p_no_continuity: test.withoutContinuity.p,
    prob_superiority_ties_half: test.probabilityOfSuperiority,
    rank_biserial: test.rankBiserial,
    hodges_lehmann_median_of_pairwise_differences: estimated(hodgesLehmann({ treated, control })).estimate,
  };
}

/** The keys of `cohen` of the oracle, but for the approximation of its small-sample factor: the exact factor is used. */
export function effectSizeValues(treated: number[], control: number[]): Computed {
  const size = defined(effectSize({ treated: momentsOf(treated), control: momentsOf(control) }), "effect-size");
  return {
    d: size.cohenD,
    pooled_sd: size.pooledDeviation,
    hedges_g: size.hedgesG,
    J_exact_gamma: size.hedgesG / size.cohenD,
    d_ci_low_noncentral_t: size.interval.cohenD[0],
    d_ci_high_noncentral_t: size.interval.cohenD[1],
    g_ci_low_noncentral_t: size.interval.hedgesG[0],
    g_ci_high_noncentral_t: size.interval.hedgesG[1],
    d_se_normal_approx: size.standardError,
    d_ci_low_normal_approx: size.cohenD - z * size.standardError,
    d_ci_high_normal_approx: size.cohenD + z * size.standardError,
    glass_delta_control_sd: size.glassDelta,
  };
}
