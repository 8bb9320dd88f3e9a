import { type SQL, sql } from "drizzle-orm";
import type { Grain } from "./period";

/**
 * Cycle time of each person in each of the periods, in minutes: the mean of their monthly medians. Rows of (starts, person_id,
 * minutes) with the place of the last month it is known of, of those they were employed in if any. `person` is a condition on
 * `m.person_id`.
 */
export function cycleTimes(orgId: string, grain: Grain, starts: readonly string[], person: SQL = sql`true`): SQL {
  const length = sql.raw({ month: "1 month", quarter: "3 months", year: "1 year" }[grain]);
  const days = sql.param(starts);
  return sql`
    select distinct on (starts, person_id) starts, person_id, unit_id, site_id, team_id, role_id, minutes
    from (
      select q.starts, m.person_id, m.unit_id, m.site_id, m.team_id, m.role_id, m.employed_days, m.month,
        avg(m.cycle_minutes) over (partition by q.starts, m.person_id) as minutes
      from unnest(${days}::date[]) q (starts)
      cross join generate_series(q.starts, q.starts + interval '${length}' - interval '1 month', interval '1 month') of_period (month)
      join person_months m on m.org_id = ${orgId} and m.month = of_period.month::date and m.cycle_minutes is not null
      where ${person}
    ) months
    order by starts, person_id, employed_days > 0 desc, month desc`;
}
