import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import type { Step } from "./input";
import type { StepActivity } from "./suggest-assets";

type Named = { id: string; name: string };

export type StoredStep = Step & {
  id: string;
  workflowId: string;
  task: (Named & { roleId: string | null; role: string | null }) | null;
  handsTo: Named | null;
  kpi: (Named & { unit: string | null; direction: "up" | "down" }) | null;
  /** On the step, or on its task where it names no step. */
  friction: { id: string; kind: "struggle" | "escalate" | "avoidable_error"; statement: string; status: string }[];
  activities: StepActivity[];
};

/** The steps of one workflow, or of all, in order. */
export async function readSteps(tx: Tx, orgId: string, workflowId: string | null): Promise<StoredStep[]> {
  const { rows } = await tx.execute<StoredStep>(sql`
    with carried as materialized ${carriedTasks(orgId)}
    select s.id, s.workflow_id as "workflowId", s.name, t.id as "taskId", s.good_path as "goodPath", s.failure_path as "failurePath",
      s.decision_quality as "decisionQuality", s.hands_to_role_id as "handsToRoleId", s.stated_delay_hours as "statedDelayHours", s.kpi_id as "kpiId",
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'roleId', t.role_id, 'role', tr.name) end as task,
      case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end as "handsTo",
      case when k.id is not null then json_build_object('id', k.id, 'name', k.name, 'unit', k.unit, 'direction', k.direction) end as kpi,
      coalesce((
        select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'statement', f.statement, 'status', f.status) order by f.created_at desc)
        from friction_points f where f.org_id = s.org_id and f.status <> 'dismissed'
          and (f.step_id = s.id or (f.step_id is null and f.task_id in (select was from carried where id = t.id)))
      ), '[]') as friction,
      coalesce((
        select json_agg(json_build_object('id', a.id, 'name', coalesce(a.title, a.code), 'format', a.format) order by a.code)
        from activities a where a.org_id = s.org_id and (
          a.id in (select fa.activity_id from friction_activities fa join friction_points f on f.org_id = fa.org_id and f.id = fa.friction_id
            where fa.org_id = s.org_id and (f.step_id = s.id or f.task_id in (select was from carried where id = t.id)))
          or a.behaviour_id in (select b.id from role_skills n join behaviours b on b.org_id = n.org_id and b.skill_id = n.skill_id
            where n.org_id = s.org_id and n.task_id = t.id and (
              not exists (select from need_behaviours x where x.org_id = n.org_id and x.need_id = n.id)
              or exists (select from need_behaviours x where x.org_id = n.org_id and x.need_id = n.id and x.behaviour_id = b.id)))
        )
      ), '[]') as activities
    from workflow_steps s
    left join carried t on t.was = s.task_id
    left join roles tr on tr.org_id = s.org_id and tr.id = t.role_id
    left join roles h on h.org_id = s.org_id and h.id = s.hands_to_role_id
    left join kpis k on k.org_id = s.org_id and k.id = s.kpi_id
    where s.org_id = ${orgId} and ${workflowId === null ? sql`true` : sql`s.workflow_id = ${workflowId}`}
    order by s.workflow_id, s.position, s.id`);
  return rows;
}
