import { type SQL, sql } from "drizzle-orm";
import { complexTasks } from "@/lib/metrics/complex-tasks";
import { addMonths } from "@/lib/metrics/period";
import { monthSums } from "@/lib/metrics/person-columns";

/** Columns of person_months that come from a source of facts, and the CTEs that compute them for the people in CTE `chosen`. */
export type MonthColumns = {
  columns: readonly string[];
  /** CTEs with `person_id`, to be joined from the left. */
  parts: readonly string[];
  ctes(orgId: string, month: string): SQL;
};

/**
 * Own acts are all verbs but `nudged` and `assigned`. An activity counts as completed (`completed` or `passed`, which learning systems
 * often send together) or certified once a month.
 */
export const learnedColumns: MonthColumns = {
  columns: [...monthSums.learning, "uses_before_complex", "day_mask", "in_flow_day_mask"],
  parts: ["learned", "finished", "repeated"],
  ctes: (orgId, month) => sql`
    complex as materialized (${complexTasks(orgId)}),
    offered as materialized (
      select id, delivery, coalesce(format, '') ilike '%certification%' as certifying from activities where org_id = ${orgId}
    ),
    acts as materialized (
      select e.person_id, e.activity_id, e.verb, e.assigned_by, e.seconds, e.score, a.delivery, a.certifying,
        e.verb not in ('nudged', 'assigned') as own,
        case when c.task_id is not null and e.verb not in ('nudged', 'assigned') then c.task end as complex_task,
        1 << (extract(day from e.occurred_at at time zone 'UTC')::int - 1) as day_bit
      from chosen t
      join learning_events e on e.org_id = ${orgId} and e.person_id = t.person_id
        and e.occurred_at >= ${month}::timestamp at time zone 'UTC'
        and e.occurred_at < ${addMonths(month, 1)}::timestamp at time zone 'UTC'
      join offered a on a.id = e.activity_id
      left join complex c on c.task_id = e.before_task_id
    ),
    learned as (
      select person_id,
        count(*) filter (where own) as events,
        count(*) filter (where own and delivery = 'in_flow') as in_flow_events,
        count(*) filter (where own and delivery = 'destination') as destination_events,
        count(*) filter (where own and assigned_by = 'self') as self_events,
        count(*) filter (where own and assigned_by is not null) as assigned_known,
        count(*) filter (where verb = 'shared') as shares,
        count(*) filter (where verb = 'nudged' and assigned_by = 'manager') as manager_nudges,
        count(complex_task) as uses_before_complex,
        count(*) filter (where verb = 'asked') as questions,
        sum(seconds) filter (where own) as seconds,
        sum(score) filter (where verb in ('completed', 'passed', 'failed')) as score_sum,
        count(score) filter (where verb in ('completed', 'passed', 'failed')) as score_n,
        sum(score) filter (where verb = 'rated') as satisfaction_sum,
        count(score) filter (where verb = 'rated') as satisfaction_n,
        bit_or(day_bit) filter (where own) as day_mask,
        bit_or(day_bit) filter (where own and delivery = 'in_flow') as in_flow_day_mask
      from acts group by person_id
    ),
    finished as (
      select person_id, count(*) filter (where done) as completions, count(*) filter (where certified) as certifications
      from (
        select person_id, activity_id, bool_or(verb in ('completed', 'passed')) as done,
          bool_or(verb = 'certified' or (verb = 'passed' and certifying)) as certified
        from acts where verb in ('completed', 'passed', 'certified') group by person_id, activity_id
      ) once group by person_id
    ),
    repeated as (
      select person_id, count(*) as repeat_complex_tasks
      from (
        select person_id from acts where complex_task is not null group by person_id, complex_task having count(*) > 1
      ) often group by person_id
    )`,
};
