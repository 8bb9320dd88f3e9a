import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Plan, readPlan } from "@/lib/evaluation/plan";
import { query } from "@/lib/server/tenant-access";
import { type ChainGap, chainGaps } from "./chain-gaps";

/** What a draft still lacks before it may be registered, and when its first people are to start; null for what is no draft. */
export const readStart = query(
  "initiative.read",
  async (tx, initiativeId: string): Promise<{ gaps: ChainGap[]; starts: string | null } | null> => {
    const plan = await readPlan(tx, initiativeId);
    return plan?.draft ? startOf(tx, plan) : null;
  },
);

/** The same for a plan that is at hand. */
export async function startOf(tx: Tx, plan: Plan): Promise<{ gaps: ChainGap[]; starts: string | null }> {
  const { rows: arms } = await tx.execute<{ arm: string; people: number; starts: string | null }>(sql`
    select arm, count(*)::int as people, min(coalesce(planned_on, exposed_on))::text as starts
    from arm_members where org_id = ${plan.orgId} and initiative_id = ${plan.peopleOf} group by arm order by arm`);
  const { rows: layers } = await tx.execute<{ code: string; layer: string | null }>(sql`
    select code, layer from kpis where org_id = ${plan.orgId}`);
  const starts = arms.flatMap(({ arm, starts }) => (arm !== "control" && starts ? [starts] : [])).sort()[0] ?? null;
  const gaps = chainGaps({
    plan,
    layers: new Map(layers.map(({ code, layer }) => [code, layer])),
    arms: new Map(arms.map(({ arm, people }) => [arm, people])),
    starts,
  });
  return { gaps, starts };
}
