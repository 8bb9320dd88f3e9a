import type { PlanKpi } from "./plan";
import type { MethodResult } from "./result";

type Measured = Pick<PlanKpi, "name" | "unit" | "currency" | "direction">;

/** What a result is measured in, where that is not the KPI itself: the time until its event, the share without it, or a ratio of hazards. */
export type ResultUnit = "days" | "share" | "ratio";

export function resultUnit({ detail }: MethodResult): ResultUnit | null {
  const { unit } = detail;
  return unit === "days" || unit === "share" || unit === "ratio" ? unit : null;
}

/** The KPI as a result measures it, its direction turned where more of it means that the event comes later. */
export function measuredKpi(kpi: Measured, result: MethodResult): Measured {
  const unit = resultUnit(result);
  if (unit === null) return kpi;
  const later = kpi.direction === "up" ? "down" : "up";
  if (unit === "days") return { ...kpi, name: `time until ${kpi.name}`, unit, direction: later };
  if (unit === "share") return { ...kpi, name: `people without ${kpi.name}`, unit, direction: later };
  return { ...kpi, name: `hazard of ${kpi.name}`, unit };
}
