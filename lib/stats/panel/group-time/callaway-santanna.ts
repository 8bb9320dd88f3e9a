import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";
import { isRounding } from "@/lib/stats/t-estimate";
import { type Aggregate, aggregate } from "./aggregate";
import type { ClusterCohort, Cohort } from "./cohort-sample";
import { covarianceOf, varianceOf } from "./covariance";
import type { Design } from "./design";
import { type Effect, type GroupTimeEffects, type GroupTimeRefusal, groupTimeEffects } from "./group-time-effects";
import { type PreTrend, preTrend } from "./pre-trend";
import { simultaneousCritical } from "./simultaneous-band";

/**
 * An effect with its error and intervals; all null where it has no variance (a base period, which is zero by
 * definition).
 */
type ReadEffect = {
  effect: number;
  standardError: number | null;
  interval: [number, number] | null;
  p: number | null;
};
type ReadLevel = ReadEffect & {
  level: number;
  /** Holds all levels of the family at once. */
  band: [number, number] | null;
};
export type ReadAggregate = { overall: ReadEffect; levels: ReadLevel[]; critical: number | null };

/** `detail` of the estimate. Groups, times and levels are positions of periods; event levels periods since exposure. */
export type GroupTimeDetail = {
  effects: (ReadEffect & { group: number; time: number; base: number })[];
  refused: GroupTimeEffects["refused"];
  group: ReadAggregate;
  calendar: ReadAggregate;
  event: ReadAggregate;
  preTrend: PreTrend;
  /** Units (and clusters) per group; a group of one shows too small an error. */
  groups: { group: number; n: number; independent: number; single: boolean }[];
  alwaysTreated: number;
  independent: number;
  seed: number;
  draws: number;
};

export type GroupTimeOptions = Partial<Design> & { confidence?: number; seed?: number; draws?: number };

/**
 * Phased roll-out: group-time effects and their aggregates ("callaway_santanna_never_treated" and
 * "callaway_santanna_not_yet_treated"; Callaway and Sant'Anna 2021, without covariates).
 *
 * The estimate is the *simple* aggregate: the average effect on those exposed, from exposure on. Error: influence
 * function, estimated group shares included, normal interval; summed by cluster where clusters are given. Assumption:
 * parallel trends of the groups and their comparison without exposure, no anticipation. `groupTimeEffects` says what
 * the input is and what is refused. Equals R's `did::att_gt` and `aggte` (`bstrap = FALSE`).
 */
export function callawaySantanna(
  input: { cohorts: readonly Cohort[] } | { clusters: readonly ClusterCohort[] },
  options: GroupTimeOptions = {},
): Estimate {
  const design: Design = { comparison: "never-treated", basePeriod: "varying", ...options };
  const rows: readonly { group: number | null; n: number }[] = "cohorts" in input ? input.cohorts : input.clusters;
  const people = (isTreated: boolean) =>
    rows.filter(({ group }) => (group !== null) === isTreated).reduce((sum, { n }) => sum + n, 0);
  return readGroupTime(
    groupTimeEffects(input, design),
    design,
    { treated: people(true), control: people(false) },
    options,
  );
}

/** Reads estimated group-time effects, however they were estimated; `counted` names the people of a refusal. */
export function readGroupTime(
  of: GroupTimeEffects | GroupTimeRefusal,
  design: Design,
  counted: { treated: number; control: number },
  { confidence = 0.95, seed = 1, draws = 999 }: GroupTimeOptions,
  suffix = "",
): Estimate {
  const method = `callaway_santanna_${design.comparison === "never-treated" ? "never" : "not_yet"}_treated${suffix}`;
  if (of.kind === "refused") return notEstimable(method, of.reason, counted);

  const read = (effect: Effect): ReadEffect => readEffect(of, effect, confidence);
  const readAggregate = ({ overall, levels }: Aggregate): ReadAggregate => {
    const critical = simultaneousCritical(bandCovariance(of, levels), { seed, draws, confidence });
    return {
      overall: read(overall),
      critical,
      levels: levels.map((level) => {
        const value = read(level);
        const reach = value.standardError === null || critical === null ? null : critical * value.standardError;
        const band: [number, number] | null = reach === null ? null : [value.effect - reach, value.effect + reach];
        return { level: level.level, ...value, band };
      }),
    };
  };
  const treated = of.groups.reduce((sum, { n }) => sum + n, 0);
  const n = { treated, control: of.n.all - treated };
  const simple = read(aggregate(of, "simple").overall);
  if (simple.standardError === null || simple.interval === null || simple.p === null) {
    return notEstimable(method, "no-variation", n);
  }
  const detail: GroupTimeDetail = {
    effects: of.effects.map((effect) => ({
      group: effect.group,
      time: effect.time,
      base: effect.base,
      ...read(effect),
    })),
    refused: of.refused,
    group: readAggregate(aggregate(of, "group")),
    calendar: readAggregate(aggregate(of, "calendar")),
    event: readAggregate(aggregate(of, "event")),
    preTrend: preTrend(of),
    groups: of.groups.map(({ group, n, independent }) => ({ group, n, independent, single: independent === 1 })),
    alwaysTreated: of.n.alwaysTreated,
    independent: of.independent,
    seed,
    draws,
  };
  return {
    kind: "estimate",
    method,
    estimate: simple.effect,
    standardError: simple.standardError,
    degreesOfFreedom: null,
    interval: simple.interval,
    p: simple.p,
    confidence,
    n,
    detail,
  };
}

function readEffect(of: GroupTimeEffects, effect: Effect, confidence: number): ReadEffect {
  const standardError = Math.sqrt(varianceOf(of, effect));
  if (!Number.isFinite(standardError) || isRounding(standardError, of.size)) {
    return { effect: effect.effect, standardError: null, interval: null, p: null };
  }
  const margin = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    effect: effect.effect,
    standardError,
    interval: [effect.effect - margin, effect.effect + margin],
    p: normalTwoSidedP(effect.effect / standardError),
  };
}

function bandCovariance(of: GroupTimeEffects, levels: readonly Effect[]): number[][] {
  const errors = levels.filter((level) => !isRounding(Math.sqrt(varianceOf(of, level)), of.size));
  return covarianceOf(of, errors);
}
