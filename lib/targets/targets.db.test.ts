import { desc, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { kpis } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenScorecard, read, shown } from "@/test/given-scorecard";
import { givenTwoLeads } from "@/test/given-two-leads";
import { readMeanwhile } from "./read-meanwhile";
import { readTargets, setTarget } from "./targets";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  ({ given } = await givenScorecard());
});

const targets = ({ orgId }: GivenOrganisation) => inTenant(orgId, readTargets);

test("a target that is set stands on the scorecard, changes, and goes, each time with an audit row", async () => {
  const viewer = given.as("ld_lead");
  await setTarget(viewer, { metric: "reach", target: 0.8, basedOn: null });
  expect(shown(await read(given.as("admin"))).tile("reach").target).toBe(0.8);
  await setTarget(viewer, { metric: "reach", target: 0.9, basedOn: 0.8 });
  await setTarget(viewer, { metric: "reach", target: null, basedOn: 0.9 });
  expect(shown(await read(given.as("admin"))).tile("reach").target).toBeNull();

  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "target.set")).orderBy(desc(auditLog.at)),
  );
  expect(traces.map(({ detail }) => detail)).toEqual([
    { metric: "reach", from: 0.9, to: null },
    { metric: "reach", from: 0.8, to: 0.9 },
    { metric: "reach", from: null, to: 0.8 },
  ]);
});

test("the second of two who change a target is refused, told what the first made of it, and may then replace that", async () => {
  const [one, other] = await givenTwoLeads(given);
  const set = (viewer: Viewer, target: number | null, basedOn: number | null) =>
    setTarget(viewer, { metric: "reach", target, basedOn });
  const refused = { code: "conflict" };
  const stands = () => readMeanwhile(other, { metric: "reach" });
  await set(one, 0.5, null);
  await expect(set(other, 0.6, null)).rejects.toMatchObject(refused);
  await set(other, 0.4, 0.5);
  await expect(set(one, 0.3, 0.5)).rejects.toMatchObject(refused);
  await expect(set(one, null, 0.5)).rejects.toMatchObject(refused);
  expect(await stands()).toEqual({ now: 0.4, by: "Ben Example" });
  await set(one, 0.3, (await stands()).now);
  await set(one, null, 0.3);
  await expect(set(other, 0.2, 0.3)).rejects.toMatchObject(refused);
  expect(await stands()).toEqual({ now: null, by: "Ada Example" });
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "target.set")).orderBy(desc(auditLog.at)),
  );
  expect(traces.map(({ actorId, detail }) => [actorId, detail.to])).toEqual([
    [one.userId, null],
    [one.userId, 0.3],
    [other.userId, 0.4],
    [one.userId, 0.5],
  ]);
  await expect(readMeanwhile(given.as("hrbp"), { metric: "reach" })).rejects.toMatchObject({ code: "forbidden" });
});

test("of two who set a target at the same moment one is refused", async () => {
  const set = (target: number) => setTarget(given.as("ld_lead"), { metric: "reach", target, basedOn: null });
  const done = await Promise.allSettled([set(0.5), set(0.6)]);
  expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a KPI has one target, whether its values come per person or per team", async () => {
  await given.take({ "kpis.csv": "kpi,name,direction,kind\nscrap,Scrap,down,ratio\n" });
  const [kpi] = await inTenant(given.orgId, (tx) => tx.select().from(kpis));
  await setTarget(given.as("executive"), { metric: `team-kpi:${kpi?.id}`, target: 0.05, basedOn: null });
  expect([...(await targets(given))]).toEqual([
    [`kpi:${kpi?.id}`, 0.05],
    [`team-kpi:${kpi?.id}`, 0.05],
  ]);
});

test("what cannot be a target is refused and nothing is kept", async () => {
  const viewer = given.as("admin");
  for (const [input, says] of [
    [{ metric: "reach", target: 80 }, /between 0 and 100%/],
    [{ metric: "no_such_figure", target: 1 }, /no such figure/],
    [{ metric: "kpi:00000000-0000-4000-8000-000000000000", target: 1 }, /no such figure/],
    [{ metric: "minutes_per_person", target: 1 }, /Neither more nor less/],
    [{ metric: "reach", target: Number.NaN }, /another look/],
  ] as const) {
    await expect(setTarget(viewer, { ...input, basedOn: null })).rejects.toThrow(says);
  }
  expect((await targets(given)).size).toBe(0);
});

test("who may not set targets does not, and another organisation's are its own", async () => {
  for (const role of ["manager", "employee", "finance", "auditor"] as const) {
    await expect(setTarget(given.as(role), { metric: "reach", target: 0.5, basedOn: null })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const other = await givenOrganisation();
  await setTarget(other.as("admin"), { metric: "reach", target: 0.5, basedOn: null });
  expect((await targets(given)).size).toBe(0);
  const { kpiId } = await inTenant(given.orgId, async (tx) => {
    const [kpi] = await tx.insert(kpis).values({ orgId: given.orgId, code: "own", name: "Own" }).returning();
    return { kpiId: kpi?.id };
  });
  await expect(setTarget(other.as("admin"), { metric: `kpi:${kpiId}`, target: 1, basedOn: null })).rejects.toThrow(
    "no such figure",
  );
});
