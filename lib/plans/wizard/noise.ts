import { grouped } from "@/lib/grouped";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { clusterCorrelation } from "@/lib/stats/linear/cluster-correlation";
import { type Moments, momentsOf } from "@/lib/stats/moments";
import { clusterOf, type History, type PersonHistory, type Stretch, valueOver } from "./people-history";

/** How a KPI varied while nothing was started: what any effect has to be told from. In its unit, or in logarithms where asked. */
export type Noise = {
  /** People with a value before and after the pretended start. */
  people: number;
  /** Periods the rehearsal used; fewer than planned where the history is shorter. */
  before: number;
  after: number;
  isShort: boolean;
  /** Mean of the later window, always in the KPI's unit. */
  mean: number;
  standardDeviation: number;
  /** Between a person's two windows. */
  correlation: number;
  clusters: { count: number; meanSize: number; sizeVariation: number };
  /** How alike people of a team are; null where that cannot be told. `residual`: in what the baseline leaves unexplained. */
  icc: { plain: number | null; residual: number | null; change: number | null };
  residualDeviation: number;
  changeDeviation: number;
};

export type NoNoise = { kind: "none"; reason: "no-values" | "too-few-periods" | "no-variation" };

/** The two windows of a rehearsal that ends with the history: the last periods are "after", those before them "before". */
export function rehearsalStretches(
  periods: number,
  before: number,
  after: number,
): { pre: Stretch; post: Stretch } | null {
  if (periods < 2) return null;
  const usedAfter = Math.min(after, Math.max(1, periods - 1));
  const usedBefore = Math.min(before, periods - usedAfter);
  const post = { first: periods - usedAfter, last: periods - 1 };
  return { post, pre: { first: post.first - usedBefore, last: post.first - 1 } };
}

/**
 * Rehearses a comparison on the history in which nothing was started: spread, correlation of before and after, and likeness within
 * teams (one-way analysis of variance), plain, after adjusting for the baseline, and of the change.
 */
export function noiseOf(
  history: History,
  people: readonly PersonHistory[],
  { before, after, log }: { before: number; after: number; log: boolean },
): Noise | NoNoise {
  const stretches = rehearsalStretches(history.periods.length, before, after);
  if (!stretches) return { kind: "none", reason: "too-few-periods" };
  const { pre, post } = stretches;
  const rows = people.flatMap((person) => {
    const [early, late] = [valueOver(person, pre), valueOver(person, post)];
    if (early === null || late === null || (log && !(early > 0 && late > 0))) return [];
    return [
      {
        cluster: clusterOf(person),
        raw: late,
        early: log ? Math.log(early) : early,
        late: log ? Math.log(late) : late,
      },
    ];
  });
  if (rows.length < 3) return { kind: "none", reason: "no-values" };
  const { means, covariance } = jointMomentsOf([rows.map(({ late }) => late), rows.map(({ early }) => early)]);
  const [ofLate, ofEarly, shared] = [covariance[0]?.[0] ?? 0, covariance[1]?.[1] ?? 0, covariance[0]?.[1] ?? 0];
  if (!(ofLate > 0 && ofEarly > 0)) return { kind: "none", reason: "no-variation" };
  const slope = shared / ofEarly;
  const residual = (row: (typeof rows)[number]) => row.late - (means[0] ?? 0) - slope * (row.early - (means[1] ?? 0));

  const byCluster = [...grouped(rows, ({ cluster }) => cluster).values()];
  const sizes = momentsOf(byCluster.map(({ length }) => length));
  const likeness = (of: (row: (typeof rows)[number]) => number) =>
    icc(
      byCluster.map((members) => momentsOf(members.map(of))),
      history.level,
    );
  const spread = (of: (row: (typeof rows)[number]) => number) => Math.sqrt(momentsOf(rows.map(of)).variance);
  return {
    people: rows.length,
    before: pre.last - pre.first + 1,
    after: post.last - post.first + 1,
    isShort: pre.last - pre.first + 1 < before || post.last - post.first + 1 < after,
    mean: momentsOf(rows.map(({ raw }) => raw)).mean,
    standardDeviation: Math.sqrt(ofLate),
    correlation: shared / Math.sqrt(ofLate * ofEarly),
    clusters: {
      count: byCluster.length,
      meanSize: sizes.mean,
      sizeVariation: sizes.n > 1 ? Math.sqrt(sizes.variance) / sizes.mean : 0,
    },
    icc: {
      plain: likeness(({ late }) => late),
      residual: likeness(residual),
      change: likeness(({ late, early }) => late - early),
    },
    residualDeviation: spread(residual),
    changeDeviation: spread(({ late, early }) => late - early),
  };
}

export const hasNoise = (noise: Noise | NoNoise): noise is Noise => !("kind" in noise);

/** Never below zero; 1 where a KPI exists by team only, so that its people are one value. */
function icc(clusters: readonly Moments[], level: History["level"]): number | null {
  if (level === "team") return 1;
  const correlation = clusterCorrelation(clusters);
  return correlation.kind === "correlation" ? Math.min(1, Math.max(0, correlation.icc)) : null;
}
