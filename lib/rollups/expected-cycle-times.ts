import { type SQL, sql } from "drizzle-orm";
import { nobody } from "@/db/schema/rollups";

/** The rows of cycle_times, one a person. */
export const storedCycleTimes = (orgId: string): SQL => sql`
  select grain, period_start, unit_id, role_id, site_id, people::bigint, round(value::numeric, 6)
  from cycle_times cross join unnest(minutes) value where org_id = ${orgId}`;

/** What they should be by person_months, found without the window functions of the upkeep. */
export const expectedCycleTimes = (orgId: string): SQL => sql`
  with known as (
    select g.grain, date_trunc(g.grain, m.month::timestamp)::date as period_start, m.*
    from person_months m cross join (values ('month'), ('quarter'), ('year')) g (grain)
    where m.org_id = ${orgId} and m.cycle_minutes is not null
  ),
  people as (
    select grain, period_start, person_id, avg(cycle_minutes) as minutes,
      coalesce(max(month) filter (where employed_days > 0), max(month)) as placed_on
    from known group by grain, period_start, person_id
  ),
  placed as (
    select grain, period_start, minutes, coalesce(k.unit_id, ${nobody}::uuid) as unit_id,
      coalesce(k.role_id, ${nobody}::uuid) as role_id, coalesce(k.site_id, ${nobody}::uuid) as site_id
    from people join known k using (grain, period_start, person_id)
    where k.month = people.placed_on
  )
  select grain, period_start, unit_id, role_id, site_id,
    count(*) over (partition by grain, period_start, unit_id, role_id, site_id), round(minutes::numeric, 6)
  from placed`;
