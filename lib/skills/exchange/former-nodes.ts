import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { formerWords } from "@/lib/skills/former-words";
import type { FormerName } from "./find-same";

/** Names that nodes had before a version gave them others, or before they became part of others: with what carries on today. */
export async function readFormerNames(tx: Tx, orgId: string): Promise<FormerName[]> {
  const { rows } = await tx.execute<FormerName>(sql`
    select 'role' as kind, '' as parent, f.name, f.id, false as merged from (${formerWords(orgId, "role")}) f
    union all ${ofWords(orgId, "skill")} union all ${ofWords(orgId, "behaviour")} union all ${ofTasks(orgId)}`);
  return rows;
}

function ofWords(orgId: string, kind: "skill" | "behaviour"): SQL {
  const table = sql.raw(kind === "skill" ? "skills" : "behaviours");
  const label = sql.raw(kind === "skill" ? "name" : "statement");
  return sql`
    select ${kind}, '', f.name, coalesce(x.merged_into, x.id), x.merged_into is not null
    from (${formerWords(orgId, kind)}) f join ${table} x on x.org_id = ${orgId} and x.id = f.id
    union all
    select ${kind}, '', x.${label}, x.merged_into, true from ${table} x where x.org_id = ${orgId} and x.merged_into is not null`;
}

/** Of tasks within their role: one that went to another role is not the task the file means. */
const ofTasks = (orgId: string): SQL => sql`
  select 'task', now.role_id::text, was.name, now.id, was.id <> now.id
  from (
    (select distinct on (c -> 'before' ->> 'roleId', c -> 'before' ->> 'name') (c ->> 'id')::uuid as id, c -> 'before' ->> 'name' as name,
      c -> 'before' ->> 'roleId' as role
    from taxonomy_versions v cross join jsonb_array_elements(v.changes) c
    where v.org_id = ${orgId} and c -> 'before' ->> 'kind' = 'task'
    order by c -> 'before' ->> 'roleId', c -> 'before' ->> 'name', v.number desc)
    union all
    select t.id, t.name, t.role_id::text from tasks t where t.org_id = ${orgId} and t.merged_into is not null
  ) was
  join tasks x on x.org_id = ${orgId} and x.id = was.id
  join tasks now on now.org_id = ${orgId} and now.id = coalesce(x.merged_into, x.id) and now.role_id::text = was.role`;
