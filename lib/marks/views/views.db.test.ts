import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
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
const view = {
  name: "Errors by site",
  path: "/scorecard",
  query: "?by=site&show=error_rate",
  isShared: false,
} as const;

beforeEach(async () => {
  given = await givenOrganisation();
  lead = { ...given.as("ld_lead"), userId: randomUUID() };
  finance = { ...given.as("finance"), userId: randomUUID() };
});

test("a view is saved, renamed, shared, opened by others and removed, each time with an audit row", async () => {
  const { id } = await saveView(lead, view);
  expect(await readViews(lead, "/scorecard")).toMatchObject({
    mine: [{ id, name: "Errors by site", href: "/scorecard?by=site&show=error_rate", isShared: false, by: null }],
    shared: [],
  });
  expect(await readViews(finance, "/scorecard")).toEqual({ mine: [], shared: [] });
  await changeView(lead, { id, name: "Errors", isShared: true });
  expect((await readViews(finance, "/scorecard")).shared).toMatchObject([{ id, name: "Errors", isShared: true }]);
  expect((await readViews(finance, "/roi")).shared).toEqual([]);
  await removeView(lead, { id });
  expect((await readViews(finance, "/scorecard")).shared).toEqual([]);
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
  expect(await readViews(other, "/scorecard")).toEqual({ mine: [], shared: [] });
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
  const [saved] = (await readViews(lead, "/scorecard")).mine;
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
  expect((await readViews(lead, "/scorecard")).mine).toMatchObject([{ isFirst: false }]);
  expect(await readFirstView(lead)).toBe("/roi");
  expect(await readFirstView({ ...lead, roles: ["manager"] })).toBeNull();
  expect(await readFirstView({ ...lead, roles: ["employee"] })).toBeNull();
  await changeView(lead, { id: second.id, isFirst: false });
  expect(await readFirstView(lead)).toBeNull();
});

test("a shared view of a page one may not open is not offered, and roles without views keep none", async () => {
  await saveView(lead, { ...view, path: "/roi", isShared: true });
  expect(await readViews({ ...lead, userId: randomUUID(), roles: ["manager"] }, "/roi")).toEqual({
    mine: [],
    shared: [],
  });
  await expect(saveView(given.as("employee"), view)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readViews(given.as("auditor"), "/scorecard")).rejects.toMatchObject({ code: "forbidden" });
});
