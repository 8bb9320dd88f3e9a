import { type EffectSize, effectSize } from "@/lib/stats/effect-size";
import type { Arms, Estimate, NotEstimable } from "@/lib/stats/estimate";
import { type Figure, tFigure } from "@/lib/stats/figure";
import { combineMoments, type Moments, noMoments } from "@/lib/stats/moments";
import { type EventCount, riskDifferenceNewcombe, wilsonInterval } from "@/lib/stats/newcombe";
import { welch } from "@/lib/stats/welch";

/** How many people changed by how many levels. SQL: `count(*)` grouped by level after minus level before. */
export type LevelChangeCount = { change: number; people: number };

export type LevelChange = {
  /** Levels per person, t interval. Reads the steps between levels as equal. */
  meanChange: Figure;
  /** Share who rose, and who fell, at least one level; Wilson intervals. Needs only the order of levels. */
  movedUp: Figure;
  movedDown: Figure;
};

/** The change of one group in ordered levels: mean change, share who moved up and who moved down by at least one. */
export function levelChange(counts: readonly LevelChangeCount[], confidence = 0.95): LevelChange {
  const { moments, up, down } = summary(counts);
  const standardError = moments.n > 1 ? Math.sqrt(moments.variance / moments.n) : 0;
  const none = { kind: "not-estimable", reason: "too-few-people", n: 0, value: null } as const;
  if (moments.n === 0) {
    const share = { ...none, method: "share_wilson" };
    return { meanChange: { ...none, method: "mean_level_change" }, movedUp: share, movedDown: share };
  }
  return {
    meanChange: tFigure({ method: "mean_level_change", value: moments.mean, standardError, n: moments.n, confidence }),
    movedUp: shareFigure(up, confidence),
    movedDown: shareFigure(down, confidence),
  };
}

export type LevelChangeDifference = {
  /** Treated minus control. */
  meanChange: Estimate;
  movedUp: Estimate;
  size: EffectSize | NotEstimable;
};

/**
 * The change in levels of the treated against the control: difference of mean changes (Welch), of the shares who moved up at
 * least one level (Newcombe), and Hedges' g of the changes. Assumption: those of the estimator each is named after.
 */
export function levelChangeDifference(
  arms: Arms<readonly LevelChangeCount[]>,
  confidence = 0.95,
): LevelChangeDifference {
  const treated = summary(arms.treated);
  const control = summary(arms.control);
  const moments = { treated: treated.moments, control: control.moments };
  return {
    meanChange: welch(moments, confidence),
    movedUp: riskDifferenceNewcombe({ treated: treated.up, control: control.up }, confidence),
    size: effectSize(moments, confidence),
  };
}

function summary(counts: readonly LevelChangeCount[]): { moments: Moments; up: EventCount; down: EventCount } {
  const people = (some: readonly LevelChangeCount[]) => some.reduce((sum, count) => sum + count.people, 0);
  const n = people(counts);
  const moments = counts
    .map((count): Moments => ({ n: count.people, mean: count.change, variance: 0 }))
    .reduce(combineMoments, noMoments);
  return {
    moments: n < 2 ? { ...moments, variance: 0 } : moments,
    up: { n, events: people(counts.filter(({ change }) => change >= 1)) },
    down: { n, events: people(counts.filter(({ change }) => change <= -1)) },
  };
}

function shareFigure(count: EventCount, confidence: number): Figure {
  const value = count.events / count.n;
  return {
    kind: "figure",
    method: "share_wilson",
    value,
    standardError: null,
    degreesOfFreedom: null,
    interval: wilsonInterval(count, confidence),
    confidence,
    n: count.n,
  };
}
