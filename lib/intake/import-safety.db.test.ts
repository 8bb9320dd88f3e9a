import { sql } from "drizzle-orm";
import iconv from "iconv-lite";
import pg from "pg";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/access";
import { importBatches, rejectedRows } from "@/db/schema/imports";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { tableHashes } from "@/test/table-hashes";
import { importLock } from "./in-import";

const header = "event_id,employee_id,activity,verb,at,score\n";
const people = { "people.csv": "employee_id\nE1\nE2\n" };
const twoEvents = `${header}1,E1,a,completed,2025-01-01,0.5\n2,E2,a,completed,2025-01-02,0.6\n`;

const counts = (report: object | undefined) => {
  const { added, corrected, unchanged, rejected, parked } = report as Record<string, number>;
  return { added, corrected, unchanged, rejected, parked };
};

test("a row that does not fit is rejected with file, line, column, value and reason, and kept as it stood", async () => {
  const { take, orgId } = await givenData(people);
  const [report] = await take({
    "learning_events.csv": `${header}1,E1,a,completed,2025-01-01,0.5\n2,E1,"a, b",completed,yesterday,7\n3,E1,a\n4,,a,completed,2025-01-01,\n`,
  });
  expect(counts(report)).toEqual({ added: 1, corrected: 0, unchanged: 0, rejected: 3, parked: 0 });
  expect(report?.faults).toEqual([
    expect.objectContaining({
      file: "learning_events.csv",
      line: 3,
      column: "at",
      value: "yesterday",
      reason: "This should be a time such as 2025-03-31T14:30:00Z",
    }),
    expect.objectContaining({ line: 3, column: "score", value: "7" }),
    expect.objectContaining({ line: 4, column: "", reason: "The row has 3 cells, the header has 6" }),
    expect.objectContaining({ line: 5, column: "employee_id", value: null, reason: "This must not be empty" }),
  ]);
  const kept = await inTenant(orgId, (tx) =>
    tx.select().from(rejectedRows).orderBy(rejectedRows.line, rejectedRows.column),
  );
  expect(kept[0]?.raw).toEqual({
    event_id: "2",
    employee_id: "E1",
    activity: "a, b",
    verb: "completed",
    at: "yesterday",
    score: "7",
  });
});

test("rejected rows that were mended are added, and the good ones of before are left alone", async () => {
  const { take } = await givenData(people);
  await take({ "learning_events.csv": `${header}1,E1,a,completed,2025-01-01,0.5\n2,E1,a,completed,yesterday,\n` });
  const [report] = await take({
    "learning_events.csv": `${header}1,E1,a,completed,2025-01-01,0.5\n2,E1,a,completed,2025-01-02,\n`,
  });
  expect(counts(report)).toEqual({ added: 1, corrected: 0, unchanged: 1, rejected: 0, parked: 0 });
});

test("the same file twice changes nothing, rollups included", async () => {
  const { take, orgId } = await givenData({ ...people, "learning_events.csv": twoEvents });
  const before = await tableHashes(orgId);
  const [report] = await take({ "learning_events.csv": twoEvents });
  expect(counts(report)).toEqual({ added: 0, corrected: 0, unchanged: 2, rejected: 0, parked: 0 });
  expect(await tableHashes(orgId)).toEqual(before);
});

test("the id decides: other content is a correction, also when the person or the month is another one", async () => {
  const { take, orgId } = await givenData({ ...people, "learning_events.csv": twoEvents });
  const [report] = await take({ "learning_events.csv": `${header}1,E2,a,completed,2025-03-01,0.5\n` });
  expect(counts(report)).toEqual({ added: 0, corrected: 1, unchanged: 0, rejected: 0, parked: 0 });
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute(sql`
    select p.employee_id as who, m.month::text, m.events from person_months m join people p on p.id = m.person_id where events > 0 order by 2`),
  );
  expect(rows).toEqual([
    { who: "E2", month: "2025-01-01", events: 1 },
    { who: "E2", month: "2025-03-01", events: 1 },
  ]);
});

test("an id that comes twice in one file counts once when equal, and is rejected with the first line when not", async () => {
  const { take } = await givenData(people);
  const [report] = await take({
    "learning_events.csv": `${header}1,E1,a,completed,2025-01-01,0.5\n1,E1,a,completed,2025-01-01,0.5\n1,E2,a,completed,2025-01-01,0.5\n`,
  });
  expect(counts(report)).toEqual({ added: 1, corrected: 0, unchanged: 1, rejected: 1, parked: 0 });
  expect(report?.faults[0]).toMatchObject({
    line: 4,
    column: "event_id",
    reason: "Line 2 says something else about 1",
  });
});

test.each([
  ["UTF-8 with a byte order mark and CRLF", Buffer.from("\uFEFFemployee_id,name\r\nE1,Zoë\r\n")],
  [
    "UTF-16 little endian",
    Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode("employee_id,name\nE1,Zoë\n", "utf-16le")]),
  ],
  [
    "UTF-16 big endian",
    Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode("employee_id,name\nE1,Zoë\n", "utf-16be")]),
  ],
  ["Windows-1252", iconv.encode("employee_id,name\nE1,Zoë\n", "windows-1252")],
])("%s is read as it was meant", async (_name, bytes) => {
  const { take, orgId } = await givenOrganisation();
  await take({ "people.csv": bytes });
  const { rows } = await inTenant(orgId, (tx) => tx.execute(sql`select employee_id, name from people`));
  expect(rows).toEqual([{ employee_id: "E1", name: "Zoë" }]);
});

