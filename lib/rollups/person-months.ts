import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addMonths } from "@/lib/metrics/period";
import { learnedColumns, type MonthColumns } from "./learned-columns";
import { chosenPeople } from "./touched-months";
import { workedColumns } from "./worked-columns";

const ofSource = { learning: learnedColumns, work: workedColumns };

/** Recomputes the columns that come from one source of facts, of one month, for employed people whose facts of it changed. */
export async function refreshColumns(tx: Tx, orgId: string, month: string, source: keyof typeof ofSource) {
  const part = ofSource[source];
  const sets = sql.raw(part.columns.map((name) => `${name} = ${valueIn(name)}`).join(", "));
  await tx.execute(sql`
    with chosen as materialized ${chosenPeople(month, source)}, ${part.ctes(orgId, month)}
    update person_months m set ${sets}
    from (select * from chosen ${joined(part)}) x
    where m.org_id = ${orgId} and m.month = ${month} and m.person_id = x.person_id`);
}

/**
 * Recomputes whole rows of one month, for people whose place changed or whose row may come or go.
 *
 * A row exists for everybody employed in the month or with a fact in it. Place: the spell of the last employed day of the month,
 * or the last one before it for somebody who has left.
 */
export async function refreshPersonMonths(tx: Tx, orgId: string, month: string): Promise<void> {
  const next = addMonths(month, 1);
  const chosen = chosenPeople(month, "place");
  const columns = [...learnedColumns.columns, ...workedColumns.columns, ...changeColumns];

  await tx.execute(sql`
    delete from person_months where org_id = ${orgId} and month = ${month} and person_id in ${chosen}`);
  await tx.execute(sql`
    with chosen as materialized ${chosen},
    ${learnedColumns.ctes(orgId, month)}, ${workedColumns.ctes(orgId, month)}, ${changes(orgId, month)},
    employed as (
      select s.person_id, max(s.starts_on) as last_start,
        sum(greatest(0, least(coalesce(s.ends_on, ${next}::date), ${next}::date) - greatest(s.starts_on, ${month}::date))) as days
      from chosen t
      join employments s on s.org_id = ${orgId} and s.person_id = t.person_id and s.starts_on < ${next}
      group by s.person_id
    ),
    others as (
      select o.person_id from chosen t
      join observations o on o.org_id = ${orgId} and o.person_id = t.person_id
        and o.observed_at >= ${month}::timestamp at time zone 'UTC' and o.observed_at < ${next}::timestamp at time zone 'UTC'
        and o.struck_at is null
      union
      select k.person_id from chosen t
      join kpi_values k on k.org_id = ${orgId} and k.person_id = t.person_id
        and k.ends_on >= ${month} and k.ends_on < ${next}
    )
    insert into person_months (
      org_id, month, person_id, unit_id, site_id, team_id, role_id, employed_days, ${sql.raw(columns.join(", "))})
    select ${orgId}::uuid, ${month}::date, person_id, place.unit_id, place.site_id, place.team_id, place.role_id,
      coalesce(employed.days, 0), ${sql.raw(columns.map(valueIn).join(", "))}
    from (select * from chosen ${joined(learnedColumns)} ${joined(workedColumns)} left join changes using (person_id)) x
    left join employed using (person_id)
    left join (
      select person_id, starts_on as last_start, unit_id, site_id, team_id, role_id from employments where org_id = ${orgId}
    ) place using (person_id, last_start)
    where employed.days > 0 or x.events is not null or x.jobs is not null or x.hires is not null
      or person_id in (select person_id from others)
    order by person_id
  `);
}

const joined = ({ parts }: MonthColumns) =>
  sql.raw(parts.map((part) => `left join ${part} using (person_id)`).join(" "));

/** No facts is nothing done; but no job with a known start has no median. */
const valueIn = (name: string) => (name === "cycle_minutes" ? `x.${name}` : `coalesce(x.${name}, 0)`);

const changeColumns = ["hires", "promotions", "moves", "exits", "voluntary_exits", "regretted_exits"];

function changes(orgId: string, month: string): SQL {
  const next = addMonths(month, 1);
  return sql`
    changes as (
      select c.person_id,
        count(distinct c.occurred_on) filter (where c.event = 'hire') as hires,
        count(*) filter (where c.event = 'promotion') as promotions,
        count(*) filter (where c.event in ('lateral_move', 'transfer')) as moves,
        count(distinct c.occurred_on) filter (where c.event = 'exit') as exits,
        count(distinct c.occurred_on) filter (where c.event = 'exit' and c.exit_type = 'voluntary') as voluntary_exits,
        count(distinct c.occurred_on) filter (where c.event = 'exit' and c.regretted) as regretted_exits
      from (
        select e.person_id, e.occurred_on, e.event, p.exit_type, p.regretted
        from chosen t
        join employment_events e on e.org_id = ${orgId} and e.person_id = t.person_id
          and e.occurred_on >= ${month} and e.occurred_on < ${next}
        join people p on p.org_id = ${orgId} and p.id = e.person_id
        union all
        select p.id, d.occurred_on, d.event, p.exit_type, p.regretted
        from chosen t
        join people p on p.org_id = ${orgId} and p.id = t.person_id
        cross join lateral (values (p.hire_date, 'hire'), (p.exit_date, 'exit')) d (occurred_on, event)
        where d.occurred_on >= ${month} and d.occurred_on < ${next}
      ) c group by c.person_id
    )`;
}
