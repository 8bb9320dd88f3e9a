import { segmentedRegression } from "@/lib/stats/linear/segmented-regression";
import { clusterPrecision } from "@/lib/stats/power/clusters";
import { twoMeansPrecision } from "@/lib/stats/power/means";
import type { NoPrecision, Precision } from "@/lib/stats/power/precision";
import { withVarianceFactor } from "@/lib/stats/power/repeated-measures";
import type { PlannableDesign } from "./choices";
import type { Noise } from "./noise";
import { type History, type PersonHistory, valueOver } from "./people-history";
import { rehearseRollOut } from "./rehearse-roll-out";

export type Rehearsal = {
  history: History;
  /** Who takes part, as far as their values are known. */
  people: readonly PersonHistory[];
  noise: Noise;
  /** Lots per arm: teams where they are drawn by team, else people. */
  lots: { treated: number; control: number };
  byTeam: boolean;
  before: number;
  after: number;
  waves: number;
  every: number;
  log: boolean;
  seed: number;
};

/** What a design would know about the effect, from how the KPI varied before; in its unit, or in logarithms where asked. */
export function rehearse(design: PlannableDesign, rehearsal: Rehearsal): Precision | NoPrecision {
  switch (design) {
    case "randomised":
      return adjustedPeople(rehearsal);
    case "cluster_randomised":
      return adjustedTeams(rehearsal);
    case "phased":
      return rehearseRollOut(rehearsal.history, rehearsal.people, rehearsal, rehearsal.seed);
    case "comparison":
      return changes(rehearsal);
    case "before_after":
      return series(rehearsal);
    case "time_to_event":
      return { kind: "not-estimable", method: "plan_log_rank", reason: "no-comparison" };
  }
}

/** Lots among people, adjusted for each person's baseline: variance x (1 - r^2), two degrees of freedom for baseline and interaction. */
function adjustedPeople({ lots, noise }: Rehearsal): Precision | NoPrecision {
  const arm = (n: number) => ({ n, standardDeviation: noise.standardDeviation });
  const plain = twoMeansPrecision({ treated: arm(lots.treated), control: arm(lots.control) });
  if (plain.kind !== "precision") return plain;
  const factor = 1 - noise.correlation ** 2;
  return withVarianceFactor(plain, factor, { method: "ancova", coefficients: 2 }) ?? tooFew(plain.method);
}

/** Lots among teams, adjusted for the baseline: spread and likeness of what the baseline leaves unexplained, one degree of freedom for it. */
function adjustedTeams({ lots, noise }: Rehearsal): Precision | NoPrecision {
  if (noise.icc.residual === null) return noLikeness;
  const clusters = { ...noise.clusters, icc: noise.icc.residual };
  const plain = clusterPrecision(lots, clusters, noise.residualDeviation);
  if (plain.kind !== "precision") return plain;
  return withVarianceFactor(plain, 1, { method: "ancova", coefficients: 1 }) ?? tooFew(plain.method);
}

/** Difference-in-differences: the spread of people's changes, by team where content is shared inside teams. */
function changes({ lots, noise, byTeam }: Rehearsal): Precision | NoPrecision {
  const change = { method: "change", coefficients: 0 };
  if (!byTeam) {
    const arm = (n: number) => ({ n, standardDeviation: noise.changeDeviation });
    const plain = twoMeansPrecision({ treated: arm(lots.treated), control: arm(lots.control) });
    return plain.kind === "precision" ? (withVarianceFactor(plain, 1, change) ?? tooFew(plain.method)) : plain;
  }
  if (noise.icc.change === null) return noLikeness;
  const plain = clusterPrecision(lots, { ...noise.clusters, icc: noise.icc.change }, noise.changeDeviation);
  return plain.kind === "precision" ? (withVarianceFactor(plain, 1, change) ?? tooFew(plain.method)) : plain;
}

/** Before and after: the error of the level change that segmented regression gives a break nobody made, at the end of the history. */
function series({ history, people, after, log }: Rehearsal): Precision | NoPrecision {
  const method = "plan_segmented";
  const values = history.periods.map((_, at) => {
    const known = people.flatMap((person) => valueOver(person, { first: at, last: at }) ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return log ? Math.log(mean) : mean;
  });
  const from = values.findLastIndex((value) => !Number.isFinite(value)) + 1;
  const whole = values.slice(from);
  const fit = segmentedRegression({ values: whole, start: whole.length - Math.max(3, after) });
  if (fit.kind !== "estimate" || fit.degreesOfFreedom === null || fit.standardError === null) {
    const reason = fit.kind !== "estimate" && fit.reason === "no-variation" ? "no-variation" : "too-few-people";
    return { kind: "not-estimable", method, reason };
  }
  const { standardError, degreesOfFreedom } = fit;
  return { kind: "precision", method, standardError, degreesOfFreedom };
}

const tooFew = (method: string): NoPrecision => ({ kind: "not-estimable", method, reason: "too-few-people" });
const noLikeness: NoPrecision = { kind: "not-estimable", method: "plan_clusters", reason: "too-few-clusters" };
