import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

type KpiOption = {
  code: string;
  name: string;
  layer: string | null;
  unit: string | null;
  direction: "up" | "down";
  /** By person, or by team only; null where nobody has a value. */
  measured: "person" | "team" | null;
};
type PlaceOption = { id: string; name: string; people: number };
export type WizardOptions = {
  kpis: KpiOption[];
  units: PlaceOption[];
  sites: PlaceOption[];
  roles: PlaceOption[];
  behaviours: { statement: string; skill: string; roles: string[] }[];
  activities: { code: string; title: string; skill: string | null }[];
};

/** What there is to choose from: KPIs, places with the people employed there today, observable behaviours and activities. */
export async function readOptions(tx: Tx, orgId: string, today: string): Promise<WizardOptions> {
  const kpis = await tx.execute<KpiOption>(sql`
    select code, name, layer, unit, direction,
      case when exists (select from kpi_values v where v.org_id = ${orgId} and v.kpi_id = k.id) then 'person'
        when exists (select from team_kpi_values v where v.org_id = ${orgId} and v.kpi_id = k.id) then 'team' end as measured
    from kpis k where k.org_id = ${orgId} order by name, code`);
  const places = await tx.execute<PlaceOption & { kind: "unit" | "site" | "role" }>(sql`
    with recursive here as (
      select person_id, unit_id, site_id, role_id from employments
      where org_id = ${orgId} and starts_on <= ${today}::date and (ends_on is null or ends_on > ${today}::date)
    ), under (id, unit_id) as (
      select id, id from business_units where org_id = ${orgId}
      union all
      select under.id, u.id from under join business_units u on u.org_id = ${orgId} and u.parent_id = under.unit_id
    )
    select 'unit' as kind, u.id, u.path as name, count(h.person_id)::int as people
    from business_units u join under on under.id = u.id left join here h on h.unit_id = under.unit_id
    where u.org_id = ${orgId} group by u.id, u.path
    union all
    select 'site', s.id, s.name, count(h.person_id)::int from sites s left join here h on h.site_id = s.id where s.org_id = ${orgId} group by s.id, s.name
    union all
    select 'role', r.id, r.name, count(h.person_id)::int from roles r left join here h on h.role_id = r.id where r.org_id = ${orgId} group by r.id, r.name
    order by 3`);
  const behaviours = await tx.execute<WizardOptions["behaviours"][number]>(sql`
    select b.statement, s.name as skill,
      coalesce((select json_agg(distinct rs.role_id) from role_skills rs where rs.org_id = ${orgId} and rs.skill_id = s.id), '[]') as roles
    from behaviours b join skills s on s.org_id = ${orgId} and s.id = b.skill_id
    where b.org_id = ${orgId} and b.retired_at is null and s.retired_at is null order by s.name, b.statement`);
  const activities = await tx.execute<WizardOptions["activities"][number]>(sql`
    select a.code, coalesce(a.title, a.code) as title, s.name as skill from activities a
    left join skills s on s.org_id = ${orgId} and s.id = a.skill_id
    where a.org_id = ${orgId} order by 2`);
  const of = (kind: "unit" | "site" | "role") =>
    places.rows
      .filter((row) => row.kind === kind && row.people > 0)
      .map(({ id, name, people }) => ({ id, name, people }));
  return {
    kpis: kpis.rows,
    units: of("unit"),
    sites: of("site"),
    roles: of("role"),
    behaviours: behaviours.rows,
    activities: activities.rows,
  };
}
