import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roleNames } from "@/db/schema/access";
import { type Found, mostFound } from "@/lib/access/choosing/choosable";
import { holdsWords } from "@/lib/access/choosing/holds-words";
import { holdsOne } from "@/lib/access/choosing/is-choosable";
import { toldApart } from "@/lib/access/choosing/told-apart";
import { may } from "@/lib/access/policy";
import { dayOf } from "@/lib/days";
import { type Need, readNeedsSeenBy } from "@/lib/observe/read-candidates";
import { query } from "@/lib/server/tenant-access";

type Peer = {
  id: string;
  name: string;
  email: string;
  role: string | null;
  team: string | null;
  site: string | null;
  sameTeam: boolean;
};
/** `isAlone`: the person has no colleague who could be asked. */
export type ReviewChoices = { isAlone: boolean; behaviours: Pick<Need, "behaviourId" | "statement" | "skill">[] };

/** Whom the viewer may ask for a review and what their own role asks for; null for somebody without a record as a person. */
export const readReviewChoices = query(
  "review.hand-in",
  async (tx, _: null, { orgId, personId }): Promise<ReviewChoices | null> => {
    if (!personId) return null;
    const needs = await readNeedsSeenBy(tx, orgId, [personId], dayOf(new Date()), "peer");
    const behaviours = needs
      .map(({ behaviourId, statement, skill }) => ({ behaviourId, statement, skill }))
      .sort((a, b) => a.skill.localeCompare(b.skill) || a.statement.localeCompare(b.statement));
    const peers = await readPeers(tx, orgId, personId, { which: sql`true`, limit: 1 });
    return { isAlone: peers.length === 0, behaviours };
  },
);

/** Colleagues who may be asked, whose name, number, role, team or site hold every word; those of the team first. */
export const findPeers = query("review.hand-in", async (tx, typed: string, { orgId, personId }): Promise<Found> => {
  if (!personId) return { people: [], more: false };
  const place = sql`concat_ws(' ', p.name, p.employee_id, r.name, t.name, s.name)`;
  const found = await readPeers(tx, orgId, personId, { which: holdsWords(place, typed), limit: mostFound + 1 });
  const placeOf = ({ role, team, site, sameTeam }: Peer) =>
    [sameTeam ? "Your team" : team, role, site].filter(Boolean).join(", ");
  return toldApart(found.map((peer) => ({ ...peer, place: placeOf(peer) })));
});

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
    select p.id, coalesce(p.name, p.employee_id) as name, r.name as role, t.name as team, s.name as site, u.email, coalesce(e.team_id = own.team_id, false) as "sameTeam"
    from own
    join employments e on e.org_id = ${orgId} and e.person_id <> own.person_id and (e.team_id = own.team_id or e.role_id = own.role_id) and ${isToday}
    join people p on p.org_id = ${orgId} and p.id = e.person_id
    left join roles r on r.org_id = ${orgId} and r.id = e.role_id
    left join teams t on t.org_id = ${orgId} and t.id = e.team_id
    left join sites s on s.org_id = ${orgId} and s.id = e.site_id
    join lateral (
      select u.email from users u where u.org_id = ${orgId} and u.person_id = p.id and u.disabled_at is null and ${holdsOne(orgId, reviewing, sql`u.id`)}
      order by u.email limit 1
    ) u on true
    where ${which} and p.id not in (select person_id from above where person_id is not null)
    order by "sameTeam" desc, name, p.id limit ${limit}`);
  return rows;
}

const isToday = sql`e.starts_on <= current_date and (e.ends_on is null or e.ends_on > current_date)`;