test("a file that is broken at its end writes nothing at all", async () => {
  const { take, orgId } = await givenData(people);
  const before = await tableHashes(orgId);
  const [report] = await take({ "learning_events.csv": `${twoEvents}3,E1,"open,completed,2025-01-01,\n4,E1,a` });
  expect(report).toMatchObject({ status: "refused", error: "A quotation mark on line 4 is opened and never closed" });
  expect(report?.faults).toEqual([expect.objectContaining({ line: 4 })]);
  expect(await tableHashes(orgId)).toEqual(before);
});

test("a connection that is killed in the middle leaves nothing half-written, and the file can be imported again", async () => {
  const { take, orgId } = await givenData(people);
  const before = await tableHashes(orgId);
  const events = Array.from({ length: 60_000 }, (_, at) => `${at},E1,a,completed,2025-01-01T00:00:00Z,0.5\n`).join("");
  const file = { "learning_events.csv": header + events };
  const killing = new Set<Promise<void>>();
  const [killed] = await take(file, {
    onProgress: () => {
      if (killing.size === 0) killing.add(killImport(orgId));
    },
  });
  await Promise.all(killing);
  expect(killed).toMatchObject({ status: "failed" });
  expect(await tableHashes(orgId)).toEqual(before);
  const [again] = await take(file);
  expect(again).toMatchObject({ status: "done", added: 60_000 });
});

/** As an administrator of the server would, who may. */
async function killImport(orgId: string): Promise<void> {
  const owner = new pg.Client(process.env.DATABASE_URL);
  await owner.connect();
  await owner.query(
    `select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and classid = $1 and objid = (hashtext($2)::bigint & 4294967295)::oid`,
    [importLock, orgId],
  );
  await owner.end();
}

test("a header without a required column is refused in a sentence that names it", async () => {
  const { take } = await givenOrganisation();
  const [report] = await take({ "people.csv": "Name,E-mail\nAda,a@x.org\n" });
  expect(report).toMatchObject({ status: "refused", error: "The header lacks employee_id. It has: Name, E-mail" });
  const [other] = await take({ "people.csv": "employee_id;name\nE1;Ada\n" });
  expect(other?.error).toBe("The columns are separated by semicolons. Save the file as CSV with commas");
});

test("rows about somebody unknown are parked, and taken in when a people.csv names them", async () => {
  const { take, orgId } = await givenData({ "people.csv": "employee_id\nE1\n" });
  const [parked] = await take({ "learning_events.csv": twoEvents });
  expect(counts(parked)).toEqual({ added: 1, corrected: 0, unchanged: 0, rejected: 0, parked: 1 });
  const [, resolved] = await take({ "people.csv": "employee_id\nE2\n" });
  expect(resolved).toMatchObject({
    fileName: "learning_events.csv (parked rows)",
    status: "done",
    added: 1,
    parked: 0,
  });
  expect(await take({ "people.csv": "employee_id\nE3\n" })).toHaveLength(1);
  const { rows } = await inTenant(orgId, (tx) => tx.execute(sql`select sum(events)::int as events from person_months`));
  expect(rows).toEqual([{ events: 2 }]);
});

test("another organisation sees nothing of it", async () => {
  const ours = await givenData({ ...people, "learning_events.csv": twoEvents });
  const theirs = await givenOrganisation();
  const seen = await inTenant(theirs.orgId, (tx) => tx.select().from(importBatches));
  expect(seen).toEqual([]);
  const [report] = await theirs.take({ "learning_events.csv": twoEvents });
  expect(counts(report)).toMatchObject({ added: 0, parked: 2 });
  expect(await inTenant(ours.orgId, (tx) => tx.select().from(importBatches))).toHaveLength(2);
});

test("an import leaves an audit row that says who, what and how many, and nothing about people", async () => {
  const { orgId, userId, take } = await givenOrganisation();
  const [report] = await take(people);
  const rows = await inTenant(orgId, (tx) => tx.select().from(auditLog));
  expect(rows).toMatchObject([
    {
      actorId: userId,
      action: "data.import",
      subject: report?.batchId,
      detail: { kind: "people", rows: 2, added: 2, status: "done" },
    },
  ]);
});

test("200,000 rows pass through in bounded memory, good ones and bad ones", async () => {
  const { take } = await givenData(people);
  const rows = Array.from(
    { length: 200_000 },
    (_, at) => `${at},E${(at % 4) + 1},a,completed,2025-01-0${(at % 9) + 1},${at % 100 === 0 ? 7 : 0.5}\n`,
  );
  const file = { "learning_events.csv": header + rows.join("") };
  rows.length = 0;
  let highest = 0;
  const [report] = await take(file, {
    dryRun: true,
    onProgress: () => {
      highest = Math.max(highest, process.memoryUsage().heapUsed);
    },
  });
  expect(counts(report)).toEqual({ added: 98_000, corrected: 0, unchanged: 0, rejected: 2_000, parked: 100_000 });
  expect(report?.faults).toHaveLength(1_000);
  expect(highest).toBeLessThan(400e6);
});
