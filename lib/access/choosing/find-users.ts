import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type RoleName, roleNames } from "@/db/schema/access";
import { roleLabels } from "@/lib/access/role-labels";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import { choosable, type Found, mostFound } from "./choosable";
import { holdsWords } from "./holds-words";
import { holdsOne } from "./is-choosable";
import { toldApart } from "./told-apart";

const among =
  (to: keyof typeof choosable) =>
  (tx: Tx, words: string, { orgId }: Viewer): Promise<Found> =>
    find(tx, orgId, words, sql`u.disabled_at is null and ${holdsOne(orgId, choosable[to], sql`u.id`)}`);

/*
 * Users to choose from whose name, role, team or site hold every word. Each throws `forbidden` for whoever has nobody to choose for that.
 */
export const findForProgramme = query("programme.edit", among("programme"));
export const findForRevision = query("work.edit", among("revision"));
export const findForSkill = query("skill.edit", among("skill"));
export const findForAssumption = query("case.edit", among("assumption"));
/** Everybody who has ever signed in or could have: whom the audit log may be about. */
export const findForLog = query("audit.read", (tx, words: string, { orgId }) => find(tx, orgId, words, sql`true`));

type Row = { id: string; name: string; email: string; place: string; roles: RoleName[] };

/** `which`: a condition on `u`, of users. Names that begin as what was typed come first. */
async function find(tx: Tx, orgId: string, typed: string, which: SQL): Promise<Found> {
  const text = typed.trim().toLowerCase();
  const { rows } = await tx.execute<Row>(sql`
    with placed as (
      select u.id, u.name, u.email, concat_ws(', ', role.name, team.name, site.name) as place
      from users u
      left join lateral (
        select e.role_id, e.team_id, e.site_id from employments e
        where e.org_id = ${orgId} and e.person_id = u.person_id and e.starts_on <= current_date and (e.ends_on is null or e.ends_on > current_date)
        order by e.starts_on desc limit 1
      ) e on true
      left join roles role on role.org_id = ${orgId} and role.id = e.role_id
      left join teams team on team.org_id = ${orgId} and team.id = e.team_id
      left join sites site on site.org_id = ${orgId} and site.id = e.site_id
      where u.org_id = ${orgId} and ${which}
    ), found as (
      select * from placed where ${holdsWords(sql`concat_ws(' ', name, place)`, typed)}
      order by starts_with(lower(name), ${text}) desc, name, place, id limit ${mostFound + 1}
    )
    select f.id, f.name, f.email, f.place,
      array(select distinct m.role from memberships m where m.org_id = ${orgId} and m.user_id = f.id) as roles
    from found f order by starts_with(lower(f.name), ${text}) desc, f.name, f.place, f.id`);
  return toldApart(rows.map((row) => ({ ...row, place: placeOf(row) })));
}

/** Where they work; of whoever has no record as a person, what they are here. */
const placeOf = ({ place, roles }: Row): string =>
  place ||
  roleNames
    .filter((role) => roles.includes(role))
    .map((role) => roleLabels[role])
    .join(", ");
