import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { touchedTasks } from "./touched-sql";

/** An initiative that touches a step of a workflow, through its chain. */
export type Touching = { id: string; title: string; draft: boolean };

/** Initiatives by the task they touch, of the tasks of one workflow. */
export const readTouching = query(
  "initiative.read",
  async (tx, { workflowId }: { workflowId: string }, { orgId }): Promise<Record<string, Touching[]>> => {
    const { rows } = await tx.execute<{ taskId: string; initiatives: Touching[] }>(sql`
      select t.task_id as "taskId", json_agg(json_build_object('id', i.id, 'title', i.title, 'draft', i.draft) order by i.title, i.id) as initiatives
      from (select distinct initiative_id, task_id from ${touchedTasks(orgId)} one) t
      join initiatives i on i.org_id = ${orgId} and i.id = t.initiative_id
      where t.task_id in (
        select coalesce(k.merged_into, k.id) from workflow_steps s join tasks k on k.org_id = s.org_id and k.id = s.task_id
        where s.org_id = ${orgId} and s.workflow_id = ${workflowId})
      group by 1`);
    return Object.fromEntries(rows.map(({ taskId, initiatives }) => [taskId, initiatives]));
  },
);
