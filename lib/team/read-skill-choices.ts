import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { skills } from "@/db/schema/taxonomy";

/** Skills that the roles of these people need. */
export async function readSkillChoices(tx: Tx, orgId: string, personIds: readonly string[]) {
  return tx
    .select({ id: skills.id, name: skills.name })
    .from(skills)
    .where(
      sql`${skills.orgId} = ${orgId} and ${skills.retiredAt} is null and ${skills.id} in (
        select n.skill_id from employments e join role_skills n on n.org_id = ${orgId} and n.role_id = e.role_id
        where e.org_id = ${orgId} and e.person_id = any(${sql.param([...personIds])}::uuid[])
          and e.starts_on <= current_date and (e.ends_on is null or e.ends_on > current_date))`,
    )
    .orderBy(skills.name);
}
