import { asc, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog, type RoleName } from "@/db/schema/access";
import { businessUnits } from "@/db/schema/structure";
import { evaluateAndKeep } from "@/lib/evaluation/evaluate-command";
import { readWhatMoved } from "@/lib/initiatives/read-what-moved";
import { readDataVersion } from "@/lib/intake/data-version";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { givenStudy, readStudyFixture } from "@/test/given-study";
import type { SaveEvent } from "./calendar-input";
import { readCalendar } from "./read-calendar";
import { removeEvent } from "./remove-event";
import { saveEvent } from "./save-event";

afterAll(closePool);

let given: GivenOrganisation;
let units: Map<string, string>;

beforeEach(async () => {
  given = await givenData({
    "people.csv": "employee_id,unit,site\nE1,Co / Ops / Line,Lyon\nE2,Co / Sales,Lyon\n",
  });
  const rows = await inTenant(given.orgId, (tx) => tx.select().from(businessUnits));
  units = new Map(rows.map(({ path, id }) => [path, id]));
});

const unit = (path: string) => units.get(path) ?? "";
const event = (change: Partial<SaveEvent> = {}): SaveEvent => ({
  id: null,
  name: "Merger",
  kind: "reorganisation",
  from: "2025-05-01",
  to: null,
  unitId: null,
  siteId: null,
  note: null,
  ...change,
});
const namesFor = async (role: RoleName, own: string[] = []) =>
  (await readCalendar(given.as(role, { units: own }), null)).events.map(({ name, editable }) => [name, editable]);
const all = async () => (await readCalendar(given.as("admin"), null)).events;

test("an event is added, changed and removed, each time with an audit row that holds no free text", async () => {
  const lead = given.as("ld_lead");
  const { id } = await saveEvent(lead, event({ note: " Two became one " }));
  expect(await all()).toMatchObject([{ id, name: "Merger", to: null, note: "Two became one", imported: false }]);
  await saveEvent(lead, event({ id, to: "2025-06-30", unitId: unit("Co / Ops"), note: "" }));
  expect(await all()).toMatchObject([{ id, to: "2025-06-30", unit: { path: "Co / Ops" }, note: null }]);
  await removeEvent(given.as("admin"), { id });
  expect(await all()).toEqual([]);

  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "calendar.edit")).orderBy(asc(auditLog.at)),
  );
  const first = { kind: "reorganisation", from: "2025-05-01", to: null, unit: null, site: null };
  const second = { ...first, to: "2025-06-30", unit: unit("Co / Ops") };
  expect(traces.map(({ subject, detail }) => [subject, detail])).toEqual([
    [id, { change: "added", is: first }],
    [id, { change: "changed", was: first, is: second }],
    [id, { change: "removed", was: second }],
  ]);
});

test("what cannot be is refused beside its field, and nothing is kept", async () => {
  const { id } = await saveEvent(given.as("admin"), event());
  for (const [input, code, field] of [
    [{ name: " " }, "invalid-input", "name"],
    [{ from: "2025-02-30" }, "invalid-input", "from"],
    [{ from: "0205-02-03" }, "invalid-input", "from"],
    [{ to: "2025-04-30" }, "invalid-input", "to"],
    [{ kind: "none" }, "invalid-input", "to"],
    [{ unitId: "00000000-0000-4000-8000-000000000000" }, "invalid-input", "unitId"],
    [{ siteId: "00000000-0000-4000-8000-000000000000" }, "invalid-input", "siteId"],
    [{}, "conflict", "name"],
  ] as const) {
    await expect(saveEvent(given.as("admin"), event(input))).rejects.toMatchObject({
      code,
      fields: { [field]: [expect.any(String)] },
    });
  }
  const { id: other } = await saveEvent(given.as("admin"), event({ name: "Move" }));
  await expect(saveEvent(given.as("admin"), event({ id: other }))).rejects.toMatchObject({ code: "conflict" });
  expect(await saveEvent(given.as("admin"), event({ id, kind: "policy" }))).toEqual({ id });
  expect(await all()).toHaveLength(2);
});

test("who serves units edits what is in them, sees what reaches them, and nothing of others", async () => {
  const admin = given.as("admin");
  for (const [name, path] of [
    ["everywhere", null],
    ["above", "Co"],
    ["own", "Co / Ops"],
    ["below", "Co / Ops / Line"],
    ["beside", "Co / Sales"],
  ] as const) {
    await saveEvent(admin, event({ name, unitId: path && unit(path) }));
  }
  expect(await namesFor("hrbp", [unit("Co / Ops")])).toEqual([
    ["above", false],
    ["below", true],
    ["everywhere", false],
    ["own", true],
  ]);
  expect(await namesFor("hrbp")).toEqual([["everywhere", false]]);
  expect((await namesFor("executive")).map(([, editable]) => editable)).toEqual(Array(5).fill(false));

  const partner = given.as("hrbp", { units: [unit("Co / Ops")] });
  const idOf = new Map((await all()).map(({ name, id }) => [name, id]));
  const change = (name: string, path: string | null) =>
    saveEvent(partner, event({ id: idOf.get(name) ?? null, name, unitId: path && unit(path) }));
  await change("below", "Co / Ops");
  await expect(change("below", "Co / Sales")).rejects.toMatchObject({ fields: { unitId: [expect.any(String)] } });
  await expect(change("new", null)).rejects.toMatchObject({
    fields: { unitId: [expect.stringContaining("your units")] },
  });
  await expect(change("above", "Co / Ops")).rejects.toMatchObject({ code: "forbidden" });
  await expect(change("everywhere", "Co / Ops")).rejects.toMatchObject({ code: "forbidden" });
  await expect(change("beside", "Co / Ops")).rejects.toMatchObject({ code: "not-found" });
  await expect(removeEvent(partner, { id: idOf.get("beside") ?? "" })).rejects.toMatchObject({ code: "not-found" });
  await expect(removeEvent(partner, { id: idOf.get("above") ?? "" })).rejects.toMatchObject({ code: "forbidden" });
  await removeEvent(partner, { id: idOf.get("own") ?? "" });
  expect(await all()).toHaveLength(4);
  expect((await readCalendar(partner, null)).editing).toMatchObject({
    everywhere: false,
    units: [{ path: "Co / Ops" }, { path: "Co / Ops / Line" }],
  });
});

