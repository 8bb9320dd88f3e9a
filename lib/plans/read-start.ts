import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Plan, readPlan } from "@/lib/evaluation/plan";
import { query } from "@/lib/server/tenant-access";
import { type ChainGap, chainGaps, type Start } from "./chain-gaps";

/** What a draft still lacks before it may be registered, and when its first people are to start; null for what is no draft. */
export const readStart = query(
  "initiative.read",
  async (tx, initiativeId: string): Promise<{ gaps: ChainGap[]; starts: string | null } | null> => {
    const plan = await readPlan(tx, initiativeId);
    return plan?.draft ? startOf(tx, plan) : null;
  },
);

/** What the chain of a registered initiative lacks: with gaps it is a content library. Null for a draft, an exploration and an unknown id. */
export const readLibraryGaps = query(
  "initiative.read",
  async (tx, initiativeId: string): Promise<ChainGap[] | null> => {
    const plan = await readPlan(tx, initiativeId);
    if (!plan || plan.draft || plan.explores !== null) return null;
    return (await startOf(tx, plan)).gaps.filter(({ ofChain }) => ofChain);
  },
);

type PlanToStart = Start["plan"] & Pick<Plan, "orgId" | "peopleOf">;

/** The same for a plan that is at hand. */
export async function startOf(tx: Tx, plan: PlanToStart): Promise<{ gaps: ChainGap[]; starts: string | null }> {
  const { rows: arms } = await tx.execute<{ arm: string; people: number; starts: string | null }>(sql`
    select arm, count(*)::int as people, min(least(planned_on, exposed_on))::text as starts
    from arm_members where org_id = ${plan.orgId} and initiative_id = ${plan.peopleOf} group by arm order by arm`);
  const starts = arms.flatMap(({ arm, starts }) => (arm !== "control" && starts ? [starts] : [])).sort()[0] ?? null;
  const gaps = chainGaps({
    plan,
    layers: await readLayers(tx, plan.orgId),
    arms: new Map(arms.map(({ arm, people }) => [arm, people])),
    starts,
    today: new Date().toISOString().slice(0, 10),
  });
  return { gaps, starts };
}

/** The layer of every KPI by its code. */
export async function readLayers(tx: Tx, orgId: string): Promise<Map<string, string | null>> {
  const { rows } = await tx.execute<{ code: string; layer: string | null }>(sql`
    select code, layer from kpis where org_id = ${orgId}`);
  return new Map(rows.map(({ code, layer }) => [code, layer]));
}
