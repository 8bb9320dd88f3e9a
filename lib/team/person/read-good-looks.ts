import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What good looks like: a behaviour that shows a skill, with what each level looks like where somebody wrote it. */
export type GoodLook = {
  skillId: string;
  behaviourId: string;
  statement: string;
  anchors: (string | null)[] | null;
  seenBy: string[];
  ofTeam: boolean;
};

/** The behaviours that show the skills a person's role needs today, by the role's own choice where it made one. */
export async function readGoodLooks(tx: Tx, orgId: string, personId: string): Promise<GoodLook[]> {
  const { rows } = await tx.execute<GoodLook>(sql`
    select distinct on (b.skill_id, b.position, b.statement) b.skill_id as "skillId", b.id as "behaviourId", b.statement, b.anchors,
      b.seen_by as "seenBy", b.of_team as "ofTeam"
    from employments e
    join role_skills n on n.org_id = ${orgId} and n.role_id = e.role_id
    join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id and b.retired_at is null
    where e.org_id = ${orgId} and e.person_id = ${personId} and e.starts_on <= current_date
      and (e.ends_on is null or e.ends_on > current_date)
      and (
        exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id and c.behaviour_id = b.id)
        or not exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id)
      )
    order by b.skill_id, b.position, b.statement`);
  return rows;
}
