import { doublyRobustAtt } from "@/lib/stats/matching/doubly-robust-att";
import { type Design, isComparison, spansOf, usablePeriods } from "./design";
import type { GroupTimeEffects, GroupTimeRefusal } from "./group-time-effects";

/**
 * Units in memory: `groups[i]` is the first exposed period of unit i (null: never), `outcomes[t][i]` its outcome in
 * period t, `covariates[j][i]` measured before any exposure, `clusters[i]` its cluster (absent: units are
 * independent).
 */
export type PanelRows = {
  groups: readonly (number | null)[];
  outcomes: readonly (readonly number[])[];
  covariates: readonly (readonly number[])[];
  clusters?: readonly (string | number)[];
};

/** A chance of exposure from which R's `did` says that overlap is violated. */
const noOverlapFrom = 0.999;

/**
 * Group-time effects under parallel trends among units with equal covariates: for each group and period the doubly
 * robust two-period effect against the comparison units (Callaway and Sant'Anna 2021, equation 2.3 with Sant'Anna and
 * Zhao 2020, traditional; R's `did::att_gt(est_method = "dr")` with covariates that do not change).
 *
 * Groups, base periods, comparison units, the last group and the always exposed as in `groupTimeEffects`; every unit
 * needs a value in every period. Influence functions are per unit. An effect whose arms the covariates tell apart (a
 * score of 0.999 or more), or with too few comparison units, is left out and named in `refused`.
 */
export function doublyRobustEffects(given: PanelRows, design: Design): GroupTimeEffects | GroupTimeRefusal {
  const used = [...given.groups.keys()].filter((unit) => !isAlways(given.groups[unit] ?? null));
  const scope = usablePeriods(
    used.map((unit) => given.groups[unit] ?? null),
    given.outcomes.length,
    design.comparison,
  );
  if (scope.kind === "refused" || used.length === 0) return { kind: "refused", reason: "no-comparison" };
  if (scope.periods < 2) return { kind: "refused", reason: "too-few-periods" };
  const { periods } = scope;
  const n = used.length;
  const take = <Value>(values: readonly Value[]) => used.map((unit) => values[unit] as Value);
  const groups = take(given.groups).map((group) => (group === null || group >= periods ? null : group));
  const outcomes = given.outcomes.slice(0, periods).map(take);
  const covariates = given.covariates.map(take);
  const clusters = given.clusters && take(given.clusters);
  if (![...outcomes, ...covariates].every((column) => column.every(Number.isFinite))) {
    return { kind: "refused", reason: "not-finite" };
  }

  const exposed = [...new Set(groups)].filter((group) => group !== null).sort((left, right) => left - right);
  const effects: GroupTimeEffects["effects"] = [];
  const refused: GroupTimeEffects["refused"] = [];
  for (const group of exposed) {
    for (const { time, base } of spansOf(group, periods, design.basePeriod)) {
      const influence = new Float64Array(n);
      if (time === base) {
        effects.push({ group, time, base, effect: 0, influence });
        continue;
      }
      const until = Math.max(time, base);
      const units = [...groups.keys()].filter(
        (unit) => groups[unit] === group || isComparison(groups[unit] ?? null, group, until, design.comparison),
      );
      const fit = doublyRobustAtt({
        treated: units.map((unit) => (groups[unit] === group ? 1 : 0)),
        outcome: units.map((unit) => (outcomes[time]?.[unit] ?? 0) - (outcomes[base]?.[unit] ?? 0)),
        covariates: covariates.map((column) => units.map((unit) => column[unit] ?? 0)),
      });
      if (fit.kind === "refused" || fit.largestScore >= noOverlapFrom) {
        refused.push({ group, time, reason: fit.kind === "refused" ? fit.reason : "separation" });
        continue;
      }
      for (const [place, unit] of units.entries()) influence[unit] = fit.influence[place] ?? 0;
      effects.push({ group, time, base, effect: fit.estimate, influence });
    }
  }
  if (!effects.some(({ group, time }) => time >= group)) {
    return { kind: "refused", reason: refused[0]?.reason ?? "no-comparison" };
  }

  const sums = clusters && sumByCluster(clusters);
  return {
    kind: "group-time",
    effects,
    refused,
    groups: exposed.map((group) => {
      const members = [...groups.keys()].filter((unit) => groups[unit] === group);
      const share = members.length / n;
      return {
        group,
        n: members.length,
        independent: clusters ? new Set(members.map((unit) => clusters[unit])).size : members.length,
        share,
        influence: Float64Array.from(groups, (own) => ((own === group ? 1 : 0) - share) / n),
      };
    }),
    n: {
      all: n,
      neverTreated: groups.filter((group) => group === null).length,
      alwaysTreated: given.groups.length - n,
    },
    periods,
    independent: clusters ? new Set(clusters).size : n,
    size: outcomes.reduce((most, column) => column.reduce((top, value) => Math.max(top, Math.abs(value)), most), 0),
    spread: (influence) => (sums ? sums(influence) : influence),
  };
}

function isAlways(group: number | null): boolean {
  return group !== null && group <= 0;
}

/** Replaces every unit's value by the sum over its cluster. */
function sumByCluster(clusters: readonly (string | number)[]): (influence: Float64Array) => Float64Array {
  const places = new Map([...new Set(clusters)].map((cluster, place) => [cluster, place]));
  const placeOf = Int32Array.from(clusters, (cluster) => places.get(cluster) ?? 0);
  return (influence) => {
    const sums = new Float64Array(places.size);
    for (const [unit, value] of influence.entries()) {
      const place = placeOf[unit] ?? 0;
      sums[place] = (sums[place] ?? 0) + value;
    }
    return influence.map((_, unit) => sums[placeOf[unit] ?? 0] ?? 0);
  };
}
