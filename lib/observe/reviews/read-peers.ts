import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roleNames } from "@/db/schema/access";
import { may } from "@/lib/access/policy";
import { type Need, readNeedsSeenBy } from "@/lib/observe/read-candidates";
import { dayOf } from "@/lib/observe/week";
import { query } from "@/lib/server/tenant-access";

export type Peer = { id: string; name: string; role: string | null; sameTeam: boolean };
/** Colleagues found, the first of them by team and name; `more` where there are others. */
export type Peers = { peers: Peer[]; more: boolean };
export type ReviewChoices = Peers & { behaviours: Pick<Need, "behaviourId" | "statement" | "skill">[] };

/** So many are offered at once; others are found by name. */
const most = 50;

/** Whom the viewer may ask for a review and what their own role asks for; null for somebody without a record as a person. */
export const readReviewChoices = query(
  "review.hand-in",
  async (tx, _: null, { orgId, personId }): Promise<ReviewChoices | null> => {
    if (!personId) return null;
    const needs = await readNeedsSeenBy(tx, orgId, [personId], dayOf(new Date()), "peer");
    const behaviours = needs
      .map(({ behaviourId, statement, skill }) => ({ behaviourId, statement, skill }))
      .sort((a, b) => a.skill.localeCompare(b.skill) || a.statement.localeCompare(b.statement));
    return { ...(await readFirst(tx, orgId, personId, "")), behaviours };
  },
);

/** Those of `readReviewChoices` whose name or number holds a text. */
export const findPeers = query("review.hand-in", async (tx, text: string, { orgId, personId }): Promise<Peers> => {
  return personId ? readFirst(tx, orgId, personId, text) : { peers: [], more: false };
});

async function readFirst(tx: Tx, orgId: string, personId: string, text: string): Promise<Peers> {
  const holds = sql`strpos(lower(concat_ws(' ', p.name, p.employee_id)), lower(${text.trim()})) > 0`;
  const found = await readPeers(tx, orgId, personId, { which: holds, limit: most + 1 });
  return { peers: found.slice(0, most), more: found.length > most };
}

/** Whether somebody is a peer who may be asked. */
export async function isPeer(tx: Tx, orgId: string, personId: string, peerId: string): Promise<boolean> {
  return (await readPeers(tx, orgId, personId, { which: sql`p.id = ${peerId}::uuid`, limit: 1 })).length > 0;
}

const reviewing = roleNames.filter((role) => may([role], "review.hand-in"));

/**
 * Colleagues of the same team or role who can sign in and hand in reviews themselves, those of the team first. Not the person, and nobody
 * in whose line they report: what their manager sees is an observation. `which`: a condition on `p`, of people.
 */
async function readPeers(
  tx: Tx,
  orgId: string,
  personId: string,
  { which, limit }: { which: SQL; limit: number },
): Promise<Peer[]> {
  const { rows } = await tx.execute<Peer>(sql`
    with recursive own as (
      select e.person_id, e.manager_id, e.team_id, e.role_id from employments e where e.org_id = ${orgId} and e.person_id = ${personId} and ${isToday}
    ),
    above (person_id) as (
      select manager_id from own
      union select e.manager_id from above a join employments e on e.org_id = ${orgId} and e.person_id = a.person_id and ${isToday}
    )
    select p.id, coalesce(p.name, p.employee_id) as name, r.name as role, coalesce(e.team_id = own.team_id, false) as "sameTeam"
    from own
    join employments e on e.org_id = ${orgId} and e.person_id <> own.person_id and (e.team_id = own.team_id or e.role_id = own.role_id) and ${isToday}
    join people p on p.org_id = ${orgId} and p.id = e.person_id
    left join roles r on r.org_id = ${orgId} and r.id = e.role_id
    where ${which} and p.id not in (select person_id from above where person_id is not null) and exists (
      select from users u join memberships m on m.org_id = ${orgId} and m.user_id = u.id
      where u.org_id = ${orgId} and u.person_id = p.id and u.disabled_at is null and m.role = any(${sql.param(reviewing)}))
    order by "sameTeam" desc, name, p.id limit ${limit}`);
  return rows;
}

const isToday = sql`e.starts_on <= current_date and (e.ends_on is null or e.ends_on > current_date)`;
