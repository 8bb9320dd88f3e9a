import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "./plan";
import type { Windows } from "./windows";

export type ArmCount = { label: string; arm: "treated" | "control" | null; people: number; exposed: number };

/**
 * Fills the temporary table `evaluation_members` for this transaction: one row per person of the initiative, numbered (`n`) in the
 * order of employee ids (which one sort serves), so that a re-import in another order gives the same digits. `armOf` decides over `label` (the arm as
 * assigned) and `exposure` (a wave's own date for those of it without one; where there is neither, the date planned). Place is where the person worked when the
 * baseline ended. `attributes` are those of people.csv, and of cohort.csv where both have one.
 */
export async function createMembers(tx: Tx, plan: Plan, windows: Windows, armOf: SQL): Promise<void> {
  const placedOn = windows.baseline?.to ?? windows.firstExposure ?? windows.followUp?.from ?? null;
  await tx.execute(sql`drop table if exists pg_temp.evaluation_members`);
  await tx.execute(sql`
    create temporary table evaluation_members on commit drop as
    select row_number() over (order by ord collate "C")::int as n, person_id, ord, label, exposed_on, exposure, cluster, team_id, team, site, unit, role, attributes, hire_date, hourly_cost,
      ${armOf} as arm
    from (
      select a.person_id, p.employee_id as ord, a.arm as label, a.exposed_on, a.cluster,
        coalesce(a.exposed_on, wave.starts, a.planned_on) as exposure,
        coalesce(named.id, place.team_id) as team_id, coalesce(named.name, own.name) as team,
        site.name as site, unit.path as unit, role.name as role, p.attributes || a.attributes as attributes,
        p.hire_date, p.hourly_cost
      from arm_members a
      join people p on p.org_id = a.org_id and p.id = a.person_id
      left join lateral (
        select * from employments e where e.org_id = ${plan.orgId} and e.person_id = a.person_id
        order by (e.starts_on <= ${placedOn}::date and (e.ends_on is null or e.ends_on > ${placedOn}::date)) desc nulls last, e.starts_on limit 1
      ) place on true
      left join (
        select arm, min(exposed_on) as starts from arm_members
        where org_id = ${plan.orgId} and initiative_id = ${plan.peopleOf} and arm like 'wave-%' group by arm
      ) wave on wave.arm = a.arm
      left join teams named on named.org_id = a.org_id and named.name = a.cluster
      left join teams own on own.org_id = a.org_id and own.id = place.team_id
      left join sites site on site.org_id = a.org_id and site.id = place.site_id
      left join business_units unit on unit.org_id = a.org_id and unit.id = place.unit_id
      left join roles role on role.org_id = a.org_id and role.id = place.role_id
      where a.org_id = ${plan.orgId} and a.initiative_id = ${plan.peopleOf}
    ) assigned
    order by ord collate "C"`);
  await tx.execute(sql`analyze evaluation_members (n, person_id, team_id)`);
}

/** The people of `evaluation_members` by arm as assigned and as compared. */
export async function countArms(tx: Tx): Promise<ArmCount[]> {
  const { rows } = await tx.execute<ArmCount>(sql`
    select label, arm, count(*)::int as people, count(exposed_on)::int as exposed
    from evaluation_members group by label, arm order by label, arm`);
  return rows;
}
