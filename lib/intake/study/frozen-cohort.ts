import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What has changed of a cohort since it was frozen; counts of people. */
export type Drift = {
  frozenAt: string;
  /** In the frozen cohort. */
  people: number;
  left: number;
  added: number;
  changedArm: number;
  changedCluster: number;
  /** Whose baseline is frozen. */
  withBaseline: number;
  /** Whose baseline is another than it was; null where the plan now names another KPI or window, so that nothing compares. */
  changedBaseline: number | null;
};

/**
 * Writes down who is in which arm and what their baseline is, once per initiative: mean of the primary KPI over the baseline window
 * (where the plan names none, over what ended before the first exposure), a ratio as its sums divided, untransformed; null where there
 * is no value by person, or while the values on file do not reach the end of the window. Does nothing where the cohort is frozen already.
 * @param frozenBy the user who registers; null for an import
 */
export async function freezeCohort(
  tx: Tx,
  orgId: string,
  initiativeId: string,
  frozenBy: string | null,
): Promise<void> {
  const now = membersNow(orgId, initiativeId);
  const { rowCount } = await tx.execute(sql`
    insert into plan_registrations (org_id, initiative_id, frozen_by, plan_hash, cohort_hash, baseline_hash, people)
    select i.org_id, i.id, ${frozenBy}::uuid, i.plan_hash, f.cohort, f.baseline, f.people
    from initiatives i, (
      select encode(sha256(convert_to(coalesce(string_agg(person_id || ' ' || arm || ' ' || coalesce(cluster, ''), e'\\n' order by person_id), ''), 'UTF8')), 'hex') as cohort,
        encode(sha256(convert_to(coalesce(string_agg(person_id || ' ' || coalesce(baseline::text, ''), e'\\n' order by person_id), ''), 'UTF8')), 'hex') as baseline,
        count(*)::int as people
      from (${now}) m
    ) f where i.org_id = ${orgId} and i.id = ${initiativeId}
    on conflict do nothing`);
  if (rowCount === 0) return;
  await tx.execute(sql`
    insert into registered_members (org_id, person_id, initiative_id, arm, cluster, baseline)
    select ${orgId}, person_id, ${initiativeId}, arm, cluster, baseline from (${now}) m`);
}

/**
 * After an import: freezes every registered plan that has people and is not frozen. Until the first person is exposed a plan from a file
 * may still be rewritten, so its cohort is frozen anew; from then on, and of one registered here at once, people are kept, and baselines
 * that were not on file yet are added.
 */
export async function freezeWhatCameIn(tx: Tx, orgId: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string; isKept: boolean }>(sql`
    select id, "isKept" from (
      select i.id, r.initiative_id is not null and (r.frozen_by is not null or exists (
        select from arm_members a where a.org_id = i.org_id and a.initiative_id = i.id and coalesce(a.exposed_on, a.planned_on) <= current_date)) as "isKept"
      from initiatives i left join plan_registrations r on r.org_id = i.org_id and r.initiative_id = i.id
      where i.org_id = ${orgId} and not i.draft and i.explores is null
        and exists (select from arm_members a where a.org_id = i.org_id and a.initiative_id = i.id)
    ) known where not "isKept" or exists (
      select from registered_members m where m.org_id = ${orgId} and m.initiative_id = known.id and m.baseline is null)
    order by id`);
  for (const { id, isKept } of rows) {
    if (isKept) await addBaselines(tx, orgId, id);
    else {
      await tx.execute(sql`delete from plan_registrations where org_id = ${orgId} and initiative_id = ${id}`);
      await freezeCohort(tx, orgId, id, null);
    }
  }
}

