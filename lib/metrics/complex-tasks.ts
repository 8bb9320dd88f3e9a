import { sql } from "drizzle-orm";
import { carriedTasks } from "@/lib/skills/carried-tasks";

/** Tasks for which some role needs a skill of depth "complex" (for that task, else at all): by what facts name (`task_id`), which one it is now. */
export function complexTasks(orgId: string) {
  return sql`
    select distinct t.was as task_id, t.id as task
    from role_skills rs join skills s on s.org_id = rs.org_id and s.id = rs.skill_id join ${carriedTasks(orgId)} t on t.id = rs.task_id
    where rs.org_id = ${orgId} and coalesce(rs.depth, s.depth) = 'complex'`;
}
