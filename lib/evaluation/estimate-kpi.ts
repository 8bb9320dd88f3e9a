import type { Design } from "./design";
import { type Estimator, type Occasion, type Outcome, refused } from "./estimator";
import type { PlanKpi } from "./plan";
import { explainReason, type Reason } from "./reasons";
import type { MethodResult } from "./result";

type Question = { occasion: Occasion; design: Design; refusal: Reason | null };

/** Refusals that leave the lead to the next method: this one has nothing to stand on here. */
const withoutFooting: readonly Reason[] = ["no-baseline", "no-comparison"];

/**
 * Every method of the design on one KPI, headline first. The headline is the one the design leads with, or the next that could
 * be estimated where that one has no baseline or nobody to compare with.
 */
export async function estimateKpi(question: Question): Promise<MethodResult[]> {
  const { occasion, design } = question;
  const { kpi } = occasion;
  const refusal = question.refusal ?? (occasion.panel.notPositive > 0 ? "not-positive" : null);
  const outcomes: Outcome[] = [];
  for (const estimator of design.estimators) {
    const outcome = refusal ? refuse(estimator, refusal) : await estimator.estimate(occasion);
    if (outcome) outcomes.push(outcome);
  }
  const leading = design.leading?.(occasion.plan);
  const first = outcomes.find(({ method }) => method === leading) ?? outcomes[0];
  const yields = [...withoutFooting, ...(design.yieldsFor ?? [])];
  const stands = first?.kind !== "not-estimable" || !yields.includes(first.reason);
  const headline = (!stands && outcomes.find(({ kind }) => kind === "estimate")) || first;
  return outcomes
    .toSorted((left, right) => Number(right === headline) - Number(left === headline))
    .map((outcome) => toResult(outcome, kpi, outcome === headline));
}

function refuse({ method, optional }: Estimator, reason: Reason): Outcome | null {
  return optional ? null : refused(method, reason);
}

function toResult(outcome: Outcome, kpi: PlanKpi, headline: boolean): MethodResult {
  const base = { kpi: kpi.code, role: kpi.role, method: outcome.method, headline, n: outcome.n };
  if (outcome.kind === "not-estimable") {
    return {
      ...base,
      status: "not_estimable",
      reason: explainReason(outcome.reason),
      estimate: null,
      standard_error: null,
      df: null,
      ci: null,
      p: null,
      detail: {},
    };
  }
  return {
    ...base,
    status: "estimated",
    reason: null,
    estimate: outcome.estimate,
    standard_error: outcome.standardError,
    df: outcome.degreesOfFreedom,
    ci: outcome.interval,
    p: outcome.p,
    detail: snakeCased(outcome.detail ?? {}),
  };
}

function snakeCased(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      isRecord(held) ? snakeCased(held) : held,
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
