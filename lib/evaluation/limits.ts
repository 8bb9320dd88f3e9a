import { wordingFor } from "./claim/amount";
import { counted } from "./counted";
import type { Covariates } from "./covariates-sql";
import { designOf } from "./designs/design-of";
import type { EventTimes } from "./event-times-sql";
import { type Excluded, exclusionLimits } from "./exclusions-sql";
import type { ArmCount } from "./members-sql";
import type { Panel } from "./panel-sql";
import type { Plan, PlanKpi } from "./plan";
import type { MethodResult } from "./result";
import type { StartingPoint } from "./starting-point-sql";
import type { Windows } from "./windows";

type Facts = {
  plan: Plan;
  windows: Windows;
  arms: ArmCount[];
  panel: Panel;
  covariates: Covariates;
  headline: MethodResult | null;
  excluded: readonly Excluded[];
};

/** What the data, rather than the design, forbid to say. */
export function limitsOf({ plan, windows, arms, panel, covariates, headline, excluded }: Facts): string[] {
  const limits: string[] = exclusionLimits(excluded);
  if (windows.firstExposure !== null && arms.every(({ exposed }) => exposed === 0)) {
    limits.push("Nobody has said yet when people were exposed: the dates of the plan are used.");
  }
  const leftOut = arms.filter(({ arm }) => arm === null).reduce((sum, { people }) => sum + people, 0);
  if (leftOut > 0 && plan.design !== "phased") {
    const who =
      leftOut === 1
        ? "1 person belongs to neither side of this comparison and was"
        : `${leftOut} people belong to neither side of this comparison and were`;
    limits.push(`${who} left out.`);
  }
  const estimated = headline?.status === "estimated";
  const used = estimated ? headline.n.treated + headline.n.control : 0;
  if (designOf[plan.design].outcome === "time") {
    limits.push(...timeLimits(headline, panel));
  } else if (estimated && panel.unit === "team") {
    limits.push(`People were averaged by team first: the comparison is between ${used} teams, not people.`);
  } else if (estimated && used < panel.people) {
    const missing = panel.people - used;
    limits.push(
      `${missing} of ${panel.people} people ${missing === 1 ? "has a value missing and was" : "have a value missing and were"} dropped.`,
    );
  }
  limits.push(...clusterLimits(plan, panel));
  const { baseline, followUp } = windows;
  if (baseline?.to && followUp?.from && baseline.to >= followUp.from) {
    limits.push(`The windows overlap: values from ${followUp.from} to ${baseline.to} count before and after.`);
  }
  for (const name of windows.inferred) {
    const by = windows.firstExposure === null ? "the other window" : "the first exposure";
    limits.push(
      `The plan names no ${name === "baseline" ? "baseline" : "follow-up"} window; ${by} decided which values count.`,
    );
  }
  for (const { name, reason } of covariates.ignored) limits.push(`The covariate ${name} was left out: ${reason}.`);
  limits.push(...startLimits(headline, plan.primary));
  if (panel.log) limits.push("Values were compared as logarithms, so the difference is one of ratios.");
  if (plan.secondaries.length > 0) {
    limits.push(
      "The p values of secondary KPIs are adjusted for there being several (Benjamini-Hochberg); their intervals are not.",
    );
  }
  return limits;
}

/** Where what the plan says of clusters and what the files say of them do not go together. */
function clusterLimits(plan: Plan, { clustered, clusters, namedClusters, people }: Panel): string[] {
  if (!clustered && namedClusters > 1 && namedClusters < people) {
    return ["cohort.csv names clusters, but the plan asks for none: people count as independent of each other."];
  }
  if (clustered && people > 1 && clusters === people) {
    return [`Nobody's ${plan.cluster ?? "team"} is on file, so people count as independent of each other.`];
  }
  return [];
}

/** Beyond half a standard deviation, where people began is itself a reason for a change. */
function startLimits(headline: MethodResult | null, kpi: PlanKpi | null): string[] {
  const start = headline?.detail.starting_point as StartingPoint | null | undefined;
  if (!start || Math.abs(start.distance) <= 0.5) return [];
  const where = `${Math.abs(start.distance).toFixed(1)} standard deviations ${start.distance < 0 ? "below" : "above"}`;
  const began = `Those in the programme began ${where} everybody with this KPI (${start.people} people)`;
  if (!start.regression || !kpi) return [`${began}; some way back to the mean is to be expected without it.`];
  const { expected, interval } = start.regression;
  const words = wordingFor(kpi, false, interval);
  return [
    `${began}; a ${expected < 0 ? "fall" : "rise"} of ${words.amountWithin(expected, interval)} is to be expected without it, as far as gaps between people lasted within the baseline.`,
  ];
}

/** Who was not compared, and what the errors leave out. */
function timeLimits(headline: MethodResult | null, { clustered }: Panel): string[] {
  const limits: string[] = [];
  const leftOut = headline?.detail.left_out as EventTimes["leftOut"] | undefined;
  if (leftOut && leftOut.before > 0) {
    limits.push(`Left out: ${counted(leftOut.before, "person", "people")} whose event came before their time began.`);
  }
  if (leftOut && leftOut.unwatched > 0) {
    limits.push(`Left out: ${counted(leftOut.unwatched, "person", "people")} without a value after their time began.`);
  }
  if (clustered) limits.push("Errors of times count people as independent, although the plan names clusters.");
  return limits;
}
