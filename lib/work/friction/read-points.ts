import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import type { FrictionPoint } from "./friction";

/** The register, newest first, dismissed ones too. Of one role where it is named. */
export async function readPoints(
  tx: Tx,
  orgId: string,
  roleId: string | null,
): Promise<Omit<FrictionPoint, "recheck">[]> {
  const { rows } = await tx.execute<Omit<FrictionPoint, "recheck">>(sql`
    select p.id, p.kind, p.status, p.statement, p.origin, p.told_by as "toldBy", p.of_process as "ofProcess", p.figures,
      json_build_object('id', r.id, 'name', r.name) as role, p.created_at::text as "createdAt",
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as task,
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name, 'workflowId', w.id, 'workflow', w.name) end as step,
      coalesce((
        select json_agg(json_build_object('id', a.id, 'code', a.code, 'title', a.title, 'owner', a.owner, 'version', a.version) order by a.code)
        from friction_activities f join activities a on a.org_id = f.org_id and a.id = f.activity_id
        where f.org_id = p.org_id and f.friction_id = p.id
      ), '[]') as activities
    from friction_points p
    left join ${carriedTasks(orgId)} t on t.was = p.task_id
    join roles r on r.org_id = p.org_id and r.id = coalesce(case when t.id <> p.task_id then t.role_id end, p.role_id)
    left join workflow_steps s on s.org_id = p.org_id and s.id = p.step_id
    left join workflows w on w.org_id = s.org_id and w.id = s.workflow_id
    where p.org_id = ${orgId} and ${roleId === null ? sql`true` : sql`r.id = ${roleId}`}
    order by p.created_at desc, p.id`);
  return rows;
}
