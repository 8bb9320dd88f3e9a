import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** A stretch of time in which somebody reported to somebody who still leads today. */
export type Spell = {
  personId: string;
  /** Position in the people file, for a random stream of their own. */
  index: number;
  managerId: string;
  managerIndex: number;
  managerUserId: string;
  team: string | null;
  from: string;
  /** The first day after it; null where it lasts. */
  until: string | null;
};

/** Who reported to whom, as far as the manager can sign in, in the order of the people file. */
export async function readSpells(tx: Tx, orgId: string): Promise<Spell[]> {
  const { rows } = await tx.execute<Spell>(sql`
    select e.person_id as "personId", ${indexOf("p")} as index, e.manager_id as "managerId", ${indexOf("m")} as "managerIndex",
      u.id as "managerUserId", t.name as team, e.starts_on::text as from, e.ends_on::text as until
    from employments e
    join people p on p.org_id = e.org_id and p.id = e.person_id
    join people m on m.org_id = e.org_id and m.id = e.manager_id
    join users u on u.org_id = e.org_id and u.person_id = e.manager_id
    left join teams t on t.org_id = e.org_id and t.id = e.team_id
    where e.org_id = ${orgId} order by p.employee_id, e.starts_on`);
  return rows;
}

/** A skill somebody's role asks for. */
export type Needed = { skillId: string; skill: string; level: number | null; target: number; hasContent: boolean };

export async function readNeeded(tx: Tx, orgId: string): Promise<Map<string, Needed[]>> {
  const { rows } = await tx.execute<Needed & { personId: string }>(sql`
    select s.person_id as "personId", s.skill_id as "skillId", k.name as skill, s.level, s.target_level as target,
      exists (select from activities a where a.org_id = s.org_id and a.skill_id = s.skill_id) as "hasContent"
    from skill_states s join skills k on k.org_id = s.org_id and k.id = s.skill_id
    where s.org_id = ${orgId} and s.target_level is not null order by 1, k.name`);
  const needed = new Map<string, Needed[]>();
  for (const { personId, ...row } of rows) needed.set(personId, [...(needed.get(personId) ?? []), row]);
  return needed;
}

/** E000001 is the first of the generator's people. */
export const indexOf = (people: string) => sql.raw(`substr(${people}.employee_id, 2)::int - 1`);
