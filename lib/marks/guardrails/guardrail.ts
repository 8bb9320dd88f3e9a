import type { guardrailSides } from "@/db/schema/scorecard-marks";

/** A bound a figure must not cross while others are improved. */
export type Guardrail = {
  /** `metricKey`: a KPI is `kpi:<id>`, whether its values come per person or per team. */
  metric: string;
  name: string;
  unit: string;
  /** The side of the bound on which it is too far. */
  side: (typeof guardrailSides)[number];
  /** As stored: shares are 0 to 1. */
  bound: number;
  because: string;
};
