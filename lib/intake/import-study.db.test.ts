import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";

const study = {
  "people.csv":
    "employee_id,email,role,unit,team,manager_id,hire_date,grade\nE1,A@x.org,clerk,Co / Ops,A,E3,2020-01-01,7\nE2,,clerk,Co / Ops,A,E3,2021-01-01,x\nE3,,lead,Co,,,2019-01-01,\n",
  "kpis.csv": "kpi,name,direction\nerrors,Error rate,down\n",
  "kpi.csv":
    "kpi,date,employee_id,team,value,numerator,denominator\nerrors,2025-03-31,E1,,0.2,,\nerrors,2025-03-31,a@X.org,,0.2,,\nerrors,2025-03-31,E2,,,3,10\nerrors,2025-03-31,,A,0.25,,\n",
  "study.json": JSON.stringify({
    title: "Fewer errors",
    design: "randomised",
    primary_kpi: "errors",
    baseline: { from: "2025-01-01", to: "2025-03-31" },
  }),
  "cohort.csv": "employee_id,arm,exposed_on\nE1,treatment,2025-04-15\nE2,control,\n",
};

test("a study folder becomes people, KPIs, a plan with its arms, and spells of employment", async () => {
  const { orgId, take } = await givenOrganisation();
  const reports = await take(study);
  expect(
    reports.map(({ kind, status, added, unchanged, rejected, parked, error }) => [
      kind,
      status,
      added,
      unchanged,
      rejected,
      parked,
      error,
    ]),
  ).toEqual([
    ["people", "done", 3, 0, 0, 0, null],
    ["kpis", "done", 1, 0, 0, 0, null],
    ["study", "done", 1, 0, 0, 0, null],
    ["cohort", "done", 2, 0, 0, 0, null],
    ["kpi", "done", 3, 1, 0, 0, null],
  ]);
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute(sql`
    select p.employee_id, p.attributes->>'grade' as grade, r.name as role, u.path as unit, t.name as team, m.employee_id as manager,
      e.starts_on::text, e.ends_on::text, a.arm, k.value, k.numerator
    from people p join employments e on e.person_id = p.id
    left join roles r on r.id = e.role_id left join business_units u on u.id = e.unit_id left join teams t on t.id = e.team_id
    left join people m on m.id = e.manager_id left join arm_members a on a.person_id = p.id left join kpi_values k on k.person_id = p.id
    order by 1`),
  );
  expect(rows).toEqual([
    {
      employee_id: "E1",
      grade: "7",
      role: "clerk",
      unit: "Co / Ops",
      team: "A",
      manager: "E3",
      starts_on: "2020-01-01",
      ends_on: null,
      arm: "treatment",
      value: 0.2,
      numerator: null,
    },
    {
      employee_id: "E2",
      grade: "x",
      role: "clerk",
      unit: "Co / Ops",
      team: "A",
      manager: "E3",
      starts_on: "2021-01-01",
      ends_on: null,
      arm: "control",
      value: null,
      numerator: 3,
    },
    {
      employee_id: "E3",
      grade: null,
      role: "lead",
      unit: "Co",
      team: null,
      manager: null,
      starts_on: "2019-01-01",
      ends_on: null,
      arm: null,
      value: null,
      numerator: null,
    },
  ]);
});

test("the same files again change nothing", async () => {
  const { take } = await givenData({ "people.csv": study["people.csv"] });
  await take(study);
  for (const report of await take(study)) {
    expect(report).toMatchObject({ status: "done", added: 0, corrected: 0, rejected: 0, parked: 0 });
    expect(report.unchanged).toBe(report.rows);
  }
});
