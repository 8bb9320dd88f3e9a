import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { inImport } from "@/lib/intake/in-import";
import { givenStatesOrganisation } from "./states-organisation";

/**
 * As `givenStatesOrganisation`, ten people to a manager up to one at the top, with jobs at ten tasks a role over the last six months of 2025 and
 * ratings by managers, peers and systems over two years.
 */
export async function givenPreparedOrganisation(people: number, jobs: number, ratings: number): Promise<string> {
  const orgId = await givenStatesOrganisation(people);
  await db.execute(sql`select ensure_month_partitions('work_events', '2025-06-01', '2026-01-01')`);
  await inImport(orgId, async (tx) => {
    await tx.execute(sql`
      create temporary table ranked on commit drop as select id, row_number() over (order by id) - 1 as n from people where org_id = ${orgId}`);
    await tx.execute(sql`create unique index on ranked (n)`);
    await tx.execute(sql`analyze ranked`);
    await tx.execute(sql`
      update employments e set manager_id = m.id from ranked p join ranked m on m.n = (p.n - 1) / 10
      where e.org_id = ${orgId} and e.person_id = p.id and p.n > 0`);
    await tx.execute(sql`
      insert into tasks (org_id, id, role_id, name)
      select org_id, gen_random_uuid(), id, name || ' T' || g from roles, generate_series(1, 10) g where org_id = ${orgId}`);
    await tx.execute(sql`
      insert into work_events (org_id, person_id, completed_at, event_id, task_id, started_at, outcome, assisted, batch_id)
      select ${orgId}::uuid, p.id, w.at, 'W' || w.g, t.tasks[1 + floor(w.r * w.r * 10)::int], w.at - interval '20 minutes',
        case when w.r < 0.1 then 'error' when w.r < 0.15 then 'escalated' else 'ok' end, w.r > 0.8, gen_random_uuid()
      from (
        select g, floor(random() * ${people}::int)::int as n, random() as r, timestamptz '2025-07-01' + random() * interval '183 days' as at
        from generate_series(1, ${jobs}::int) g
      ) w
      join ranked p on p.n = w.n
      join employments e on e.org_id = ${orgId} and e.person_id = p.id
      join (select role_id, array_agg(id) as tasks from tasks where org_id = ${orgId} group by 1) t on t.role_id = e.role_id`);
    await tx.execute(sql`
      insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source, rater_id)
      select ${orgId}::uuid, p.id, 'O' || o.g, o.at, b.behaviours[1 + floor(o.r * 6)::int], 1 + floor(random() * 5), s.source,
        case s.source when 'manager' then m.id when 'peer' then peer.id end
      from (
        select g, 1 + floor(random() * (${people}::int - 1))::int as n, random() as r, floor(random() * 10)::int as beside,
          timestamptz '2024-01-01' + random() * interval '729 days' as at
        from generate_series(1, ${ratings}::int) g
      ) o
      join ranked p on p.n = o.n
      join ranked m on m.n = (o.n - 1) / 10
      join ranked peer on peer.n = least(${people}::int - 1, (o.n - 1) / 10 * 10 + 1 + o.beside)
      cross join lateral (select (array['manager', 'peer', 'system'])[1 + o.g % 3] as source) s
      join employments e on e.org_id = ${orgId} and e.person_id = p.id
      join (
        select n.role_id, array_agg(b.id) as behaviours from role_skills n join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id
        where n.org_id = ${orgId} group by n.role_id
      ) b on b.role_id = e.role_id`);
  });
  return orgId;
}