/** Null where the cohort was never frozen. */
export async function readDrift(tx: Tx, orgId: string, initiativeId: string): Promise<Drift | null> {
  const { rows } = await tx.execute<Drift>(sql`
    select r.frozen_at::text as "frozenAt", r.people, d.left, d.added, d."changedArm", d."changedCluster", d."withBaseline",
      case when ${sameBaseline(orgId, initiativeId)} then d.baselines end as "changedBaseline"
    from plan_registrations r, (
      select count(*) filter (where n.person_id is null)::int as left, count(*) filter (where m.person_id is null)::int as added,
        count(*) filter (where n.arm <> m.arm)::int as "changedArm",
        count(*) filter (where n.arm = m.arm and n.cluster is distinct from m.cluster)::int as "changedCluster",
        count(m.baseline)::int as "withBaseline",
        count(*) filter (where n.person_id is not null and m.baseline is not null and not coalesce(
          abs(n.baseline - m.baseline) <= 1e-9 * greatest(abs(m.baseline), 1), false))::int as baselines
      from (select * from registered_members where org_id = ${orgId} and initiative_id = ${initiativeId}) m
      full join (${membersNow(orgId, initiativeId)}) n on n.person_id = m.person_id
    ) d where r.org_id = ${orgId} and r.initiative_id = ${initiativeId}`);
  return rows[0] ?? null;
}

/** Baselines are of the KPI and window that were frozen: nothing compares once an amendment names others. */
const sameBaseline = (orgId: string, initiativeId: string) => sql`not exists (
  select from plan_amendments p where p.org_id = ${orgId} and p.initiative_id = ${initiativeId}
    and (p.before->'primary_kpi', p.before->'baseline') is distinct from (p.after->'primary_kpi', p.after->'baseline'))`;

async function addBaselines(tx: Tx, orgId: string, initiativeId: string): Promise<void> {
  await tx.execute(sql`
    update registered_members m set baseline = n.baseline
    from (${membersNow(orgId, initiativeId)}) n
    where m.org_id = ${orgId} and m.initiative_id = ${initiativeId} and m.person_id = n.person_id
      and m.baseline is null and n.baseline is not null and ${sameBaseline(orgId, initiativeId)}`);
}

/**
 * person_id, arm, cluster and baseline of everybody in the initiative as they are now. No baseline before somebody's values reach the end
 * of the window: a mean of its first months would look rewritten as soon as the others come in.
 */
function membersNow(orgId: string, initiativeId: string): SQL {
  const isMember = (table: SQL) =>
    sql`exists (select from arm_members a where a.org_id = ${orgId} and a.initiative_id = ${initiativeId} and a.person_id = ${table}.person_id)`;
  return sql`
    select a.person_id, a.arm, a.cluster, b.baseline
    from arm_members a left join (
      select k.person_id, coalesce(
        sum(k.numerator order by k.ends_on) filter (where k.denominator is not null) / nullif(sum(k.denominator order by k.ends_on) filter (where k.numerator is not null), 0),
        avg(k.value order by k.ends_on) filter (where k.numerator is null or k.denominator is null)) as baseline
      from (
        select p.kpi_id, i.baseline_from as opens, coalesce(i.baseline_to, (
          select min(coalesce(e.exposed_on, e.planned_on)) - 1 from arm_members e
          where e.org_id = ${orgId} and e.initiative_id = ${initiativeId} and e.arm <> 'control')) as closes
        from initiatives i
        join initiative_kpis p on p.org_id = i.org_id and p.initiative_id = i.id and p.role = 'primary'
        where i.org_id = ${orgId} and i.id = ${initiativeId}
      ) w join kpi_values k on k.kpi_id = w.kpi_id
      where k.org_id = ${orgId} and k.ends_on >= coalesce(w.opens, '-infinity') and k.ends_on <= w.closes and ${isMember(sql`k`)}
        and exists (select from kpi_values l where l.org_id = ${orgId} and l.kpi_id = w.kpi_id and l.ends_on >= w.closes and ${isMember(sql`l`)})
      group by k.person_id
    ) b on b.person_id = a.person_id
    where a.org_id = ${orgId} and a.initiative_id = ${initiativeId}`;
}
