import { z } from "zod";

const day = z.iso.date("Write a date such as 2025-03-31");
const span = z.object({ from: day, to: day });

/** What may be amended: what is compared, when and with what adjustment. Who was assigned where is history. */
export const amendPlanInput = z.object({
  initiativeId: z.uuid(),
  reason: z.string().trim().min(10, "Say why, in a sentence others will read").max(2_000),
  changes: z.object({
    primary_kpi: z.string().min(1, "Choose a KPI").max(200).optional(),
    secondary_kpis: z.array(z.string().max(200)).max(50).optional(),
    baseline: span.nullable().optional(),
    follow_up: span.nullable().optional(),
    covariates: z.array(z.string().max(500)).max(50).optional(),
  }),
});
export type AmendPlan = z.output<typeof amendPlanInput>;
