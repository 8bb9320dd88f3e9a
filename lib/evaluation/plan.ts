import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import type { Allocation, kpiRoles } from "@/db/schema/plan-terms";
import { kpis } from "@/db/schema/work";

/** Days of a window, both included; an end that is null is open. */
export type Window = { from: string | null; to: string | null };

export type PlanKpi = Pick<
  typeof kpis.$inferSelect,
  "id" | "code" | "name" | "layer" | "unit" | "direction" | "kind" | "currency"
> & { role: (typeof kpiRoles)[number] };

/** What a plan holds of a KPI, as a selection. */
export const kpiColumns = {
  id: kpis.id,
  code: kpis.code,
  name: kpis.name,
  layer: kpis.layer,
  unit: kpis.unit,
  direction: kpis.direction,
  kind: kpis.kind,
  currency: kpis.currency,
};

/** What an initiative promised to compare, as registered. */
export type Plan = Pick<
  typeof initiatives.$inferSelect,
  | "id"
  | "orgId"
  | "code"
  | "title"
  | "summary"
  | "note"
  | "design"
  | "unitOfAnalysis"
  | "cluster"
  | "period"
  | "control"
  | "covariates"
  | "transform"
  | "confidence"
  | "seed"
  | "chain"
  | "hypothesis"
  | "exclusions"
  | "plannedPower"
  | "draft"
  | "explores"
  | "registeredAt"
  | "registeredBy"
  | "planHash"
> & {
  baseline: Window;
  followUp: Window;
  primary: PlanKpi | null;
  secondaries: PlanKpi[];
  /** The initiative whose cohort is compared: its own, or that of the one it explores. */
  peopleOf: string;
  /** KPIs the programme should not move. */
  placebos: PlanKpi[];
  /** Null where the plan says nothing, which means equal shares. */
  allocation: Allocation | null;
};

/** The plan of an initiative; null when this organisation has none of that id. */
export async function readPlan(tx: Tx, initiativeId: string): Promise<Plan | null> {
  const [initiative] = await tx.select().from(initiatives).where(eq(initiatives.id, initiativeId));
  if (!initiative) return null;
  const named: PlanKpi[] = await tx
    .select({ ...kpiColumns, role: initiativeKpis.role })
    .from(initiativeKpis)
    .innerJoin(kpis, sql`${kpis.orgId} = ${initiativeKpis.orgId} and ${kpis.id} = ${initiativeKpis.kpiId}`)
    .where(eq(initiativeKpis.initiativeId, initiativeId))
    .orderBy(asc(kpis.code));
  return {
    ...initiative,
    peopleOf: initiative.explores ?? initiative.id,
    baseline: { from: initiative.baselineFrom, to: initiative.baselineTo },
    followUp: { from: initiative.followUpFrom, to: initiative.followUpTo },
    allocation: initiative.allocation,
    primary: named.find((kpi) => kpi.role === "primary") ?? null,
    secondaries: named.filter((kpi) => kpi.role === "secondary"),
    placebos: named.filter((kpi) => kpi.role === "placebo"),
  };
}
