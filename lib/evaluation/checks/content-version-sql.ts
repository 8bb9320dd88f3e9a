import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "@/lib/evaluation/plan";
import type { Windows } from "@/lib/evaluation/windows";

/** One activity of the initiative as the treated used it from their exposure to the end of the follow-up. */
export type ActivityUse = {
  activity: string;
  /** The version the activity itself has on file. */
  current: string | null;
  /** How many people used it. */
  users: number;
  /** Of them: those about one of whose uses at least no version is on file. */
  silent: number;
  versions: { version: string; people: number }[];
  /** People who saw one version only, by version and by where they were exposed: a wave, else a cluster. */
  places: { place: string; version: string; people: number; of: number }[];
};

const midnight = (day: SQL) => sql`(${day}::timestamp at time zone 'UTC')`;

/** Needs `evaluation_members`. Being assigned or nudged is no use. Activities nobody used are left out, unless none was used: then they stand with no users. */
export async function readActivityUse(tx: Tx, plan: Plan, windows: Windows): Promise<ActivityUse[]> {
  const names = plan.chain.activities ?? [];
  if (names.length === 0) return [];
  const { rows } = await tx.execute<ActivityUse>(sql`
    with listed as (
      select id, coalesce(title, code) as activity, version as current from activities
      where org_id = ${plan.orgId} and (code in ${names} or title in ${names})
    ), treated as (
      select person_id, case when count(*) filter (where label like 'wave-%') over () > 0 then label else cluster end as place,
        coalesce(exposure, ${windows.firstExposure}::date, ${windows.followUp?.from ?? null}::date) as since
      from evaluation_members where label <> 'control'
    ), uses as (
      select e.activity_id, t.person_id, t.place, e.version
      from treated t join learning_events e on e.org_id = ${plan.orgId} and e.person_id = t.person_id
      where e.activity_id in (select id from listed) and e.verb not in ('nudged', 'assigned') and e.occurred_at >= ${midnight(sql`t.since`)}
        and e.occurred_at >= coalesce(${midnight(sql`${windows.firstExposure ?? windows.followUp?.from ?? null}::date`)}, '-infinity')
        and e.occurred_at < coalesce(${midnight(sql`(${windows.followUp?.to ?? null}::date + 1)`)}, 'infinity')
      group by e.activity_id, t.person_id, t.place, e.version
    ), people as (
      select activity_id, person_id, place, bool_or(version is null) as silent, count(distinct version) as versions, min(version) as version
      from uses group by activity_id, person_id, place
    ), seen as (
      select activity_id, version, count(*)::int as people from uses where version is not null group by activity_id, version
    ), placed as (
      select activity_id, place, version, count(*)::int as people, sum(count(*)) over (partition by activity_id, place)::int as of
      from (select *, case when versions = 1 and not silent then version end as only from people) p (activity_id, person_id, place, silent, versions, any_version, version)
      where place is not null group by activity_id, place, version
    )
    select l.activity, l.current, count(p.person_id)::int as users,  (count(*) filter (where p.silent))::int as silent,
      coalesce((select jsonb_agg(jsonb_build_object('version', s.version, 'people', s.people) order by s.people desc, s.version)
        from seen s where s.activity_id = l.id), '[]') as versions,
      coalesce((select jsonb_agg(jsonb_build_object('place', c.place, 'version', c.version, 'people', c.people, 'of', c.of) order by c.place, c.version)
        from placed c where c.activity_id = l.id and c.version is not null), '[]') as places
    from listed l left join people p on p.activity_id = l.id
    group by l.id, l.activity, l.current order by l.activity collate "C"`);
  const used = rows.filter(({ users }) => users > 0);
  return used.length > 0 ? used : rows;
}
