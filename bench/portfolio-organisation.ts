import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { newOrganisation } from "./taken";

const kpis = 20;

/**
 * An organisation of initiatives of which each was offered to every second person of a group, each person in several groups, with costs, two benefits of a KPI
 * and what is stated for them. Written by the database itself; nothing is evaluated yet.
 */
export async function givenPortfolio(
  owner: pg.Client,
  { people, initiatives, group }: { people: number; initiatives: number; group: number },
): Promise<Viewer> {
  const orgId = await newOrganisation();
  await owner.query(
    `insert into people (org_id, employee_id, hire_date, hourly_cost, batch_id)
     select $1, 'E' || lpad(n::text, 8, '0'), date '2020-01-01', 40, gen_random_uuid() from generate_series(1, $2::int) n`,
    [orgId, people],
  );
  await owner.query(
    "insert into kpis (org_id, code, name) select $1, 'outcome ' || n, 'Outcome ' || n from generate_series(1, $2::int) n",
    [orgId, kpis],
  );
  await owner.query(
    `insert into initiatives (org_id, code, title, design, baseline_from, baseline_to, follow_up_from, follow_up_to, seed, plan_hash, registered_at, batch_id, chain)
     select $1, 'bench ' || lpad(n::text, 4, '0'), 'Initiative ' || n, 'randomised', '2025-01-01', '2025-06-30', '2025-07-01', '2025-12-31', n,
       'sha256:' || n, '2024-12-01', gen_random_uuid(), '{"skills": ["It"], "behaviours": ["Does it"]}' from generate_series(1, $2::int) n`,
    [orgId, initiatives],
  );
  const numbered = `select id, row_number() over (order by code) - 1 as n from initiatives where org_id = $1`;
  await owner.query(
    `insert into initiative_kpis (org_id, initiative_id, kpi_id, role)
     select $1, i.id, k.id, 'primary' from (${numbered}) i
     join (select id, row_number() over (order by code) - 1 as n from kpis where org_id = $1) k on k.n = i.n % ${kpis}`,
    [orgId],
  );
  await owner.query(
    `insert into arm_members (org_id, person_id, initiative_id, arm, exposed_on, assigned, batch_id)
     select $1, p.id, i.id, case when p.n % 2 = 0 then 'treatment' else 'control' end, case when p.n % 2 = 0 then date '2025-07-01' end, 'randomised', gen_random_uuid()
     from (${numbered}) i cross join generate_series(0, $2::int - 1) g
     join (select id, row_number() over (order by employee_id) - 1 as n from people where org_id = $1) p on p.n = (i.n * $2 / 4 + g) % $3`,
    [orgId, group, people],
  );
  await owner.query(
    `insert into kpi_values (org_id, person_id, kpi_id, ends_on, value, batch_id)
     select $1, p.id, k.id, (m + interval '1 month - 1 day')::date,
       50 + 5 * random() + case when m >= date '2025-07-01' and right(p.employee_id, 1)::int % 2 = 1 then 2 else 0 end, p.batch_id
     from people p, kpis k, generate_series(date '2025-01-01', date '2025-12-01', interval '1 month') m
     where p.org_id = $1 and k.org_id = $1 order by p.id, k.id, m`,
    [orgId],
  );
  // Who took part is seen to do it afterwards: what nobody applies is not counted.
  await owner.query(
    `with skill as (insert into skills (org_id, name) values ($1, 'It') returning id),
     behaviour as (insert into behaviours (org_id, statement, skill_id) select $1, 'Does it', id from skill returning id)
     insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source, batch_id)
     select $1, p.id, p.employee_id || ' ' || at, at::timestamptz, behaviour.id,
       2 + 0.5 * random() + case when at > '2025-07' and right(p.employee_id, 1)::int % 2 = 1 then 1.5 else 0 end, 'manager', p.batch_id
     from behaviour, people p, unnest(array['2025-03-10', '2025-09-10']) at where p.org_id = $1`,
    [orgId],
  );
  await owner.query(
    `insert into costs (org_id, initiative_id, item, kind, amount, recurrence, spent_on)
     select $1, i.id, item, kind, amount, recurrence, '2025-06-01' from (${numbered}) i,
       (values ('Content', 'content', 4000, 'one_off'), ('Platform', 'platform', 100, 'monthly'), ('Coaches', 'facilitation', 2000, 'one_off')) c (item, kind, amount, recurrence)`,
    [orgId],
  );
  await owner.query(
    `with lines as (
       insert into benefit_lines (org_id, initiative_id, kpi_id, title, value_type, stream)
       select $1, k.initiative_id, k.kpi_id, 'Benefit', t, t || k.kpi_id from initiative_kpis k, unnest(array['labour', 'quality']) t where k.org_id = $1
       returning id, initiative_id
     )
     insert into assumptions (org_id, initiative_id, line_id, key, unit, value, low, high, origin, source)
     select $1, initiative_id, id, key, 'unit', value, low, high, 'stated', 'Controlling' from lines,
       (values ('volume', 12, 10, 14), ('value_per_unit', 3, 2, 5), ('share_used', 0.8, 0.5, 1)) f (key, value, low, high)`,
    [orgId],
  );
  await owner.query("vacuum analyze");
  return { orgId, userId: null, roles: ["executive"], units: [], personId: null };
}
