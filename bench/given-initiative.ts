import type pg from "pg";
import { newOrganisation } from "./taken";

type Given = { people: number; teams: number; design: "randomised" | "phased" };

/** The month the people of a team are first exposed; in a roll-out five waves of teams, and a sixth that never is. */
const startOf = {
  randomised: "case when number % 2 = 1 then date '2026-01-10' end",
  phased:
    "case when number % teams % 6 < 5 then (date '2026-01-10' + number % teams % 6 * interval '2 months')::date end",
};

/**
 * An initiative with one KPI by person and month, 2025 and 2026, offered from January 2026 on: to every second person, or to teams in waves
 * two months apart. Written by the database itself.
 */
export async function givenInitiative(
  owner: pg.Client,
  { people, teams, design }: Given,
): Promise<{ orgId: string; initiativeId: string }> {
  const orgId = await newOrganisation();
  const made = await owner.query<{ id: string; kpi: string }>(
    `with initiative as (
      insert into initiatives (org_id, code, title, design, cluster, baseline_from, baseline_to, follow_up_from, follow_up_to,
        plan_hash, batch_id)
      values ($1, 'bench', 'Bench', $2, 'team', '2025-01-01', '2025-12-31', '2026-01-01', '2026-12-31', 'sha256:', gen_random_uuid())
      returning id
    ), kpi as (insert into kpis (org_id, code, name) values ($1, 'outcome', 'Outcome') returning id)
    select initiative.id, kpi.id as kpi from initiative, kpi`,
    [orgId, design],
  );
  const { id: initiativeId = "", kpi = "" } = made.rows[0] ?? {};
  await owner.query(
    "insert into initiative_kpis (org_id, initiative_id, kpi_id, role) values ($1, $2, $3, 'primary')",
    [orgId, initiativeId, kpi],
  );
  await owner.query(
    `with made as (
      insert into people (org_id, employee_id, hire_date, batch_id)
      select $1, 'E' || lpad(n::text, 8, '0'), date '2020-01-01', gen_random_uuid() from generate_series(1, $2::int) n
      returning org_id, id, employee_id, batch_id
    ), placed as (
      select *, ${startOf[design]} as start from made, lateral (select substr(employee_id, 2)::int as number, $4::int as teams) numbered
    )
    insert into arm_members (org_id, person_id, initiative_id, arm, exposed_on, cluster, assigned, batch_id)
    select org_id, id, $3, case when start is null then 'control' else 'treatment' end, start, 'Team ' || number % teams, '${design}', batch_id
    from placed`,
    [orgId, people, initiativeId, teams],
  );
  await owner.query(
    `insert into kpi_values (org_id, person_id, kpi_id, ends_on, value, batch_id)
    select $1, p.person_id, $2, (m.month + interval '1 month - 1 day')::date,
      50 + p.level + 8 * random() + case when m.month >= date_trunc('month', p.exposed_on) then 1 else 0 end, p.batch_id
    from (select person_id, exposed_on, batch_id, 10 * random() as level from arm_members where org_id = $1) p,
      generate_series(date '2025-01-01', date '2026-12-01', interval '1 month') m (month)
    order by p.person_id, m.month`,
    [orgId, kpi],
  );
  await owner.query("vacuum analyze");
  return { orgId, initiativeId };
}
