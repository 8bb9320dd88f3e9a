import { type SQL, sql } from "drizzle-orm";
import type { Period } from "./period";

/**
 * How much a manager supports learning: actions they logged (stretch task, coaching, modelling) per direct report and month. "regular" is
 * at least one for each report every two months. A manager without direct reports has no level.
 */
export const supportLevels = ["none", "some", "regular"] as const;
export type SupportLevel = (typeof supportLevels)[number];
export const regularSupport = 0.5;
export const supportWords: Record<SupportLevel, string> = {
  none: "Manager logged nothing",
  some: "Manager supports now and then",
  regular: "Manager supports regularly",
};

const daysPerMonth = 30.4375;

/** `select manager_id, actions, person_months, level`: every manager with direct reports in a period. */
export function managerSupport(orgId: string, { start, end }: Pick<Period, "start" | "end">): SQL {
  const regular = sql.raw(String(regularSupport));
  return sql`
    select r.manager_id, coalesce(a.actions, 0)::int as actions, r.person_months,
      case when coalesce(a.actions, 0) = 0 then 'none' when a.actions >= ${regular} * r.person_months then 'regular' else 'some' end as level
    from (
      select manager_id,
        sum(least(coalesce(ends_on, ${end}::date), ${end}::date) - greatest(starts_on, ${start}::date)) / ${sql.raw(String(daysPerMonth))} as person_months
      from employments
      where org_id = ${orgId} and manager_id is not null and starts_on < ${end}::date and (ends_on is null or ends_on > ${start}::date)
      group by manager_id
    ) r
    left join (
      select manager_id, count(*) as actions from manager_actions
      where org_id = ${orgId} and done_on >= ${start}::date and done_on < ${end}::date group by manager_id
    ) a using (manager_id)`;
}

/** `select person_id, unit_id, site_id, team_id, role_id, manager_id, level`: each person by the manager they reported to last in a period. */
export function supportedPeople(orgId: string, period: Pick<Period, "start" | "end">): SQL {
  return sql`
    select e.person_id, e.unit_id, e.site_id, e.team_id, e.role_id, e.manager_id, s.level
    from (
      select distinct on (person_id) person_id, unit_id, site_id, team_id, role_id, manager_id from employments
      where org_id = ${orgId} and starts_on < ${period.end}::date and (ends_on is null or ends_on > ${period.start}::date)
      order by person_id, starts_on desc
    ) e
    join (${managerSupport(orgId, period)}) s using (manager_id)`;
}
