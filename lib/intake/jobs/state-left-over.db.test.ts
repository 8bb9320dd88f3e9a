import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { settleRollups } from "@/lib/intake/settle-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { stateLeftOver } from "./state-left-over";

let owner: pg.Pool;
beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.DATABASE_URL });
});
afterAll(async () => {
  await owner.end();
  await closePool();
});

const seen = {
  "observations.csv":
    "observation_id,employee_id,behaviour,level,source,observed_at\nO1,E1,Checks the first part,4,manager,2026-01-20\n",
};
const certified = {
  "activities.csv": "activity,title,format,skill\ntest,Test,certification,Checking\n",
  "learning_events.csv": "event_id,employee_id,activity,verb,at,success\nL1,E1,test,passed,2026-01-20T09:00:00Z,true\n",
};

test.each([
  ["observations", seen],
  ["certificates alone", certified],
])("an organisation older than skill states, with %s, gets them, once", async (_what, files) => {
  const { orgId } = await givenData({
    "people.csv": "employee_id,role\nE1,Fitter\n",
    "skills.csv": "role,skill,behaviour\nFitter,Checking,Checks the first part\n",
    ...files,
  });
  const count = () => inTenant(orgId, (tx) => tx.execute(sql`select count(*)::int as states from skill_states`));
  const jobs = async () =>
    (await owner.query("select task_identifier from graphile_worker.jobs where key = $1", [`settle ${orgId}`])).rows;
  await stateLeftOver(owner);
  expect(await jobs()).toEqual([]);
  await inTenant(orgId, (tx) => tx.execute(sql`delete from skill_states`));
  await stateLeftOver(owner);
  expect(await jobs()).toEqual([{ task_identifier: "settle-rollups" }]);
  await settleRollups(orgId);
  expect((await count()).rows).toEqual([{ states: 1 }]);
});
