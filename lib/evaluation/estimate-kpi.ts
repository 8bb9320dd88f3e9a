import type { Tx } from "@/db/client";
import type { Design } from "./design";
import { type Estimator, type Outcome, occasionOf, refused } from "./estimator";
import type { Panel } from "./panel-sql";
import type { Plan, PlanKpi } from "./plan";
import { explainReason, type Reason } from "./reasons";
import type { MethodResult } from "./result";

type Question = { tx: Tx; plan: Plan; design: Design; kpi: PlanKpi; panel: Panel; refusal: Reason | null };

/**
 * Every method of the design on one KPI, headline first. The headline is the first of the design, or the next that could
 * be estimated where that one has no baseline to stand on.
 */
export async function estimateKpi(question: Question): Promise<MethodResult[]> {
  const { tx, plan, design, panel, kpi } = question;
  const refusal = question.refusal ?? (panel.notPositive > 0 ? "not-positive" : null);
  const occasion = occasionOf(tx, plan, panel);
  const outcomes: Outcome[] = [];
  for (const estimator of design.estimators) {
    const outcome = refusal ? refuse(estimator, refusal) : await estimator.estimate(occasion);
    if (outcome) outcomes.push(outcome);
  }
  const [first] = outcomes;
  const withoutBaseline = first?.kind === "not-estimable" && first.reason === "no-baseline";
  const headline = (withoutBaseline && outcomes.find(({ kind }) => kind === "estimate")) || first;
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
