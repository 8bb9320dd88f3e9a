import { z } from "zod";
import { entryId } from "@/lib/entry";

const day = z.iso.date("Write a date such as 2025-03-31");
const span = z.object({ from: day, to: day });
/** What is no number is refused with the plan, beside its field. */
const number = z.union([z.number(), z.nan()]).optional();
const codes = z.array(z.string().max(200)).max(50);

/** What of a plan can be changed: what is compared, when, of whom and with what adjustment. Who was assigned where is history. */
const changes = z.object({
  primary_kpi: z.string().min(1, "Choose a KPI").max(200).optional(),
  secondary_kpis: codes.optional(),
  placebo_kpis: codes.nullable().optional(),
  baseline: span.nullable().optional(),
  follow_up: span.nullable().optional(),
  covariates: z.array(z.string().max(500)).max(50).optional(),
  hypothesis: z
    .object({ kind: z.enum(["superiority", "non_inferiority"]), margin: number })
    .nullable()
    .optional(),
  exclusions: z
    .array(
      z.object({
        column: z.string().max(200),
        in: z.array(z.string().max(500)).max(500).optional(),
        below: number,
        above: number,
        reason: z.string().max(500),
      }),
    )
    .max(20)
    .nullable()
    .optional(),
});
export type PlanChanges = z.output<typeof changes>;

const reason = z.string().trim().min(10, "Say why, in a sentence others will read").max(2_000);

export const amendPlanInput = z.object({ initiativeId: z.uuid(), reason, changes });
export type AmendPlan = z.output<typeof amendPlanInput>;

export const explorePlanInput = z.object({ entryId, initiativeId: z.uuid(), reason, changes });
export type ExplorePlan = z.output<typeof explorePlanInput>;

export const oneInitiative = z.object({ initiativeId: z.uuid() });
