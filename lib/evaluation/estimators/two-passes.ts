import type { Occasion } from "@/lib/evaluation/estimator";
import { meatOfFit } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import type { AdjustedFit } from "@/lib/stats/adjusted-fit";
import type { Arms, Estimate, NotEstimable } from "@/lib/stats/estimate";
import type { Meat } from "@/lib/stats/hc2";
import type { JointMoments } from "@/lib/stats/joint-moments";

type Fit = AdjustedFit | NotEstimable;

/**
 * A regression-adjusted difference: joint moments, a fit, then the meat of its error. Columns are the outcome, the value
 * before where anybody has one, and the covariates of the plan.
 */
export async function twoPasses(
  { tx, plan, panel, jointMoments }: Occasion,
  first: (moments: Arms<JointMoments>) => Fit,
  second: (fit: Fit, meat: Meat, confidence: number) => Estimate,
): Promise<Estimate> {
  const before = panel.withBaseline > 0;
  const columns = ["post", ...(before ? ["pre"] : []), ...panel.covariates];
  const rows = completeRows(panel, columns);
  const fit = first(await jointMoments(columns));
  const meat = fit.kind === "fit" ? await meatOfFit(tx, rows, columns, fit) : { squaredError: 0, fullLeverage: 0 };
  const estimate = second(fit, meat, plan.confidence);
  if (estimate.kind !== "estimate") return estimate;
  const adjustedFor = [...(before ? ["value before"] : []), ...panel.covariateNames];
  return { ...estimate, detail: { ...estimate.detail, adjustedFor } };
}
