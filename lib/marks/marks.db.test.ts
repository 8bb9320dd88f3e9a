import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { annotations } from "@/db/schema/scorecard-marks";
import { kpis } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { addDays, dayOf } from "@/lib/days";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenScorecard, read, shown } from "@/test/given-scorecard";
import { givenTwoLeads } from "@/test/given-two-leads";
import { expectSentOnce } from "@/test/sent-once";
import { addAnnotation, editAnnotation, removeAnnotation } from "./annotations/write-annotation";
import { judgeGuardrails } from "./guardrails/judge-guardrails";
import { readMeanwhile } from "./guardrails/read-meanwhile";
import { removeGuardrail, setGuardrail } from "./guardrails/set-guardrail";
import { readMarks } from "./read-marks";

const inAYear = addDays(dayOf(new Date()), 365);

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string>;
const lead = () => given.as("ld_lead");
const partner = () => given.as("hrbp", { units: [ids.North ?? ""] });
const manager = () => given.as("manager", { personId: ids.n0 ?? "" });
const today = () => new Date().toISOString().slice(0, 10);

beforeEach(async () => {
  ({ given, ids } = await givenScorecard());
});

const traces = (action: string) =>
  inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, action)).orderBy(desc(auditLog.at)),
  );
const because = "Nobody is left behind";
const guard = { metric: "reach", side: "below", bound: 0.99, because, basedOn: null } as const;
const remark = { metric: "reach", unitId: null, on: "2026-05-04", text: "The tip came to every phone" };

test("a guardrail that is set is crossed on the scorecard, moves, and goes, each time with an audit row", async () => {
  await setGuardrail(lead(), guard);
  const scorecard = shown(await read(given.as("admin")));
  const { guardrails } = await readMarks(given.as("admin"), null);
  const tiles = scorecard.categories.flatMap((category) => category.tiles);
  expect(judgeGuardrails(guardrails, tiles)).toMatchObject([
    { metric: "reach", name: "Reached at all", unit: "share", judgement: { kind: "crossed", isSure: true } },
  ]);
  await setGuardrail(given.as("executive"), { ...guard, bound: 0.2, basedOn: { bound: 0.99, because } });
  const [moved] = (await readMarks(lead(), null)).guardrails;
  expect(judgeGuardrails([moved ?? never()], tiles)[0]?.judgement.kind).toBe("holding");
  await removeGuardrail(lead(), { ...guard, basedOn: { bound: 0.2, because } });
  expect((await readMarks(lead(), null)).guardrails).toEqual([]);
  expect((await traces("guardrail.set")).map(({ detail }) => detail)).toEqual([
    { metric: "reach", side: "below", from: 0.2, to: null },
    { metric: "reach", side: "below", from: 0.99, to: 0.2 },
    { metric: "reach", side: "below", from: null, to: 0.99 },
  ]);
});

test("the second of two who change a guardrail is refused, told what the first made of it, and may then replace that", async () => {
  const [one, other] = await givenTwoLeads(given);
  const asSeen = { bound: 0.5, because };
  const set = (viewer: Viewer, bound: number, basedOn: typeof asSeen | null) =>
    setGuardrail(viewer, { ...guard, bound, basedOn });
  const stands = () => readMeanwhile(other, guard);
  await set(one, 0.5, null);
  await expect(set(other, 0.6, null)).rejects.toMatchObject({ code: "conflict" });
  await set(other, 0.4, asSeen);
  await expect(set(one, 0.3, asSeen)).rejects.toMatchObject({ code: "conflict" });
  await expect(removeGuardrail(one, { ...guard, basedOn: asSeen })).rejects.toMatchObject({ code: "conflict" });
  expect(await stands()).toEqual({ now: { bound: 0.4, because }, by: "Ben Example" });
  await set(one, 0.3, (await stands()).now);
  await removeGuardrail(one, { ...guard, basedOn: { bound: 0.3, because } });
  await expect(set(other, 0.2, { bound: 0.3, because })).rejects.toMatchObject({ code: "conflict" });
  expect(await stands()).toEqual({ now: null, by: "Ada Example" });
  await expect(readMeanwhile(given.as("hrbp"), guard)).rejects.toMatchObject({ code: "forbidden" });
});

