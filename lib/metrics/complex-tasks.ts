import { sql } from "drizzle-orm";

/** Tasks for which some role needs a skill of depth "complex" (for that task, else at all). */
export function complexTasks(orgId: string) {
  return sql`
    select distinct rs.task_id
    from role_skills rs join skills s on s.org_id = rs.org_id and s.id = rs.skill_id
    where rs.org_id = ${orgId} and rs.task_id is not null and coalesce(rs.depth, s.depth) = 'complex'`;
}
