import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { carriedTasks } from "@/lib/skills/carried-tasks";

export type SignalChoices = {
  behaviours: { id: string; statement: string; skill: string; seenBySystems: boolean }[];
  tasks: { id: string; name: string; role: string | null; jobs: number }[];
  kpis: { id: string; name: string; unit: string | null; down: boolean }[];
};

/** What a rule can be made of: behaviours, tasks with jobs on file, KPIs with values by person. */
export const readSignalChoices = query("evidence.rule", async (tx, _: null, { orgId }): Promise<SignalChoices> => {
  const { rows: behaviours } = await tx.execute<SignalChoices["behaviours"][number]>(sql`
    select b.id, b.statement, s.name as skill, 'system' = any(b.seen_by) as "seenBySystems"
    from behaviours b join skills s on s.org_id = ${orgId} and s.id = b.skill_id
    where b.org_id = ${orgId} and b.retired_at is null and s.retired_at is null order by s.name, b.position, b.statement`);
  const { rows: tasks } = await tx.execute<SignalChoices["tasks"][number]>(sql`
    with recent as (
      select c.id as task_id, count(*)::int as jobs from work_events e join ${carriedTasks(orgId)} c on c.was = e.task_id
      where org_id = ${orgId} and completed_at >= (select revised_at from organisations where id = ${orgId}) - interval '6 months' group by c.id
    )
    select t.id, t.name, r.name as role, recent.jobs from recent
    join tasks t on t.org_id = ${orgId} and t.id = recent.task_id left join roles r on r.org_id = ${orgId} and r.id = t.role_id
    order by r.name nulls last, t.name`);
  const { rows: kpis } = await tx.execute<SignalChoices["kpis"][number]>(sql`
    select k.id, k.name, k.unit, k.direction = 'down' as down from kpis k
    where k.org_id = ${orgId} and exists (select from kpi_values v where v.org_id = ${orgId} and v.kpi_id = k.id) order by k.name`);
  return { behaviours, tasks, kpis };
});
