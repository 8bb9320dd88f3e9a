import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { verifyRollups } from "./verify-rollups";

const units = ["North", "South", "East", "West", "Centre"];
const files = {
  "people.csv": [
    "employee_id,hire_date,unit,role",
    ...units.flatMap((unit) => [1, 2, 3].map((at) => `${unit}${at},2025-01-01,${unit},Clerk`)),
  ].join("\n"),
  "skills.csv": "role,skill,behaviour,target_level\nClerk,Refunds,Checks the order,3",
  "activities.csv": "activity,delivery,skill\ncard,in_flow,Refunds",
  "kpis.csv": "kpi\nspeed",
  "learning_events.csv": events("first", 3),
  "work_events.csv": [
    "event_id,employee_id,task,completed_at,outcome",
    ...units.flatMap((unit) => [2, 3, 4].map((month) => `${unit}${month},${unit}1,Refund,2025-0${month}-05,ok`)),
  ].join("\n"),
  "observations.csv": [
    "observation_id,employee_id,behaviour,level,source,observed_at",
    ...units.flatMap((unit) =>
      [2, 4].map((month) => `${unit}${month},${unit}2,Checks the order,${month},manager,2025-0${month}-06`),
    ),
  ].join("\n"),
};

function events(id: string, month: number): string {
  const rows = units.map((unit) => `${id}${unit},${unit}1,card,accessed,2025-0${month}-02T09:00:00Z,self`);
  return ["event_id,employee_id,activity,verb,at,assigned_by", ...rows].join("\n");
}

const later = {
  "learning_events.csv": "event_id,employee_id,activity,verb,at\nnew,North2,card,completed,2025-02-09T09:00:00Z",
  "work_events.csv": "event_id,employee_id,task,completed_at,outcome\nnew,North2,Refund,2025-02-09,error",
  "observations.csv":
    "observation_id,employee_id,behaviour,level,source,observed_at\nnew,North2,Checks the order,5,peer,2025-02-09",
  "kpi.csv": "kpi,date,employee_id,value\nspeed,2025-02-28,North2,7",
};

test.each(Object.entries(later))(
  "a %s about one unit leaves the cells of the others alone and adds up to the whole",
  async (name, text) => {
    const { orgId, take } = await givenData(files);
    const before = await inTenant(orgId, (tx) =>
      tx.execute<{ now: string }>(sql`select pg_current_xact_id()::text as now`),
    );
    expect(await take({ [name]: text })).toMatchObject([{ status: "done", added: 1 }]);

    await inTenant(orgId, async (tx) => {
      expect(await verifyRollups(tx, orgId)).toEqual([]);
      const { rows } = await tx.execute<{ path: string }>(sql`
      select distinct coalesce(u.path, 'everywhere') as path from metric_cells c
      left join business_units u on u.org_id = c.org_id and u.id = c.unit_id
      where c.xmin::text::bigint > ${before.rows[0]?.now}::bigint order by 1`);
      expect(rows.map(({ path }) => path)).toEqual(["North", "everywhere"]);
    });
  },
);

test("a first certificate in a skill is a change for every unit", async () => {
  const { orgId, take } = await givenData(files);
  await take({
    "learning_events.csv": "event_id,employee_id,activity,verb,at\nnew,North2,card,certified,2025-02-09T09:00:00Z",
  });
  await inTenant(orgId, async (tx) => {
    expect(await verifyRollups(tx, orgId)).toEqual([]);
    const { rows } = await tx.execute(
      sql`select from metric_cells where metric = 'certified' and level = 1 and grain = 'year'`,
    );
    expect(rows).toHaveLength(units.length);
  });
});
