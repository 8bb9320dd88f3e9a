import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import { readRules } from "@/lib/evidence/read-rules";
import { addMonths } from "@/lib/metrics/period";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { query } from "@/lib/server/tenant-access";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { meantBy } from "@/lib/skills/former-words";
import { choicesInput } from "./input";
import type { Start, StartKpi, StartSkill, StartTask } from "./start";

/** One way from a role to its first comparison, with what there is to choose from at each step. Null for an unknown id. */
export const readStart = query("start.use", async (tx, startId: string, { orgId }): Promise<Start | null> => {
  const { rows } = await tx.execute<
    Omit<Start["role"], "people"> & Pick<Start, "status" | "skillId"> & { changedAt: string; choices: unknown }
  >(sql`
    select r.id, r.name, s.status, s.skill_id as "skillId", s.choices, s.changed_at as "changedAt"
    from starts s join roles r on r.org_id = s.org_id and r.id = s.role_id where s.org_id = ${orgId} and s.id = ${startId}`);
  const [found] = rows;
  if (!found) return null;
  const { id: roleId, name, status, skillId, changedAt } = found;
  const choices = choicesInput.parse(found.choices);
  const { span, minimum } = await readFreshness(tx, orgId);
  const last = span?.last ?? "1900-01-01";
  const about = { orgId, roleId, last, least: minimumPeople(minimum) };
  const place = await readPlace(tx, about);
  const { rules } = await readRules(tx, orgId);
  const behaviourIds = choices.behaviourIds ?? [];
  return {
    id: startId,
    role: { id: roleId, name, people: place.people },
    status,
    changedAt: new Date(changedAt),
    skillId,
    choices,
    skills: await readSkills(tx, about),
    tasks: await readTasks(tx, about),
    kpis: await readKpis(tx, about),
    asking: { ...rules.asking, managers: place.managers },
    signals: await readSignals(tx, orgId, behaviourIds),
    initiatives: await readPlans(tx, orgId, behaviourIds),
  };
});

type About = { orgId: string; roleId: string; last: string; least: number };

async function readPlace(tx: Tx, { orgId, roleId, last }: About): Promise<{ people: number; managers: number }> {
  const { rows } = await tx.execute<{ people: number; managers: number }>(sql`
    select count(*)::int as people, count(distinct e.manager_id)::int as managers
    from person_months m
    left join employments e on e.org_id = ${orgId} and e.person_id = m.person_id and e.ends_on is null
    where m.org_id = ${orgId} and m.month = ${last}::date and m.role_id = ${roleId} and m.employed_days > 0`);
  return rows[0] ?? { people: 0, managers: 0 };
}

async function readSkills(tx: Tx, { orgId, roleId, last, least }: About): Promise<StartSkill[]> {
  const seenBy = (source: string) => {
    const counted = sql`filter (where source = ${source})`;
    return sql`case when count(distinct person_id) ${counted} not between 1 and ${least - 1}::int then count(*) ${counted} end::int`;
  };
  const times = (source: string) => sql.raw(`case when s.behaviour_id is null then 0 else s.${source} end`);
  const { rows } = await tx.execute<StartSkill>(sql`
    with seen as (
      select behaviour_id, ${seenBy("manager")} as manager, ${seenBy("peer")} as peer, ${seenBy("system")} as system
      from observations
      where org_id = ${orgId} and struck_at is null and observed_at >= ${addMonths(last, -11)}::date
        and behaviour_id in (
          select b.id from role_skills n join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id
          where n.org_id = ${orgId} and n.role_id = ${roleId})
      group by 1
    )
    select k.id, k.name, bool_or(n.critical) as critical, max(n.target_level) as target,
      coalesce((
        select json_agg(json_build_object('id', b.id, 'statement', b.statement, 'seenBy', b.seen_by,
          'anchored', coalesce(jsonb_path_exists(b.anchors, '$[*] ? (@ != null)'), false),
          'seen', json_build_object('manager', ${times("manager")}, 'peer', ${times("peer")}, 'system', ${times("system")}))
          order by b.position, b.statement)
        from behaviours b left join seen s on s.behaviour_id = b.id
        where b.org_id = ${orgId} and b.skill_id = k.id and b.retired_at is null
          -- A need without behaviours of its own is shown by all of its skill's.
          and exists (
            select from role_skills r where r.org_id = ${orgId} and r.role_id = ${roleId} and r.skill_id = k.id and (
              not exists (select from need_behaviours x where x.org_id = ${orgId} and x.need_id = r.id)
              or exists (select from need_behaviours x where x.org_id = ${orgId} and x.need_id = r.id and x.behaviour_id = b.id)))), '[]') as behaviours
    from role_skills n join skills k on k.org_id = n.org_id and k.id = n.skill_id
    where n.org_id = ${orgId} and n.role_id = ${roleId} and k.retired_at is null
    group by k.id, k.name order by bool_or(n.critical) desc, k.name`);
  return rows;
}

async function readTasks(tx: Tx, { orgId, roleId, last, least }: About): Promise<StartTask[]> {
  const { rows } = await tx.execute<StartTask>(sql`
    select t.id, t.name, count(distinct e.person_id)::int as people, count(*)::int as jobs
    from ${carriedTasks(orgId)} c join tasks t on t.org_id = ${orgId} and t.id = c.id
    join work_events e on e.org_id = ${orgId} and e.task_id = c.was
      and e.completed_at >= ${addMonths(last, -2)}::date and e.completed_at < ${addMonths(last, 1)}::date
    where t.org_id = ${orgId} and t.role_id = ${roleId} and t.retired_at is null
    group by t.id, t.name having count(distinct e.person_id) >= ${least} order by count(*) desc`);
  return rows;
}

async function readKpis(tx: Tx, { orgId, roleId, last, least }: About): Promise<StartKpi[]> {
  const { rows } = await tx.execute<StartKpi>(sql`
    select k.id, k.code, k.name, count(distinct v.person_id)::int as people, count(distinct date_trunc('month', v.ends_on))::int as months
    from kpi_values v
    join person_months m on m.org_id = ${orgId} and m.person_id = v.person_id and m.month = ${last}::date and m.role_id = ${roleId}
    join kpis k on k.org_id = ${orgId} and k.id = v.kpi_id
    where v.org_id = ${orgId} and v.ends_on >= ${addMonths(last, -11)}::date
    group by k.id, k.code, k.name having count(distinct v.person_id) >= ${least} order by count(distinct v.person_id) desc, k.name`);
  return rows;
}

async function readSignals(tx: Tx, orgId: string, behaviourIds: readonly string[]): Promise<Start["signals"]> {
  const { rows } = await tx.execute<Start["signals"][number]>(sql`
    select behaviour_id as "behaviourId", name from signal_rules
    where org_id = ${orgId} and status = 'active' and behaviour_id = any(${sql.param(behaviourIds)}::uuid[]) order by name`);
  return rows;
}

async function readPlans(tx: Tx, orgId: string, behaviourIds: readonly string[]): Promise<Start["initiatives"]> {
  if (behaviourIds.length === 0) return [];
  const { rows } = await tx.execute<Start["initiatives"][number]>(sql`
    with meant as materialized (${meantBy(orgId, "behaviour")})
    select i.id, i.title, i.draft from initiatives i
    where i.org_id = ${orgId} and not exists (
      select from behaviours b where b.org_id = ${orgId} and b.id = any(${sql.param(behaviourIds)}::uuid[])
        and not exists (
          select from meant m where m.id = b.id and i.chain -> 'behaviours' ? m.name))
    order by i.created_at desc`);
  return rows;
}
