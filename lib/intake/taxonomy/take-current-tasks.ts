import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { noteRenamed, type Renamed } from "./note-renamed";

/**
 * As `takeCurrentWords` for tasks, which are told apart by their role, whose cells must say the words of today. A task that went to another role
 * takes the row along.
 */
export async function takeCurrentTasks(merge: Merge): Promise<void> {
  const { tx, orgId, notices } = merge;
  await tx.execute(sql`create temp table unknown_tasks on commit drop as
    select distinct r.id as role_id, s.role, s.task from staged s join roles r on r.org_id = ${orgId} and r.name = s.role
    where s.task is not null and not exists (
      select from tasks t where t.org_id = ${orgId} and t.role_id = r.id and t.name = s.task and t.retired_at is null)`);
  const { rows: some } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from unknown_tasks`);
  if (!some[0]?.n) return;
  await tx.execute(sql`create temp table current_tasks on commit drop as
    with meant as (
      select u.role, u.task, t.merged_into as id, true as merged
      from unknown_tasks u join tasks t on t.org_id = ${orgId} and t.role_id = u.role_id and t.name = u.task and t.merged_into is not null
      union all
      select role, task, id, false from (
        select distinct on (u.role, u.task) u.role, u.task, coalesce(t.merged_into, t.id) as id
        from taxonomy_versions v cross join jsonb_array_elements(v.changes) c
        join unknown_tasks u on u.task = c -> 'before' ->> 'name' and u.role_id = (c -> 'before' ->> 'roleId')::uuid
        join tasks t on t.org_id = ${orgId} and t.id = (c ->> 'id')::uuid
        where v.org_id = ${orgId} and c -> 'before' ->> 'kind' = 'task' and not exists (
          select from tasks own where own.org_id = ${orgId} and own.role_id = u.role_id and own.name = u.task)
        order by u.role, u.task, v.number desc
      ) former
    )
    select m.role, m.task, r.name as new_role, t.name as new_task, m.merged
    from meant m join tasks t on t.org_id = ${orgId} and t.id = m.id and (t.retired_at is null or not m.merged)
    join roles r on r.org_id = ${orgId} and r.id = t.role_id
    where t.name <> t.id::text`);
  await tx.execute(sql`
    insert into former_lines
    select s.line, k.kind, w.merged or k.kind = 'role' from staged s join current_tasks w using (role, task)
    cross join (values ('task'), ('role')) k (kind) where k.kind = 'task' or w.new_role <> w.role`);
  await tx.execute(sql`
    update staged s set role = w.new_role, task = w.new_task from current_tasks w where w.role = s.role and w.task = s.task`);
  const { rows } = await tx.execute<Renamed>(sql`
    select task as said, case when role = new_role then new_task else new_task || ' (' || new_role || ')' end as name, merged
    from current_tasks order by 1`);
  noteRenamed(notices, "task", rows);
}
