import type { Design } from "@/lib/evaluation/design";
import { estimateKpi } from "@/lib/evaluation/estimate-kpi";
import type { Estimator, Occasion, Outcome } from "@/lib/evaluation/estimator";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { differenceCr2 } from "@/lib/evaluation/estimators/difference-cr2";
import { linCr2 } from "@/lib/evaluation/estimators/lin-cr2";
import { linHc2 } from "@/lib/evaluation/estimators/lin-hc2";
import { riskDifferenceNewcombe } from "@/lib/evaluation/estimators/risk-difference-newcombe";
import { welch } from "@/lib/evaluation/estimators/welch";
import { pairedChange } from "@/lib/evaluation/paired-change";
import type { Plan } from "@/lib/evaluation/plan";
import type { Reason } from "@/lib/evaluation/reasons";
import type { MethodResult } from "@/lib/evaluation/result";
import { shareOfClusters } from "./share-of-clusters";

/** What a design leads with where a measure has a value before and one after. */
const onChange: Record<Plan["design"], Estimator> = {
  randomised: linHc2,
  cluster_randomised: linCr2,
  comparison: didCr1,
  phased: didCr1,
  time_to_event: didCr1,
  before_after: pairedChange,
};

/**
 * The estimate of a measure whose panel stands in `evaluation_panel`: by the method the design leads with where there are values before,
 * else the difference of the arms at follow-up with the design's errors (people, or clusters where these were assigned).
 */
export async function estimateMeasure(occasion: Occasion): Promise<Outcome | null> {
  const { plan, panel } = occasion;
  const atFollowUp = panel.clustered ? [differenceCr2, shareOfClusters] : [riskDifferenceNewcombe, welch];
  const estimators = panel.withBaseline > 0 ? [onChange[plan.design]] : atFollowUp;
  let refusal: Outcome | null = null;
  for (const estimator of estimators) {
    const outcome = await estimator.estimate(occasion);
    if (outcome?.kind === "estimate") return outcome;
    refusal ??= outcome;
  }
  return refusal;
}

/** Methods that stand in where the leading one has no baseline, or a series it cannot use. */
const standIns = new Set(["welch", "difference_cr2", "before_after_paired", "callaway_santanna_not_yet_treated"]);

/** The headline of a KPI the plan does not compare, by the method the design leads with; times until an event are for the plan's own KPIs. */
export async function estimateChainKpi(
  occasion: Occasion,
  design: Design,
  refusal: Reason | null,
): Promise<MethodResult | null> {
  const own: Design = design.outcome === "time" ? { ...design, estimators: [didCr1], outcome: "trends" } : design;
  const lead = own.leading?.(occasion.plan) ?? own.estimators[0]?.method;
  const first = own.estimators.filter(({ method }) => method === lead);
  const rest = own.estimators.filter(({ method }) => method !== lead && standIns.has(method));
  let found: MethodResult | null = null;
  for (const estimators of [first, rest]) {
    if (estimators.length === 0) continue;
    const [headline] = await estimateKpi({ occasion, design: { ...own, estimators }, refusal });
    if (headline?.status === "estimated") return headline;
    found ??= headline ?? null;
  }
  return found;
}
