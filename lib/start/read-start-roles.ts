import "server-only";
import { sql } from "drizzle-orm";
import { minimumPeople } from "@/lib/access/privacy";
import { addMonths } from "@/lib/metrics/period";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { query } from "@/lib/server/tenant-access";
import { judgeRole, type RoleMeasures, type StartRole } from "./judge-role";

export type StartRoles = {
  roles: StartRole[];
  open: { id: string; roleId: string; role: string; changedAt: Date; step: number }[];
  minimum: number;
};

/** Roles to begin with, those whose outcomes are best seen first, and what is under way. Roles held by fewer people than the minimum are left out. */
export const readStartRoles = query("start.use", async (tx, _: null, { orgId }): Promise<StartRoles> => {
  const { minimum, span } = await readFreshness(tx, orgId);
  const { rows: open } = await tx.execute<{
    id: string;
    roleId: string;
    role: string;
    changedAt: string;
    choices: object;
  }>(sql`
    select s.id, s.role_id as "roleId", r.name as role, s.changed_at as "changedAt", s.choices
    from starts s join roles r on r.org_id = s.org_id and r.id = s.role_id
    where s.org_id = ${orgId} and s.status = 'open' order by s.changed_at desc`);
  const steps = (choices: object) =>
    ["behaviourIds", "sources", "asked", "kpiId"].filter((name) => name in choices).length + 1;
  const underWay = open.map(({ choices, changedAt, ...rest }) => ({
    ...rest,
    changedAt: new Date(changedAt),
    step: Math.min(5, steps(choices) + 1),
  }));
  if (!span) return { roles: [], open: underWay, minimum };

  const until = addMonths(span.last, 1);
  const quarter = addMonths(span.last, -2);
  const { rows } = await tx.execute<RoleMeasures>(sql`
    with who as materialized (
      select person_id, role_id, team_id from person_months where org_id = ${orgId} and month = ${span.last}::date and employed_days > 0 and role_id is not null
    ),
    jobs as (
      select m.role_id, count(distinct m.person_id) filter (where m.jobs > 0) as workers, sum(m.jobs) as jobs,
        sum(m.job_errors + m.jobs_reopened + m.jobs_escalated) as troubled
      from person_months m where m.org_id = ${orgId} and m.month >= ${quarter}::date and m.month < ${until}::date and m.role_id is not null group by 1
    ),
    valued as (
      select w.role_id, v.kpi_id, count(distinct v.person_id) as people, min(v.ends_on) as first
      from kpi_values v join who w using (person_id) where v.org_id = ${orgId} and v.ends_on >= ${addMonths(span.last, -11)}::date group by 1, 2
    ),
    places as (select role_id, count(*)::int as people, count(distinct team_id)::int as teams from who group by 1),
    measured as (
      select v.role_id, count(*)::int as kpis, (${until}::date - min(v.first)) / 30 as months
      from valued v join places p using (role_id) where v.people >= 0.5 * p.people group by 1
    ),
    needs as (
      select n.role_id, count(distinct n.skill_id)::int as skills,
        count(distinct n.skill_id) filter (where (select count(*) from behaviours b where b.org_id = ${orgId} and b.skill_id = n.skill_id and b.retired_at is null) >= 3)::int as described
      from role_skills n where n.org_id = ${orgId} group by 1
    )
    select r.id, r.name, p.people, p.teams, coalesce(j.workers, 0)::int as workers, coalesce(j.jobs, 0)::int as jobs, coalesce(j.troubled, 0)::int as troubled,
      coalesce(m.kpis, 0) as kpis, coalesce(m.months, 0)::int as months, coalesce(n.skills, 0) as skills, coalesce(n.described, 0) as described
    from places p join roles r on r.org_id = ${orgId} and r.id = p.role_id and r.retired_at is null
    left join jobs j on j.role_id = r.id left join measured m on m.role_id = r.id left join needs n on n.role_id = r.id
    where p.people >= ${minimumPeople(minimum)}`);
  const roles = rows
    .map(judgeRole)
    .toSorted((a, b) => b.score - a.score || b.people - a.people || a.name.localeCompare(b.name));
  return { roles, open: underWay, minimum };
});
