import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Batch } from "./fact-tables";

/**
 * Runs the undo of a skills.csv, which puts whole rows back as they were, without losing what people have set since and no version carries:
 * where they placed a task at Work, and when somebody in a role counts as proficient.
 */
export async function keepSetSince(tx: Tx, orgId: string, batch: Batch, takeBack: () => Promise<void>): Promise<void> {
  await tx.execute(sql`
    create temp table placed_since on commit drop as
    select t.id, t.frequency, t.impact from tasks t
    where t.org_id = ${orgId} and t.id::text in (
      select subject from audit_log where org_id = ${orgId} and at > ${batch.startedAt.toISOString()}
        and action = 'work.edit' and detail ->> 'change' = 'placed')`);
  await tx.execute(sql`
    create temp table proficient_since on commit drop as
    select r.id, r.proficiency from roles r
    where r.org_id = ${orgId} and r.id::text in (
      select subject from audit_log where org_id = ${orgId} and at > ${batch.startedAt.toISOString()}
        and action = 'skill.edit' and detail ->> 'change' = 'proficiency')`);
  await takeBack();
  await tx.execute(sql`
    update tasks t set frequency = p.frequency, impact = p.impact from placed_since p where t.org_id = ${orgId} and t.id = p.id`);
  await tx.execute(sql`
    update roles r set proficiency = p.proficiency from proficient_since p where r.org_id = ${orgId} and r.id = p.id`);
}
