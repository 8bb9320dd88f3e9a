import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Bounds } from "@/lib/access/scope";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { withinBounds } from "@/lib/work/figures/within-bounds";
import type { WorkPeriod } from "@/lib/work/figures/work-period";

type Question = { orgId: string; bounds: Bounds; period: WorkPeriod };

/**
 * CTEs that end in `handed`: every time a case of the period went on with somebody else. The steps of a case stand in the order in which they
 * were completed; a hand-off is from the end of one to the start of the next, where that is by another person. Where the next began before
 * the other ended (both worked at once) `hours` is null, and so it is where its start is not known. Within the bounds stands who the case came
 * from, by the month they handed it over in.
 */
export function handOffs({ orgId, bounds, period }: Question): SQL {
  return sql`
    steps as materialized (
      select case_id, case_type, person_id, t.id as task_id, completed_at,
        lead(person_id) over in_case as to_person, lead(t.id) over in_case as to_task, lead(started_at) over in_case as to_started
      from work_events e join ${carriedTasks(orgId)} t on t.was = e.task_id
      where org_id = ${orgId} and case_id is not null and completed_at >= ${period.start}::timestamp at time zone 'UTC'
        and completed_at < ${period.end}::timestamp at time zone 'UTC'
      window in_case as (partition by case_id order by completed_at, event_id)
    ),
    handed as materialized (
      select s.case_type, s.task_id, s.to_task, s.person_id, s.to_person,
        case when s.to_started >= s.completed_at then extract(epoch from s.to_started - s.completed_at)::float8 / 3600 end as hours
      from steps s
      join person_months m on m.org_id = ${orgId} and m.person_id = s.person_id
        and m.month = date_trunc('month', s.completed_at at time zone 'UTC')::date
      where s.to_person is not null and s.to_person <> s.person_id and ${withinBounds(orgId, bounds)}
    )`;
}
