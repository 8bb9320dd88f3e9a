import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { readFirstView, readViews } from "./read-views";
import { changeView, removeView, saveView } from "./save-view";

afterAll(closePool);

let given: GivenOrganisation;
let lead: Viewer;
let finance: Viewer;
const nothing = { mine: [], shared: [], more: false };
const view = {
  name: "Errors by site",
  path: "/scorecard",
  query: "?by=site&show=error_rate",
  isShared: false,
} as const;

const readAll = (viewer: Viewer, path: "/scorecard" | "/roi" | "/compare") =>
  readViews(viewer, { path, mostShared: 20 });

beforeEach(async () => {
  given = await givenOrganisation();
  lead = { ...given.as("ld_lead"), userId: randomUUID() };
  finance = { ...given.as("finance"), userId: randomUUID() };
});

test("a view is saved, renamed, shared, opened by others and removed, each time with an audit row", async () => {
  const { id } = await saveView(lead, view);
  expect(await readAll(lead, "/scorecard")).toMatchObject({
    mine: [{ id, name: "Errors by site", href: "/scorecard?by=site&show=error_rate", isShared: false, by: null }],
    shared: [],
  });
  expect(await readAll(finance, "/scorecard")).toEqual(nothing);
  await changeView(lead, { id, name: "Errors", isShared: true });
  expect((await readAll(finance, "/scorecard")).shared).toMatchObject([{ id, name: "Errors", isShared: true }]);
  expect((await readAll(finance, "/roi")).shared).toEqual([]);
  await removeView(lead, { id });
  expect((await readAll(finance, "/scorecard")).shared).toEqual([]);
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "view.save")).orderBy(desc(auditLog.at)),
  );
  expect(traces.map(({ detail }) => detail.change)).toEqual(["removed", "changed", "saved"]);
});

test("a name is one's own once; another user may have the same", async () => {
  const { id } = await saveView(lead, view);
  const second = await saveView(lead, { ...view, name: "Another" });
  await expect(saveView(lead, { ...view, query: "" })).rejects.toMatchObject({
    code: "conflict",
    fields: { name: expect.anything() },
  });
  await expect(changeView(lead, { id: second.id, name: view.name })).rejects.toMatchObject({ code: "conflict" });
  await changeView(lead, { id, name: view.name });
  await saveView(finance, view);
});

test("nobody changes or removes what is another's, shared or not, nor another organisation's", async () => {
  const { id } = await saveView(lead, { ...view, isShared: true });
  const other = (await givenOrganisation()).as("admin");
  for (const viewer of [finance, other]) {
    await expect(changeView(viewer, { id, name: "Mine" })).rejects.toMatchObject({ code: "not-found" });
    await expect(removeView(viewer, { id })).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await readAll(other, "/scorecard")).toEqual(nothing);
});

test("only pages that have views are saved, with a query of bounded length that is nothing but a query", async () => {
  for (const change of [
    { path: "/admin" as "/scorecard" },
    { path: "https://elsewhere.example" as "/scorecard" },
    { query: "x".repeat(2_001) },
    { name: " " },
  ]) {
    await expect(saveView(lead, { ...view, ...change })).rejects.toMatchObject({ code: "invalid-input" });
  }
  await saveView(lead, { ...view, query: "by=site#//elsewhere.example" });
  const [saved] = (await readAll(lead, "/scorecard")).mine;
  expect(new URL(saved?.href ?? "", "https://here.example").host).toBe("here.example");
  expect(new URL(saved?.href ?? "", "https://here.example").hash).toBe("");
});

test("one view is the first; who may not open its page any more lands where their role does", async () => {
  const first = await saveView(lead, view);
  const second = await saveView(lead, { ...view, name: "Money", path: "/roi", query: "" });
  expect(await readFirstView(lead)).toBeNull();
  await changeView(lead, { id: first.id, isFirst: true });
  expect(await readFirstView(lead)).toBe("/scorecard?by=site&show=error_rate");
  await changeView(lead, { id: second.id, isFirst: true });
  expect((await readAll(lead, "/scorecard")).mine).toMatchObject([{ isFirst: false }]);
  expect(await readFirstView(lead)).toBe("/roi");
  expect(await readFirstView({ ...lead, roles: ["manager"] })).toBeNull();
  expect(await readFirstView({ ...lead, roles: ["employee"] })).toBeNull();
  await changeView(lead, { id: second.id, isFirst: false });
  expect(await readFirstView(lead)).toBeNull();
});

test("a shared view of a page one may not open is not offered, and roles without views keep none", async () => {
  await saveView(lead, { ...view, path: "/roi", isShared: true });
  expect(await readAll({ ...lead, userId: randomUUID(), roles: ["manager"] }, "/roi")).toEqual(nothing);
  await expect(saveView(given.as("employee"), view)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readAll(given.as("auditor"), "/scorecard")).rejects.toMatchObject({ code: "forbidden" });
});

test("a view of a unit that is gone or not theirs any more is neither the first nor offered to others, and says so to its owner", async () => {
  await given.take({ "people.csv": "employee_id,unit\nE1,Co / North\nE2,Co / South\n" });
  const [north, south] = await inTenant(given.orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from business_units where name in ('North', 'South') order by name`,
    );
    return rows.map(({ id }) => id);
  });
  const partner: Viewer = { ...given.as("hrbp", { units: [north ?? ""] }), userId: randomUUID() };
  const save = async (name: string, path: "/scorecard" | "/compare", query: string) => {
    const { id } = await saveView(partner, { name, path, query, isShared: true });
    await changeView(partner, { id, isFirst: true });
    return readFirstView(partner);
  };
  expect(await save("Own", "/scorecard", `scope=unit:${north}`)).toBe(`/scorecard?scope=unit%3A${north}`);
  expect(await save("Groups", "/compare", `a=unit:${north}`)).toBe(`/compare?a=unit%3A${north}`);
  expect(await save("Gone group", "/compare", `a=unit:${randomUUID()}`)).toBeNull();
  expect(await save("Odd", "/scorecard", "scope=nothing")).toBeNull();
  expect(await save("Gone", "/scorecard", `scope=unit:${randomUUID()}`)).toBeNull();
  expect(await save("Against gone", "/scorecard", `against=site:${randomUUID()}`)).toBeNull();
  expect(await save("Another's", "/scorecard", `scope=unit:${south}`)).toBeNull();
  const told = async (path: "/scorecard" | "/compare") =>
    (await readAll(partner, path)).mine.map(({ name, gone }) => [name, gone]);
  expect(await told("/scorecard")).toEqual([
    ["Against gone", "site"],
    ["Another's", "unit"],
    ["Gone", "unit"],
    ["Odd", "part"],
    ["Own", null],
  ]);
  expect(await told("/compare")).toEqual([
    ["Gone group", "part"],
    ["Groups", null],
  ]);
  // Whoever sees the South, sees it in a view that is none to its owner.
  expect((await readAll(lead, "/scorecard")).shared.map(({ name }) => name)).toEqual(["Another's", "Own"]);
});

test("of what others share the first are read, and that there are more is said", async () => {
  for (const name of ["a", "b", "c"]) await saveView(lead, { ...view, name, isShared: true });
  const read = (mostShared: number) => readViews(finance, { path: "/scorecard", mostShared });
  expect(await read(2)).toMatchObject({ shared: [{ name: "a" }, { name: "b" }], more: true });
  expect(await read(3)).toMatchObject({ shared: [{}, {}, {}], more: false });
});
