import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nobody } from "@/db/schema/rollups";
import { defaultScope, resolveScope, type Scope } from "@/lib/access/scope";
import { peopleOf } from "@/lib/access/shown-group";
import { stillSpeaks } from "@/lib/evidence/expiry";
import { usualTarget } from "@/lib/evidence/levels";
import { readRules } from "@/lib/evidence/read-rules";
import { tolerance } from "@/lib/evidence/states/agreement";
import { stillCounts } from "@/lib/evidence/still-counts-sql";
import { addMonths, periodOf } from "@/lib/metrics/period";
import type { Preparation } from "@/lib/prepared/preparation";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { readAsOf } from "@/lib/team/as-of";
import type { SharedCount, TransferCount, TransferFacts } from "./transfer";

const months = 12;
const manyEvents = 200_000;

/** First day on which passing counts, of the year that ends with the month of `day`. */
export const firstDayOf = (day: string): string => addMonths(`${day.slice(0, 7)}-01`, 1 - months);

/** Of each course, how many of those who passed it apply its skill, over everybody. Null where there are no facts. */
export const transferOfOrganisation: Preparation<"all", TransferFacts | null> = {
  name: "transfer/1",
  isLarge: async (tx, orgId) => {
    const { rows } = await tx.execute<{ large: boolean }>(sql`
      select exists (select from learning_events where org_id = ${orgId} offset ${manyEvents}) as large`);
    return rows[0]?.large ?? false;
  },
  compute: async (tx, orgId) => {
    const bounds = { kind: "everybody" } as const;
    const scope = await resolveScope(tx, bounds, defaultScope(bounds));
    if (!scope) throw new Error("There is always everybody");
    return readTransferFacts(tx, orgId, scope);
  },
};

/** The same of the people of a scope, before anything is withheld. */
export async function readTransferFacts(tx: Tx, orgId: string, scope: Scope): Promise<TransferFacts | null> {
  const day = await readAsOf(tx, orgId);
  if (!day) return null;
  const members = await membersSql(tx, { orgId, scope, day });
  await tx.execute(sql`drop table if exists pg_temp.transfer_members`);
  await withoutLoops(tx, true, () =>
    tx.execute(sql`create temporary table transfer_members on commit drop as ${members}`),
  );
  await tx.execute(sql`analyze transfer_members`);
  const counts = await tx.execute<TransferCount>(sql`
    select group_id as "groupId", kind, skill_id as "skillId", role_id as "roleId", site_id as "siteId", count(*)::int as passed,
      count(*) filter (where seen)::int as seen, count(*) filter (where seen and at_target)::int as applied
    from transfer_members group by 1, 2, 3, 4, 5 order by 1, 4, 5`);
  const shared = await tx.execute<SharedCount>(sql`
    select a.skill_id as "skillId", a.group_id as one, b.group_id as other, a.role_id as "roleId", a.site_id as "siteId", count(*)::int as people
    from transfer_members a join transfer_members b on b.skill_id = a.skill_id and b.person_id = a.person_id and b.group_id > a.group_id
    group by 1, 2, 3, 4, 5`);
  const courses = await tx.execute<TransferFacts["courses"][number]>(sql`
    select a.id, coalesce(a.title, a.code) as title, s.id as "skillId", s.name as skill
    from activities a left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
    join skills s on s.org_id = ${orgId} and s.id = coalesce(a.skill_id, b.skill_id)
    where a.org_id = ${orgId} and a.id in (select group_id::uuid from transfer_members where kind = 'course') order by s.name, 2, 1`);
  return { day, courses: courses.rows, counts: counts.rows, shared: shared.rows };
}

type Question = { orgId: string; scope: Scope; day: string };

/** Who belongs to which group of which skill, and whether they were seen: afterwards, of a course. */
async function membersSql(tx: Tx, { orgId, scope, day }: Question): Promise<SQL> {
  const { rules } = await readRules(tx, orgId);
  const group = { scope, kind: null, id: "", units: [], rest: null };
  const start = sql`${firstDayOf(day)}::timestamp at time zone 'UTC'`;
  const end = sql`(${day}::date + 1)::timestamp at time zone 'UTC'`;
  const speaks = (column: string) => sql`coalesce(${stillSpeaks(`s.${column}`, day, rules)}, false)`;
  return sql`
    with who as materialized (
      select e.person_id, e.role_id, coalesce(e.site_id, ${nobody}::uuid) as site_id from employments e
      where e.org_id = ${orgId} and e.role_id is not null and e.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on > ${day}::date)
        and e.person_id in (${peopleOf(orgId, group, periodOf(day, "month"))})
    ),
    asked as materialized (
      select n.role_id, n.skill_id, coalesce(max(n.target_level), ${usualTarget}) as target from role_skills n
      join skills k on k.org_id = ${orgId} and k.id = n.skill_id and k.retired_at is null
      where n.org_id = ${orgId} group by 1, 2
    ),
    courses as materialized (
      select a.id, coalesce(a.skill_id, b.skill_id) as skill_id
      from activities a left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
      where a.org_id = ${orgId} and coalesce(a.skill_id, b.skill_id) is not null
    ),
    passed as materialized (
      select e.person_id, e.activity_id, c.skill_id, (min(e.occurred_at) at time zone 'UTC')::date as passed_on
      from learning_events e join courses c on c.id = e.activity_id
      where e.org_id = ${orgId} and e.person_id in (select person_id from who) and e.verb in ('passed', 'completed', 'certified') and e.success is distinct from false
        and e.occurred_at >= ${start} and e.occurred_at < ${end}
      group by 1, 2, 3
    ),
    stated as materialized (
      select w.person_id, w.role_id, w.site_id, a.skill_id, s.seen_on, s.certified_on, coalesce(${stillCounts(day, rules.leastStrength)}, false) as seen,
        coalesce(s.level >= coalesce(s.target_level, a.target) - ${tolerance}::float8, false) as at_target,
        ${speaks("recalled_on")} or ${speaks("certified_on")} or s.simulated_on is not null as is_prepared
      from who w join asked a using (role_id)
      left join skill_states s on s.org_id = ${orgId} and s.person_id = w.person_id and s.skill_id = a.skill_id
    )
    select p.activity_id::text as group_id, 'course' as kind, t.skill_id, t.person_id, t.role_id, t.site_id, t.seen and t.seen_on > p.passed_on as seen, t.at_target
    from stated t join passed p using (person_id, skill_id)
    union all
    select 'prepared ' || skill_id, 'prepared', skill_id, person_id, role_id, site_id, seen, at_target from stated where is_prepared
    union all
    select 'certified ' || skill_id, 'certified', skill_id, person_id, role_id, site_id, seen, at_target from stated where certified_on is not null`;
}