test("what cannot be a guardrail is refused and nothing is kept", async () => {
  for (const [change, says] of [
    [{ bound: 80 }, /between 0 and 100%/],
    [{ metric: "no_such_figure" }, /no such figure/],
    [{ because: " " }, /another look/],
    [{ bound: Number.NaN }, /another look/],
  ] as const) {
    await expect(setGuardrail(lead(), { ...guard, ...change })).rejects.toThrow(says);
  }
  expect((await readMarks(lead(), null)).guardrails).toEqual([]);
  await setGuardrail(lead(), { ...guard, bound: 0.3 });
  await expect(setGuardrail(lead(), { ...guard, side: "above", bound: 0.3 })).rejects.toThrow(/leaves no room/);
  await setGuardrail(lead(), { ...guard, side: "above", bound: 0.4 });
});

test("a KPI's guardrail is named by it and is one, whether its values come per person or per team", async () => {
  await given.take({ "kpis.csv": "kpi,name,direction,kind\nscrap,Scrap,down,ratio\n" });
  const [kpi] = await inTenant(given.orgId, (tx) => tx.select().from(kpis));
  await setGuardrail(lead(), { ...guard, metric: `team-kpi:${kpi?.id}`, side: "above", bound: 0.1 });
  const basedOn = { bound: 0.1, because };
  await setGuardrail(lead(), { ...guard, metric: `kpi:${kpi?.id}`, side: "above", bound: 0.2, basedOn });
  expect((await readMarks(lead(), null)).guardrails).toMatchObject([
    { metric: `kpi:${kpi?.id}`, name: "Scrap", bound: 0.2 },
  ]);
});

