import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { carriedTasks } from "@/lib/skills/carried-tasks";

/** A step of a workflow that does a task, and how it goes well. */
type GuidingStep = { id: string; name: string; workflowId: string; workflow: string; goodPath: string | null };

/** Where a task says how it is done: what an answer should link to instead of being given again. */
export type Guidance = {
  taskId: string;
  name: string;
  role: string | null;
  /** Its good path, or that of a step that does it, is written down. */
  documented: boolean;
  goodPath: string | null;
  steps: GuidingStep[];
};

/** By the id of the task; a task made one with another is looked up by the id of its heir. */
export async function guidanceOf(tx: Tx, orgId: string, taskIds: readonly string[]): Promise<Map<string, Guidance>> {
  const { rows } = await tx.execute<Omit<Guidance, "documented">>(sql`
    select t.id as "taskId", t.name, r.name as role, t.good_path as "goodPath", coalesce((
      select json_agg(json_build_object('id', s.id, 'name', s.name, 'workflowId', w.id, 'workflow', w.name, 'goodPath', s.good_path)
        order by w.name, s.position)
      from workflow_steps s
      join ${carriedTasks(orgId)} c on c.was = s.task_id and c.id = t.id
      join workflows w on w.org_id = s.org_id and w.id = s.workflow_id
      where s.org_id = t.org_id), '[]') as steps
    from tasks t left join roles r on r.org_id = t.org_id and r.id = t.role_id
    where t.org_id = ${orgId} and t.id = any(${sql.param([...taskIds])}::uuid[])`);
  return new Map(
    rows.map((row) => [
      row.taskId,
      { ...row, documented: row.goodPath !== null || row.steps.some(({ goodPath }) => goodPath !== null) },
    ]),
  );
}
