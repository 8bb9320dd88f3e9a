import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenTeam } from "@/test/given-team";
import { ownExportCsv } from "./own-export-csv";
import { ownTables, technicalTables } from "./own-tables";
import { readOwnExport } from "./read-own-export";
import { readOwnPage } from "./read-own-page";
import { readOwnTables } from "./read-own-tables";

afterAll(closePool);

const given = () =>
  givenTeam(["o1,a,Asks why,4,manager,{20},true,true,C", "o2,b,Listens,2,manager,{20},,,C"], {
    "learning_events.csv": "event_id,employee_id,activity,verb,at\nl1,a,tip,accessed,{30}\nl2,b,tip,accessed,{30}\n",
  });

test("every table that names a person is in the export, or said to be technical", async () => {
  const { orgId } = await given();
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ name: string }>(sql`
      select c.table_name as name from information_schema.columns c
      join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace and not k.relispartition
      where c.table_schema = 'public' and c.column_name = 'person_id'`),
  );
  const known = [
    ...ownTables.filter(({ key }) => key !== "id").map(({ table }) => table),
    ...Object.keys(technicalTables),
  ];
  expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
});

test("a person saves every row about them and none about a colleague, with names beside ids", async () => {
  const { orgId, idOf, user } = await given();
  const ann = await user("a", "employee");
  const data = await readOwnExport(ann, null);
  const rowsOf = (name: string) => data.tables.find(({ table }) => table === name)?.rows ?? [];

  expect(rowsOf("observations")).toMatchObject([{ observation_id: "o1", level: 4 }]);
  expect(rowsOf("learning_events")).toMatchObject([{ event_id: "l1", verb: "accessed" }]);
  expect(rowsOf("people")).toMatchObject([{ name: "Ann" }]);
  expect(data.names[idOf("Asks why")]).toBe("Asks why");
  expect(data.access.user).not.toHaveProperty("password_hash");
  const text = JSON.stringify(data);
  for (const other of [idOf("b"), "Bob", orgId]) expect(text).not.toContain(other);

  const csv = ownExportCsv(data);
  expect(csv).toContain("What somebody saw you do at work,1,observation_id,o1,");
  expect(csv).toContain("behaviour_id");
  expect(csv).toContain(",Asks why\r\n");
  const counted = await readOwnTables(ann, null);
  expect(counted.find(({ table }) => table === "observations")?.rows).toBe(1);
});

test("a nudge held back is not in the export while its effect is measured, and is afterwards", async () => {
  const { orgId, idOf, user } = await given();
  const ann = await user("a", "employee");
  const nudge = (text: string, days: number) =>
    inTenant(orgId, (tx) =>
      tx.execute(sql`
        insert into nudges (org_id, person_id, kind, text, show_from, held_out)
        values (${orgId}, ${idOf("a")}, 'praise', ${text}, now() - make_interval(days => ${days}), true)`),
    );
  const trace = () =>
    inTenant(orgId, (tx) =>
      tx.execute(sql`
        insert into audit_log (org_id, action, subject, detail)
        select org_id, 'nudge.send', person_id::text, jsonb_build_object('nudge', id, 'about', text) from nudges`),
    );
  await nudge("held back last week", 7);
  await nudge("held back last month", 30);
  await trace();
  // The row of the audit log would tell that one was sent and is not shown.
  expect((await readOwnPage(ann, null))?.looks.find(({ action }) => action === "nudge.send")).toMatchObject({
    times: 1,
  });
  expect((await readOwnTables(ann, null)).find(({ table }) => table === "nudges")?.rows).toBe(1);
  const text = JSON.stringify(await readOwnExport(ann, null));
  expect(text).not.toContain("held back last week");
  expect(text).toContain("held back last month");
});
