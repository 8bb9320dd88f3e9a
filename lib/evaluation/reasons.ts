import type { NotEstimableReason } from "@/lib/stats/estimate";

export type Reason =
  | NotEstimableReason
  | "no-baseline"
  | "no-follow-up"
  | "no-windows"
  | "no-kpi"
  | "not-positive"
  | "too-early"
  | "several-starts"
  | "gap-in-series"
  | "team-values"
  | "only-events"
  | "follow-up-too-short";

const sentences: Record<Reason, string> = {
  "too-few-people":
    "Too few people: each arm needs at least two with a value, and more people than the model has terms.",
  "too-few-clusters": "Too few clusters: each arm needs at least two with values.",
  "no-comparison": "No comparison: one of the arms has nobody with the values this method needs.",
  "no-variation": "No variation: every value is the same, so there is no uncertainty to measure.",
  collinear: "The value before is the same for everybody, so it cannot adjust anything.",
  "full-leverage": "One person alone fixes a coefficient, so their error cannot be known. Fewer covariates would help.",
  "no-denominator": "The denominators sum to zero.",
  "no-events": "The event did not happen where the method needs it.",
  "too-few-periods": "Too few periods: the series is shorter than the model needs.",
  separation: "No overlap: the covariates tell both groups apart without error, so nobody is comparable.",
  "not-finite": "The data hold an infinite or undefined number.",
  "no-baseline": "No baseline: nobody has a value before the start, so no change can be computed.",
  "no-follow-up": "Nobody in the study has a value in the follow-up window.",
  "no-windows": "The plan names no follow-up window, and no exposure date says where it would begin.",
  "no-kpi": "The plan names no primary KPI.",
  "not-positive": "The plan asks for logarithms, and some values are zero or negative.",
  "too-early": "Too early to tell: the follow-up window is not over.",
  "several-starts": "People began in different periods, so their common series has no one day at which it could break.",
  "gap-in-series": "The series has a period in which nobody has a value.",
  "team-values": "Time until an event needs values by person; these are by team.",
  "only-events":
    "Every value on file is an event; rows with 0 must say until when the others were watched without one.",
  "follow-up-too-short": "Nobody was watched long enough after their time began.",
};

/** Why a number cannot be had, in a sentence for people. */
export function explainReason(reason: Reason): string {
  return sentences[reason];
}
