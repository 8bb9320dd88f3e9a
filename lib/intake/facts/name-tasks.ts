import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { insertLogged } from "@/lib/intake/write/log-changes";

/**
 * Fills the temp table `task_names (name, role_id, task_id)`: the task each name means for somebody in a role, and with a null role
 * for everybody else. New names become tasks without a role; one that a task went by before a version gave it another is that task. Files
 * name a task, and several roles may have one of that name.
 * @param names selects one text column
 */
export async function nameTasks(merge: Merge, names: SQL): Promise<{ isAmbiguous: boolean }> {
  const { tx, orgId } = merge;
  await tx.execute(sql`create temp table named_tasks on commit drop as
    select distinct x.name from (${names}) x (name) where x.name is not null`);
  await tx.execute(sql`create temp table former_tasks on commit drop as
    with unknown as materialized (
      select name from named_tasks n where not exists (select from tasks t where t.org_id = ${orgId} and t.name = n.name)
    )
    select distinct n.name, t.role_id, t.id
    from taxonomy_versions v cross join jsonb_array_elements(v.changes) c
    join unknown n on n.name = c -> 'before' ->> 'name'
    join tasks t on t.org_id = ${orgId} and t.id = (c ->> 'id')::uuid
    where v.org_id = ${orgId} and c -> 'before' ->> 'kind' = 'task' and exists (select from unknown)`);
  await insertLogged(
    merge,
    "tasks",
    sql`
    insert into tasks (org_id, name) select ${orgId}::uuid, n.name from named_tasks n
    where not exists (select from tasks t where t.org_id = ${orgId} and t.name = n.name)
      and n.name not in (select name from former_tasks)`,
  );
  await tx.execute(sql`create temp table task_names on commit drop as
    with called as materialized (
      select t.name, t.role_id, t.id from tasks t join named_tasks n using (name) where t.org_id = ${orgId}
      union all select name, role_id, id from former_tasks
    )
    select t.name, null::uuid as role_id, (array_agg(t.id order by t.role_id nulls first, t.id))[1] as task_id from called t group by t.name
    union all
    select t.name, t.role_id, t.id from called t
    where t.role_id is not null and exists (select from called other where other.name = t.name and other.id <> t.id)`);
  await tx.execute(sql`analyze task_names`);
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from task_names where role_id is not null`,
  );
  return { isAmbiguous: (rows[0]?.n ?? 0) > 0 };
}

/** Joins `task_names` as `task` (and, where a name is ambiguous, by the role the person had then). Gives the id. */
export function taskJoin(
  orgId: string,
  name: SQL,
  when: SQL,
  { isAmbiguous }: { isAmbiguous: boolean },
): { joins: SQL; id: SQL } {
  const anybody = sql`left join task_names task on task.name = ${name} and task.role_id is null`;
  if (!isAmbiguous) return { joins: anybody, id: sql`task.task_id` };
  const joins = sql`${anybody}
    left join employments spell on spell.org_id = ${orgId} and spell.person_id = p.person_id and spell.starts_on <= ${when}::date
      and (spell.ends_on is null or spell.ends_on > ${when}::date)
    left join task_names own on own.name = ${name} and own.role_id = spell.role_id`;
  return { joins, id: sql`coalesce(own.task_id, task.task_id)` };
}
