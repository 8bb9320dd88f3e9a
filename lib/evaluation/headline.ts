import { type ResultUnit, resultUnit } from "./measured-kpi";
import type { EvaluationResult } from "./result";

/** The one figure of an evaluation, or why it is not shown; `unit` where it is not the KPI's own. */
export type Headline =
  | {
      kind: "estimate";
      method: string;
      value: number;
      interval: [number, number];
      log: boolean;
      n: number;
      unit?: ResultUnit;
    }
  | { kind: "withheld"; minimum: number }
  | { kind: "not-estimable"; reason: string };

/** The headline of the primary KPI; withheld where an arm of the comparison is smaller than the minimum group size. */
export function headlineOf(
  result: Pick<EvaluationResult, "arms" | "means" | "results">,
  minimum: number,
  log: boolean,
): Headline {
  if (isWithheld(result, minimum)) return { kind: "withheld", minimum };
  const found = result.results.find(({ role, headline }) => role === "primary" && headline);
  if (!found || found.estimate === null || found.ci === null) {
    return { kind: "not-estimable", reason: found?.reason ?? "The plan names no primary KPI." };
  }
  const n = found.n.treated + found.n.control;
  const unit = resultUnit(found);
  return {
    kind: "estimate",
    method: found.method,
    value: found.estimate,
    interval: found.ci,
    log,
    n,
    ...(unit && { unit }),
  };
}

/** True where a side of the comparison holds somebody, but too few to be shown. */
export function isWithheld({ arms, means }: Pick<EvaluationResult, "arms" | "means">, minimum: number): boolean {
  return (["treated", "control"] as const).some((side) => {
    const people = arms.filter(({ arm }) => arm === side).reduce((sum, arm) => sum + arm.people, 0);
    const seen = means[side].follow_up.n;
    return [people, seen].some((count) => count > 0 && count < minimum);
  });
}
