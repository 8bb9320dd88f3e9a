import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { readParkedRows } from "./read-parked-rows";
import { undoBatch } from "./undo-batch";

const people = "employee_id,name,email\nE1,Ada,ada@example.com\nE2,Ben,ben@example.com\n";
const events = "event_id,employee_id,activity,verb,at\nv1,crm-ada,tip,accessed,2025-03-01T10:00:00Z\n";

async function owners(orgId: string) {
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ id: string; person: string }>(sql`
      select e.event_id as id, p.employee_id as person from learning_events e join people p on p.id = e.person_id order by 1`),
  );
  return rows.map(({ id, person }) => `${id} ${person}`);
}

test("an account brings in the rows that waited for it, and names its person from then on", async () => {
  const given = await givenData({ "people.csv": people });
  await given.take({ "learning_events.csv": events });
  expect((await readParkedRows(given.as("admin"), null)).identities).toMatchObject([{ identity: "crm-ada", rows: 1 }]);

  const [accounts, waited] = await given.take({
    "accounts.csv": "account,employee_id\ncrm-ada,E1\ncrm-ben,ben@example.com\n",
  });
  expect(accounts).toMatchObject({ kind: "accounts", added: 2, rejected: 0 });
  expect(waited).toMatchObject({ fileName: "learning_events.csv (parked rows)", added: 1 });
  await given.take({ "learning_events.csv": events.replaceAll("v1,crm-ada", "v2,crm-ben") });
  expect(await owners(given.orgId)).toEqual(["v1 E1", "v2 E2"]);

  const [again] = await given.take({ "accounts.csv": "account,employee_id\ncrm-ben,E2\ncrm-ada,E1\n" });
  expect(again).toMatchObject({ added: 0, unchanged: 2 });
});

test("an account that is somebody else's, or says two things, is rejected by row, and an unknown person is waited for", async () => {
  const given = await givenData({ "people.csv": people, "accounts.csv": "account,employee_id\ncrm-ada,E1\n" });
  const [report] = await given.take({
    "accounts.csv":
      "account,employee_id\ncrm-ada,E2\nE1,E2\nADA@example.com,E2\ntwice,E1\ntwice,E2\nlater,E9\nfine,E2\n",
  });
  expect(report).toMatchObject({ added: 2, rejected: 4, parked: 1 });
  expect(report?.faults.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [2, "account", "This account is E1 already. Undo that import first"],
    [3, "account", "This is the employee id of E1"],
    [4, "account", "This is the e-mail address of E1"],
    [6, "account", "Line 5 says something else about twice"],
  ]);
});

test("an account that is taken back no longer names anybody", async () => {
  const given = await givenData({ "people.csv": people });
  const [accounts] = await given.take({ "accounts.csv": "account,employee_id\ncrm-ada,E1\n" });
  await undoBatch(given.as("admin"), { batchId: accounts?.batchId ?? "" });
  const [report] = await given.take({ "learning_events.csv": events });
  expect(report).toMatchObject({ added: 0, parked: 1 });
});

test("an account of one organisation names nobody in another", async () => {
  await givenData({ "people.csv": people, "accounts.csv": "account,employee_id\ncrm-ada,E1\n" });
  const other = await givenOrganisation();
  await other.take({ "people.csv": people });
  const [report] = await other.take({ "learning_events.csv": events });
  expect(report).toMatchObject({ added: 0, parked: 1 });
});
