import { type SQL, sql } from "drizzle-orm";

/**
 * A table in brackets: every task (`was`) with the one that carries on for it (id, role_id, name): itself, or what it became part of. Facts
 * keep the task they were recorded for; whoever reads them by task joins this, so that those of a merged one count for its heir.
 */
export const carriedTasks = (orgId: string): SQL => sql`(
  select was.id as was, t.id, t.role_id, t.name from tasks was join tasks t on t.org_id = was.org_id and t.id = coalesce(was.merged_into, was.id)
  where was.org_id = ${orgId})`;

/** For `task_id = `: any of these tasks and of all that became one with them, which is what facts of theirs may name. */
export const sameTasks = (orgId: string, ids: readonly string[]): SQL => sql`any(array(
  select one.was from ${carriedTasks(orgId)} one
  where one.id in (select asked.id from ${carriedTasks(orgId)} asked where asked.was = any(${sql.param([...ids])}::uuid[]))))`;