test("who may not set guardrails or write remarks does not, and another organisation's are its own", async () => {
  for (const role of ["hrbp", "manager", "employee", "finance", "auditor"] as const) {
    await expect(setGuardrail(given.as(role), guard)).rejects.toMatchObject({ code: "forbidden" });
  }
  for (const role of ["manager", "employee", "finance", "auditor"] as const) {
    await expect(addAnnotation(given.as(role), remark)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(readMarks(given.as("employee"), null)).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenOrganisation();
  await setGuardrail(other.as("admin"), guard);
  const { id } = await addAnnotation(other.as("admin"), remark);
  expect(await readMarks(lead(), null)).toMatchObject({ guardrails: [], annotations: [] });
  await expect(removeAnnotation(lead(), { id, revision: 1 })).rejects.toMatchObject({ code: "not-found" });
  await expect(addAnnotation(other.as("admin"), { ...remark, unitId: ids.North ?? "" })).rejects.toThrow(
    /another look/,
  );
});

test("a remark is written, edited and removed; the second of two edits is refused", async () => {
  const { id } = await addAnnotation(lead(), remark);
  await editAnnotation(lead(), { ...remark, id, revision: 1, text: "The tip came to most phones" });
  await expect(editAnnotation(given.as("executive"), { ...remark, id, revision: 1 })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(removeAnnotation(lead(), { id, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
  expect((await readMarks(lead(), null)).annotations).toMatchObject([
    { id, text: "The tip came to most phones", revision: 2, metricName: "Reached at all", unit: null, mine: true },
  ]);
  await removeAnnotation(lead(), { id, revision: 2 });
  expect((await readMarks(lead(), null)).annotations).toEqual([]);
  const told = await traces("annotation.write");
  expect(told.map(({ detail }) => detail.change)).toEqual(["removed", "edited", "written"]);
  expect(JSON.stringify(told)).not.toContain("phone");
});

test("a remark on no figure, on a day to come or on no unit is refused with its fields", async () => {
  const wrong = { metric: "no_such_figure", unitId: randomUUID(), on: inAYear, text: "Something" };
  await expect(addAnnotation(lead(), wrong)).rejects.toMatchObject({
    fields: { metric: expect.anything(), unitId: expect.anything(), on: expect.anything() },
  });
  await addAnnotation(lead(), { ...remark, metric: null, on: today() });
});

test("a partner writes within their units, and neither changes nor sees what is said of others", async () => {
  const { id } = await addAnnotation(partner(), { ...remark, unitId: ids.North ?? "" });
  for (const unitId of [null, ids.South ?? ""]) {
    await expect(addAnnotation(partner(), { ...remark, unitId })).rejects.toMatchObject({
      fields: { unitId: expect.anything() },
    });
  }
  const far = await addAnnotation(lead(), { ...remark, unitId: ids.South ?? "" });
  const near = await addAnnotation(lead(), remark);
  await expect(removeAnnotation(partner(), { ...far, revision: 1 })).rejects.toMatchObject({ code: "not-found" });
  await expect(removeAnnotation(partner(), { ...near, revision: 1 })).rejects.toMatchObject({ code: "not-found" });
  const seen = await readMarks(partner(), null);
  expect(seen.annotations.map((one) => [one.id, one.mine]).toSorted()).toEqual(
    [
      [id, true],
      [near.id, false],
    ].toSorted(),
  );
  expect(seen.rights).toMatchObject({ guardrails: false, annotate: { everybody: false, units: [{ id: ids.North }] } });
  expect((await readMarks(manager(), null)).annotations.map((one) => one.id)).toEqual([near.id]);
  expect((await readMarks(manager(), null)).rights.annotate).toBeNull();
});

test("whoever sees no units sees no unit's remarks, whatever view they name", async () => {
  await addAnnotation(lead(), { ...remark, unitId: ids.North ?? "" });
  const near = await addAnnotation(lead(), remark);
  const views = [null, { kind: "org" }, { kind: "line" }, { kind: "unit", id: ids.North ?? "" }] as const;
  for (const viewer of [manager(), given.as("hrbp"), given.as("manager")]) {
    for (const scope of views) {
      expect((await readMarks(viewer, scope)).annotations.map((one) => one.id)).toEqual([near.id]);
    }
  }
});

test("a unit's remark stands on its own view and those above and below, not on the one beside or on a role", async () => {
  const { id } = await addAnnotation(lead(), { ...remark, unitId: ids.North ?? "" });
  const seenOn = async (kind: "unit" | "role", of: string) =>
    (await readMarks(lead(), { kind, id: ids[of] ?? "" })).annotations.map((one) => one.id);
  expect(await seenOn("unit", "North")).toEqual([id]);
  expect(await seenOn("unit", "Co")).toEqual([id]);
  expect(await seenOn("unit", "South")).toEqual([]);
  expect(await seenOn("role", "clerk")).toEqual([]);
  expect((await readMarks(lead(), null)).annotations.map((one) => one.id)).toEqual([id]);
});

test("the newest remarks are read, and that there are older ones is said", async () => {
  const write = (text: string, on: string) => addAnnotation(lead(), { ...remark, text, on });
  await write("The oldest of all", "2025-01-01");
  for (let left = 99; left > 0; left -= 1) await write(`Remark ${left}`, "2026-01-01");
  expect(await readMarks(lead(), null)).toMatchObject({ older: false });
  await write("One more", "2026-02-01");
  const { annotations, older } = await readMarks(lead(), null);
  expect([annotations.length, annotations[0]?.text, older]).toEqual([100, "One more", true]);
  expect(annotations.some(({ text }) => text === "The oldest of all")).toBe(false);
});

function never(): never {
  throw new Error("There is none");
}

test("a remark sent twice is written once", () =>
  expectSentOnce({
    table: annotations,
    viewer: lead(),
    send: (viewer, entryId) => addAnnotation(viewer, { ...remark, entryId }),
  }));
