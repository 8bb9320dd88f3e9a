import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RoleName } from "@/db/schema/access";
import { may } from "@/lib/access/policy";
import { type Need, readNeedsSeenBy } from "@/lib/observe/read-candidates";
import { dayOf } from "@/lib/observe/week";
import { query } from "@/lib/server/tenant-access";

export type Peer = { id: string; name: string; role: string | null; sameTeam: boolean };
export type ReviewChoices = { peers: Peer[]; behaviours: Pick<Need, "behaviourId" | "statement" | "skill">[] };

/** Whom the viewer may ask for a review and what their own role asks for; null for somebody without a record as a person. */
export const readReviewChoices = query(
  "review.hand-in",
  async (tx, _: null, { orgId, personId }): Promise<ReviewChoices | null> => {
    if (!personId) return null;
    const needs = await readNeedsSeenBy(tx, orgId, [personId], dayOf(new Date()), "peer");
    const behaviours = needs
      .map(({ behaviourId, statement, skill }) => ({ behaviourId, statement, skill }))
      .sort((a, b) => a.skill.localeCompare(b.skill) || a.statement.localeCompare(b.statement));
    return { peers: await readPeers(tx, orgId, personId), behaviours };
  },
);

/**
 * Colleagues of the same team or role who can sign in and hand in reviews themselves, those of the team first. Not the person, and nobody
 * in whose line they report: what their manager sees is an observation.
 */
export async function readPeers(tx: Tx, orgId: string, personId: string): Promise<Peer[]> {
  const { rows } = await tx.execute<Peer & { held: RoleName[] }>(sql`
    with recursive today as (
      select person_id, manager_id, team_id, role_id from employments
      where org_id = ${orgId} and starts_on <= current_date and (ends_on is null or ends_on > current_date)
    ), own as (select * from today where person_id = ${personId}),
    above (person_id) as (
      select manager_id from own
      union select t.manager_id from above a join today t on t.person_id = a.person_id
    )
    select p.id, coalesce(p.name, p.employee_id) as name, r.name as role, coalesce(t.team_id = own.team_id, false) as "sameTeam",
      array_agg(distinct m.role) as held
    from own join today t on t.person_id <> own.person_id and (t.team_id = own.team_id or t.role_id = own.role_id)
    join people p on p.org_id = ${orgId} and p.id = t.person_id
    join users u on u.org_id = ${orgId} and u.person_id = p.id and u.disabled_at is null
    join memberships m on m.org_id = ${orgId} and m.user_id = u.id
    left join roles r on r.org_id = ${orgId} and r.id = t.role_id
    where p.id not in (select person_id from above where person_id is not null)
    group by p.id, p.name, p.employee_id, r.name, t.team_id, own.team_id
    order by "sameTeam" desc, name, p.id`);
  return rows
    .filter(({ held }) => may(held, "review.hand-in"))
    .map(({ id, name, role, sameTeam }) => ({ id, name, role, sameTeam }));
}