test("who may only read does not edit, and who may not read sees nothing", async () => {
  const { id } = await saveEvent(given.as("admin"), event());
  for (const role of ["executive", "finance", "manager", "employee", "auditor"] as const) {
    await expect(saveEvent(given.as(role), event({ name: "Own" }))).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeEvent(given.as(role), { id })).rejects.toMatchObject({ code: "forbidden" });
  }
  for (const role of ["finance", "auditor"] as const) {
    expect((await readCalendar(given.as(role), null)).editing).toBeNull();
  }
  for (const role of ["manager", "employee"] as const) {
    await expect(readCalendar(given.as(role), null)).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("another organisation's events and units are nothing", async () => {
  const other = await givenOrganisation();
  const { id } = await saveEvent(given.as("admin"), event());
  expect((await readCalendar(other.as("admin"), null)).events).toEqual([]);
  await expect(saveEvent(other.as("admin"), event({ id }))).rejects.toMatchObject({ code: "not-found" });
  await expect(removeEvent(other.as("admin"), { id })).rejects.toMatchObject({ code: "not-found" });
  await expect(saveEvent(other.as("admin"), event({ unitId: unit("Co") }))).rejects.toMatchObject({
    fields: { unitId: [expect.any(String)] },
  });
  expect(await all()).toHaveLength(1);
});

test("an event changed by hand stays when the file that brought it is undone", async () => {
  const header = "event,kind,from\n";
  const [first] = await given.take({ "calendar.csv": `${header}Merger,staffing,2025-05-01\nMove,policy,2025-01-01\n` });
  const [second] = await given.take({ "calendar.csv": `${header}Merger,policy,2025-05-01\n` });
  const merger = (await all()).find(({ name }) => name === "Merger");
  await saveEvent(given.as("admin"), event({ id: merger?.id ?? null, kind: "season" }));
  for (const batch of [second, first]) await undoBatch(given.as("admin"), { batchId: batch?.batchId ?? "" });
  expect(await all()).toMatchObject([{ name: "Merger", kind: "season", imported: false }]);
});

test("what is entered by hand makes other data, a note does not, and taking it away gives the former ones back", async () => {
  const version = () => inTenant(given.orgId, readDataVersion);
  const before = await version();
  const { id } = await saveEvent(given.as("admin"), event());
  const entered = await version();
  expect(entered).not.toBe(before);
  await saveEvent(given.as("admin"), event({ id, note: "Said in passing" }));
  expect(await version()).toBe(entered);
  await saveEvent(given.as("admin"), event({ id, to: "2025-07-01" }));
  expect(await version()).not.toBe(entered);
  await removeEvent(given.as("admin"), { id });
  expect(await version()).toBe(before);
});

test("two people who make two events the same at the same moment: one is told that the calendar has it already", async () => {
  const admin = given.as("admin");
  const [one, other] = [
    await saveEvent(admin, event({ name: "One" })),
    await saveEvent(admin, event({ name: "Other" })),
  ];
  for (let round = 0; round < 5; round += 1) {
    const name = `Same ${round}`;
    const saved = await Promise.allSettled([one, other].map(({ id }) => saveEvent(admin, event({ id, name }))));
    const refused = saved.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused).toMatchObject([{ code: "conflict", fields: { name: [expect.any(String)] } }]);
  }
});

test("the windows of the initiatives stand beside the events", async () => {
  await given.take({
    "kpis.csv": "kpi,direction\nerrors,down\n",
    "study.json": JSON.stringify({
      title: "Refunds",
      design: "comparison",
      primary_kpi: "errors",
      follow_up: { from: "2025-04-01", to: "2025-06-30" },
    }),
    "cohort.csv": "employee_id,arm,exposed_on\nE1,treatment,2025-04-05\nE2,control,2025-02-01\n",
  });
  const { initiatives } = await readCalendar(given.as("executive"), null);
  expect(initiatives).toMatchObject([
    {
      title: "Refunds",
      baselineFrom: null,
      followUpFrom: "2025-04-01",
      followUpTo: "2025-06-30",
      starts: "2025-04-05",
    },
  ]);
});

test("an initiative is evaluated anew against a changed calendar, and what moved names the check", async () => {
  const { plan, members } = readStudyFixture("nsw");
  const study = await givenStudy({ ...plan, design: "comparison", calendar: [] }, members);
  const admin = study.as("admin");
  const evaluate = async () => (await evaluateAndKeep(admin, { initiativeId: study.initiativeId })).id;
  const first = await evaluate();
  const { id } = await saveEvent(admin, event({ kind: "none", from: "1970-01-01", to: "1979-12-31" }));
  expect(await evaluate()).not.toBe(first);
  expect(await readWhatMoved(admin, study.initiativeId)).toMatchObject({
    moved: { by: 0 },
    checks: [{ id: "rival_explanations", before: "cannot_tell", now: "pass" }],
  });
  await removeEvent(admin, { id });
  expect(await evaluate()).toBe(first);
});
