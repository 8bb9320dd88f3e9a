import type { NotEstimableReason } from "@/lib/stats/estimate";
import { type ClusterCohort, type Cohort, type Influence, sampleOfClusters, sampleOfCohorts } from "./cohort-sample";
import { type Design, isComparison, scopeOf, spansOf } from "./design";

/** An effect with its influence function: dot(left, spread(right)) is the covariance of two of one sample. */
export type Effect = { effect: number; influence: Influence };

/** The effect on the units first exposed in period `group`, in period `time`, against the change since `base`. */
export type GroupTimeEffect = Effect & { group: number; time: number; base: number };

/** All group-time effects of one sample, and what their aggregates and tests need. */
export type GroupTimeEffects = {
  kind: "group-time";
  /** Groups ascending, within each the periods ascending; positions of periods. */
  effects: GroupTimeEffect[];
  /** Effects that could not be estimated: left out of every aggregate. */
  refused: { group: number; time: number; reason: NotEstimableReason }[];
  /** Groups that have effects. `share`: of all units; its own influence function because it is estimated. */
  groups: { group: number; n: number; independent: number; share: number; influence: Influence }[];
  /** Units, of them ever in comparison only, and left out because exposed from the first period on. */
  n: { all: number; neverTreated: number; alwaysTreated: number };
  periods: number;
  independent: number;
  /** Largest absolute cohort mean, to tell an error from rounding. */
  size: number;
  spread: (influence: Influence) => Influence;
};

export type GroupTimeRefusal = { kind: "refused"; reason: NotEstimableReason };

/**
 * Group-time average treatment effects without covariates (Callaway and Sant'Anna 2021, equation 2.8 with a constant).
 *
 * ATT(g, t) is the mean change of group g from its base period to t, less that of the comparison units pooled. Base:
 * the last period before g; with `varying`, effects before g use the period before t. Never-treated comparison: units
 * not exposed within the data. Not-yet-treated: these and all units first exposed after both periods. Without any
 * never-treated unit the last group serves as comparison only, and periods from its exposure on are left out, as in
 * R's `did`. Units exposed in the first period have no baseline and are dropped and counted.
 *
 * Input: cohort moments (independent units) or cluster rows. Units of the outcome. Assumption: parallel trends, no
 * anticipation. Refuses without a comparison, with under two periods, and infinite numbers.
 */
export function groupTimeEffects(
  input: { cohorts: readonly Cohort[] } | { clusters: readonly ClusterCohort[] },
  design: Design,
): GroupTimeEffects | GroupTimeRefusal {
  const rows: readonly (Cohort | ClusterCohort)[] = "cohorts" in input ? input.cohorts : input.clusters;
  const scope = scopeOf(rows, design.comparison);
  if (scope.kind === "refused") return scope;
  const sample =
    "cohorts" in input ? sampleOfCohorts(scope.within(input.cohorts)) : sampleOfClusters(scope.within(input.clusters));
  const { cohorts, periods, n } = sample;
  if (cohorts.some(({ means }) => means.some((mean) => !Number.isFinite(mean)))) {
    return { kind: "refused", reason: "not-finite" };
  }

  const width = periods + 1;
  const effects: GroupTimeEffect[] = [];
  for (const [index, { group, means, n: people }] of cohorts.entries()) {
    if (group === null) continue;
    for (const { time, base } of spansOf(group, periods, design.basePeriod)) {
      const influence = new Float64Array(width * cohorts.length);
      if (time === base) {
        effects.push({ group, time, base, effect: 0, influence });
        continue;
      }
      const others = cohorts.flatMap((cohort, position) =>
        isComparison(cohort.group, group, Math.max(time, base), design.comparison)
          ? [{ position, n: cohort.n, change: (cohort.means[time] ?? 0) - (cohort.means[base] ?? 0) }]
          : [],
      );
      const total = others.reduce((sum, other) => sum + other.n, 0);
      if (total === 0) continue;
      const origin = others[0]?.change ?? 0;
      const change = origin + others.reduce((sum, other) => sum + (other.n / total) * (other.change - origin), 0);
      const add = (position: number, weight: number, constant: number) => {
        influence[position * width + time] = weight;
        influence[position * width + base] = -weight;
        influence[position * width + periods] = constant;
      };
      add(index, 1 / people, 0);
      for (const other of others) add(other.position, -1 / total, -(other.change - change) / total);
      effects.push({ group, time, base, effect: (means[time] ?? 0) - (means[base] ?? 0) - change, influence });
    }
  }
  if (!effects.some(({ group, time }) => time >= group)) return { kind: "refused", reason: "no-comparison" };

  const groups = cohorts.flatMap(({ group, n: people, independent }) => {
    if (group === null) return [];
    const share = people / n;
    const influence = new Float64Array(width * cohorts.length);
    for (const [position, cohort] of cohorts.entries()) {
      influence[position * width + periods] = ((cohort.group === group ? 1 : 0) - share) / n;
    }
    return [{ group, n: people, independent, share, influence }];
  });
  return {
    kind: "group-time",
    effects,
    refused: [],
    groups,
    n: {
      all: n,
      neverTreated: cohorts.find(({ group }) => group === null)?.n ?? 0,
      alwaysTreated: scope.alwaysTreated,
    },
    periods,
    independent: sample.independent,
    size: Math.max(...cohorts.flatMap(({ means }) => means.map(Math.abs))),
    spread: sample.spread,
  };
}
