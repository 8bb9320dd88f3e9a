import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { tableHashes } from "@/test/table-hashes";
import { readDataVersion } from "./data-version";
import { templates } from "./templates";
import { undoBatch } from "./undo-batch";

afterAll(closePool);

const people = "employee_id,unit,site\nE1,Co / Ops / Line,Lyon\nE2,Co / Sales,Lyon\n";
const header = "event,kind,from,to,unit,site,note\n";
const calendar = `${header}Merger,reorganisation,2025-05-01,,Co / Ops,,Two became one\nQuiet,none,2025-01-01,2025-03-31,,,\nNew prices,price_change,2025-05-01,2025-05-01,,Lyon,\n`;

async function look(orgId: string) {
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute(sql`
      select e.name, e.kind, e.starts_on::text as from, e.ends_on::text as to, u.path as unit, s.name as site, e.note from calendar_events e
      left join business_units u on u.id = e.unit_id left join sites s on s.id = e.site_id order by e.name`),
  );
  return rows;
}
const versionOf = (orgId: string) => inTenant(orgId, readDataVersion);

test("calendar.csv becomes events of the organisation, a unit or a site, and the same again changes nothing", async () => {
  const { orgId, take } = await givenData({ "people.csv": people, "calendar.csv": calendar });
  expect(await look(orgId)).toEqual([
    {
      name: "Merger",
      kind: "reorganisation",
      from: "2025-05-01",
      to: null,
      unit: "Co / Ops",
      site: null,
      note: "Two became one",
    },
    {
      name: "New prices",
      kind: "price_change",
      from: "2025-05-01",
      to: "2025-05-01",
      unit: null,
      site: "Lyon",
      note: null,
    },
    { name: "Quiet", kind: "none", from: "2025-01-01", to: "2025-03-31", unit: null, site: null, note: null },
  ]);
  const version = await versionOf(orgId);
  expect((await take({ "calendar.csv": calendar }))[0]).toMatchObject({
    added: 0,
    corrected: 0,
    unchanged: 3,
    rejected: 0,
  });
  expect(await versionOf(orgId)).toBe(version);
});

test("a file is known by its header, and its template is taken", async () => {
  const organisation = await givenData({ "people.csv": "employee_id,unit,site\nE1,Company / Operations,Lyon\n" });
  const [named] = await organisation.take({ "what-else.csv": calendar.replace("Co / Ops", "Company / Operations") });
  expect(named).toMatchObject({ kind: "calendar", status: "done", added: 3 });
  const template = templates.find(({ kind }) => kind === "calendar")?.text ?? "";
  expect((await organisation.take({ "calendar.csv": template }))[0]).toMatchObject({
    status: "done",
    added: 1,
    rejected: 0,
  });
});

test("a dry run says what would come and changes nothing", async () => {
  const { orgId, take } = await givenData({ "people.csv": people });
  const [report] = await take({ "calendar.csv": calendar }, { dryRun: true });
  expect(report).toMatchObject({ added: 3 });
  expect(await look(orgId)).toEqual([]);
});

test("a row that cannot be is rejected by itself, with row, column and reason", async () => {
  const { orgId, take } = await givenData({ "people.csv": people });
  const [report] = await take({
    "calendar.csv": `${header}Merger,reorganisation,2025-05-01,2025-04-30,,,\nMerger,merger,2025-05-01,,,,\nQuiet,none,2025-01-01,,,,\nMove,policy,2025-01-01,,Co / Opps,,\nMove,policy,2025-01-01,,,Leon,\nMove,policy,,,,,\nKept,policy,2025-01-01,,,,\nKept,season,2025-01-01,,,,\n`,
  });
  expect(report).toMatchObject({ added: 1, rejected: 7 });
  expect(report?.faults.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [2, "to", "It ends before it begins on 2025-05-01"],
    [3, "kind", expect.stringContaining("one of reorganisation")],
    [4, "to", "Say until when nothing else happened"],
    [5, "unit", "No business unit is called this. Import people.csv first"],
    [6, "site", "No site is called this. Import people.csv first"],
    [7, "from", "This must not be empty"],
    [9, "event", expect.stringContaining("Line 8 says something else")],
  ]);
  expect(await look(orgId)).toMatchObject([{ name: "Kept", kind: "policy" }]);
});

test("the same event with another kind, end or note is a correction, a missing column is left alone, and undo restores all", async () => {
  const { orgId, take, as } = await givenData({ "people.csv": people, "calendar.csv": calendar });
  const [before, version] = [await tableHashes(orgId), await versionOf(orgId)];
  const [report] = await take({
    "calendar.csv":
      "event,kind,from,to,unit,site\nMerger,staffing,2025-05-01,2025-07-31,Co / Ops,\nMerger,reorganisation,2025-05-01,,Co / Sales,\n",
  });
  expect(report).toMatchObject({ added: 1, corrected: 1 });
  const corrected = (await look(orgId)).find(({ kind }) => kind === "staffing");
  expect(corrected).toMatchObject({ to: "2025-07-31", note: "Two became one" });
  expect(await versionOf(orgId)).not.toBe(version);
  await undoBatch(as("admin"), { batchId: report?.batchId ?? "" });
  expect(await tableHashes(orgId)).toEqual(before);
  expect(await versionOf(orgId)).toBe(version);
});

test("undoing people leaves the units and sites the calendar names", async () => {
  const organisation = await givenOrganisation();
  const [first] = await organisation.take({ "people.csv": people });
  await organisation.take({ "calendar.csv": calendar });
  await undoBatch(organisation.as("admin"), { batchId: first?.batchId ?? "" });
  expect(await look(organisation.orgId)).toMatchObject([{ unit: "Co / Ops" }, { site: "Lyon" }, { unit: null }]);
});

test("what somebody wrote about an event does not change the data version", async () => {
  const { orgId, take } = await givenData({ "people.csv": people, "calendar.csv": calendar });
  const version = await versionOf(orgId);
  const [report] = await take({ "calendar.csv": calendar.replace("Two became one", "Two became one in May") });
  expect(report).toMatchObject({ corrected: 1 });
  expect(await versionOf(orgId)).toBe(version);
});
