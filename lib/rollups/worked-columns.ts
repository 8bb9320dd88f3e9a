import { sql } from "drizzle-orm";
import { addMonths } from "@/lib/metrics/period";
import { monthSums } from "@/lib/metrics/person-columns";
import type { MonthColumns } from "./learned-columns";

export const workedColumns: MonthColumns = {
  columns: [...monthSums.work, "cycle_minutes"],
  parts: ["worked"],
  ctes: (orgId, month) => sql`
    worked as (
      select w.person_id, count(*) as jobs,
        count(*) filter (where outcome = 'ok') as jobs_ok,
        count(*) filter (where outcome = 'error') as job_errors,
        count(*) filter (where outcome = 'reopened') as jobs_reopened,
        count(*) filter (where outcome = 'escalated') as jobs_escalated,
        count(*) filter (where assisted) as jobs_assisted,
        count(assisted) as assisted_known,
        sum(quality) as quality_sum,
        count(quality) as quality_n,
        percentile_cont(0.5) within group (order by extract(epoch from w.completed_at - w.started_at) / 60)
          filter (where w.started_at <= w.completed_at) as cycle_minutes
      from chosen t
      join work_events w on w.org_id = ${orgId} and w.person_id = t.person_id
        and w.completed_at >= ${month}::timestamp at time zone 'UTC'
        and w.completed_at < ${addMonths(month, 1)}::timestamp at time zone 'UTC'
      group by w.person_id
    )`,
};
