import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Design } from "./design";
import type { Plan } from "./plan";

/** Whether chance decided who is in which arm or, of a phased roll-out, who goes when: there everybody's assignment must say so. */
export async function lotsWereDrawn(tx: Tx, plan: Plan, design: Design): Promise<boolean> {
  if (design.random || plan.design !== "phased") return design.random;
  const { rows } = await tx.execute<{ drawn: boolean | null }>(sql`
    select bool_and(coalesce(assigned = 'randomised', false)) as drawn from arm_members
    where org_id = ${plan.orgId} and initiative_id = ${plan.peopleOf}`);
  return rows[0]?.drawn ?? false;
}
