import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { mergeRows } from "@/lib/intake/write/merge-rows";

/** Makes the temp table `places` (the place each row tells, and whether it is news) and keeps the news. Needs `incoming`. */
export async function mergePlaces(merge: Merge): Promise<void> {
  const { tx, orgId, asOf, present } = merge;
  const told = (column: string, id: string, kept: string) => sql.raw(present.has(column) ? id : `last.${kept}`);
  await tx.execute(sql`
    create temp table places on commit drop as
    select i.id as person_id, ${asOf}::date as as_of, last.unit_id as old_unit, last.site_id as old_site, last.team_id as old_team,
      last.role_id as old_role, last.manager_id as old_manager, last.person_id is not null as is_known, false as is_changed,
      ${told("unit", "u.id", "unit_id")} as unit_id, ${told("site", "s.id", "site_id")} as site_id,
      ${told("team", "t.id", "team_id")} as team_id, ${told("role", "r.id", "role_id")} as role_id,
      ${told("manager_id", "m.person_id", "manager_id")} as manager_id
    from incoming i
    left join lateral (
      select * from current_places c where c.org_id = ${orgId} and c.person_id = i.id order by as_of desc limit 1
    ) last on true
    left join business_units u on u.org_id = ${orgId} and u.path = i.unit
    left join sites s on s.org_id = ${orgId} and s.name = i.site
    left join teams t on t.org_id = ${orgId} and t.name = i.team
    left join roles r on r.org_id = ${orgId} and r.name = i.role
    left join identities m on m.org_id = ${orgId} and m.kind = 'employee_id' and m.value = i.manager_id`);
  await tx.execute(sql`
    update places set is_changed = true
    where row(unit_id, site_id, team_id, role_id, manager_id) is distinct from row(old_unit, old_site, old_team, old_role, old_manager)`);
  await tx.execute(sql`create temp table changed_places on commit drop as select * from places where is_changed`);
  await mergeRows(merge, {
    table: "current_places",
    source: "changed_places",
    key: ["person_id", "as_of"],
    values: ["unit_id", "site_id", "team_id", "role_id", "manager_id"],
  });
  await noticeUnknownManagers(merge);
}

async function noticeUnknownManagers({ tx, orgId, notices }: Merge): Promise<void> {
  const { rows } = await tx.execute<{ n: number; lines: number[] }>(sql`
    select count(*)::int as n, (array_agg(line order by line))[1:5] as lines from incoming i
    where manager_id is not null and not exists (
      select from identities m where m.org_id = ${orgId} and m.kind = 'employee_id' and m.value = i.manager_id)`);
  const { n = 0, lines = [] } = rows[0] ?? {};
  if (n === 0) return;
  const where = `line ${lines.join(", ")}${n > lines.length ? ", ..." : ""}`;
  notices.push(
    `${n === 1 ? "One person names a manager" : `${n} people name a manager`} nobody is known by, and stand without one (${where})`,
  );
}
