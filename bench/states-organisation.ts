import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { inTenant } from "@/lib/server/tenant-access";

const months = 24;

/** People in 10 roles that need 10 skills each of 3 behaviours, with quizzes and scenarios; observations come by `addObservations`. */
export async function givenStatesOrganisation(people: number): Promise<string> {
  const orgId = randomUUID();
  const batch = randomUUID();
  await db.execute(sql`select ensure_month_partitions('learning_events', '2024-01-01', '2025-12-01')`);
  await inTenant(orgId, async (tx) => {
    await tx.insert(organisations).values({ id: orgId, slug: `states-${orgId}`, name: "States" });
    for (const [table, columns, rows, count] of [
      ["roles", "name", "'R' || g", 10],
      ["skills", "name, half_life_days", "'K' || g, case when g % 4 = 0 then 90 end", 40],
      ["sites", "name", "'S' || g", 20],
    ] as const) {
      await tx.execute(
        sql.raw(
          `insert into ${table} (org_id, id, ${columns}) select '${orgId}', gen_random_uuid(), ${rows} from generate_series(1, ${count}) g`,
        ),
      );
    }
    await tx.execute(sql`
      insert into role_skills (org_id, role_id, skill_id, target_level)
      select org_id, r.id, s.id, 3 from (select id, row_number() over (order by name) as n from roles) r
      join (select org_id, id, row_number() over (order by name) as n from skills) s on (s.n + r.n * 3) % 40 < 10`);
    await tx.execute(sql`
      insert into behaviours (org_id, id, skill_id, statement)
      select org_id, gen_random_uuid(), id, name || ' B' || g from skills, generate_series(1, 3) g`);
    await tx.execute(sql`
      insert into activities (org_id, id, code, format, skill_id)
      select org_id, gen_random_uuid(), name || g, case g when 1 then 'quiz' else 'scenario' end, id from skills, generate_series(1, 2) g`);
    await tx.execute(sql`
      insert into people (org_id, id, employee_id, hire_date, batch_id)
      select ${orgId}::uuid, gen_random_uuid(), 'E' || g, '2020-01-01', ${batch}::uuid from generate_series(1, ${people}::int) g`);
    await tx.execute(sql`
      insert into employments (org_id, person_id, starts_on, role_id, site_id)
      select p.org_id, p.id, '2020-01-01', r.id, s.id from (select org_id, id, row_number() over () as n from people) p
      join (select id, row_number() over () as n from roles) r on r.n = p.n % 10 + 1
      join (select id, row_number() over () as n from sites) s on s.n = p.n % 20 + 1`);
    await tx.execute(sql`
      insert into learning_events (org_id, person_id, occurred_at, event_id, activity_id, verb, score, batch_id)
      select p.org_id, p.id, timestamptz '2024-01-01' + random() * interval '${sql.raw(String(months * 30))} days', 'L' || p.employee_id || a.code, a.id,
        'completed', 0.5 + random() / 2, ${batch}::uuid
      from people p join employments e on e.org_id = p.org_id and e.person_id = p.id
      join role_skills n on n.org_id = p.org_id and n.role_id = e.role_id
      join activities a on a.org_id = p.org_id and a.skill_id = n.skill_id and random() < 0.25`);
    await tx.execute(sql`select learn_sizes()`);
  });
  return orgId;
}

/** Inserts so many ratings of behaviours people's roles need, spread over two years or in the last month of them. */
export function observationsSql(orgId: string, count: number, when: "all along" | "lately") {
  const day =
    when === "all along"
      ? sql`timestamptz '2024-01-01' + random() * interval '690 days'`
      : sql`timestamptz '2025-11-28' + random() * interval '2 days'`;
  return sql`
    insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source, rater_id, independent, accurate)
    select ${orgId}::uuid, p.id, gen_random_uuid(), ${day}, b.behaviours[1 + floor(random() * 30)::int], 1 + floor(random() * 5),
      (array['manager', 'manager', 'peer', 'system', 'self'])[1 + floor(random() * 5)::int], case when random() < 0.8 then p.id end, random() < 0.5, random() < 0.5
    from (
      select 1 + floor(random() * (select count(*) from people where org_id = ${orgId}))::int as n from generate_series(1, ${count}::int)
    ) g
    join (select id, row_number() over (order by id) as n from people where org_id = ${orgId}) p using (n)
    join employments e on e.org_id = ${orgId} and e.person_id = p.id
    join (
      select n.role_id, array_agg(b.id) as behaviours from role_skills n join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id
      where n.org_id = ${orgId} group by n.role_id
    ) b on b.role_id = e.role_id`;
}
