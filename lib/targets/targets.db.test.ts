import { desc, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { kpis } from "@/db/schema/work";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenScorecard, read, shown } from "@/test/given-scorecard";
import { readTargets, setTarget } from "./targets";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  ({ given } = await givenScorecard());
});

const targets = ({ orgId }: GivenOrganisation) => inTenant(orgId, readTargets);

test("a target that is set stands on the scorecard, changes, and goes, each time with an audit row", async () => {
  const viewer = given.as("ld_lead");
  await setTarget(viewer, { metric: "reach", target: 0.8 });
  expect(shown(await read(given.as("admin"))).tile("reach").target).toBe(0.8);
  await setTarget(viewer, { metric: "reach", target: 0.9 });
  await setTarget(viewer, { metric: "reach", target: null });
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

test("a KPI has one target, whether its values come per person or per team", async () => {
  await given.take({ "kpis.csv": "kpi,name,direction,kind\nscrap,Scrap,down,ratio\n" });
  const [kpi] = await inTenant(given.orgId, (tx) => tx.select().from(kpis));
  await setTarget(given.as("executive"), { metric: `team-kpi:${kpi?.id}`, target: 0.05 });
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
    await expect(setTarget(viewer, input)).rejects.toThrow(says);
  }
  expect((await targets(given)).size).toBe(0);
});

test("who may not set targets does not, and another organisation's are its own", async () => {
  for (const role of ["manager", "employee", "finance", "auditor"] as const) {
    await expect(setTarget(given.as(role), { metric: "reach", target: 0.5 })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const other = await givenOrganisation();
  await setTarget(other.as("admin"), { metric: "reach", target: 0.5 });
  expect((await targets(given)).size).toBe(0);
  const { kpiId } = await inTenant(given.orgId, async (tx) => {
    const [kpi] = await tx.insert(kpis).values({ orgId: given.orgId, code: "own", name: "Own" }).returning();
    return { kpiId: kpi?.id };
  });
  await expect(setTarget(other.as("admin"), { metric: `kpi:${kpiId}`, target: 1 })).rejects.toThrow("no such figure");
});
