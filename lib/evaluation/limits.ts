import type { Covariates } from "./covariates-sql";
import type { ArmCount } from "./members-sql";
import type { Panel } from "./panel-sql";
import type { Plan } from "./plan";
import type { MethodResult } from "./result";
import type { Windows } from "./windows";

type Facts = {
  plan: Plan;
  windows: Windows;
  arms: ArmCount[];
  panel: Panel;
  covariates: Covariates;
  headline: MethodResult | null;
};

/** What the data, rather than the design, forbid to say. */
export function limitsOf({ plan, windows, arms, panel, covariates, headline }: Facts): string[] {
  const limits: string[] = [];
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
  if (estimated && panel.unit === "team") {
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
  if (panel.log) limits.push("Values were compared as logarithms, so the difference is one of ratios.");
  if (plan.secondaries.length > 0) {
    limits.push("Secondary KPIs are not adjusted for there being several; one of them may differ by chance.");
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
