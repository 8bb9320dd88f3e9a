import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import { parsePeriod } from "@/lib/metrics/period";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenScorecard, read, shown } from "@/test/given-scorecard";
import { readPeopleBehind } from "./read-people-behind";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string> = {};

beforeAll(async () => {
  ({ given, ids } = await givenScorecard());
});

const managerOf = (code: string): Viewer => ({ ...given.as("manager"), personId: ids[code] ?? null });

function behind(
  viewer: Viewer,
  metric: string,
  scope: Parameters<typeof readPeopleBehind>[1]["scope"] = { kind: "line" },
) {
  const period = parsePeriod("2026-Q2");
  if (!period) throw new Error("no period");
  return readPeopleBehind(viewer, { scope, period, metric });
}

test("the people of a manager's line add up to the figure, and nobody else is among them", async () => {
  const viewer = managerOf("n0");
  const found = await behind(viewer, "error_rate");
  expect(found?.people.map(({ employeeId }) => employeeId)).toEqual(["n1", "n2", "n3", "n4", "n5", "n6", "n7"]);
  const sum = (name: "numerator" | "denominator") => found?.people.reduce((all, one) => all + (one[name] ?? 0), 0);
  const tile = shown(await read(viewer)).tile("error_rate");
  expect(tile.state).toMatchObject({ kind: "figure", numerator: sum("numerator"), denominator: sum("denominator") });
});

test("an imported KPI lists whom it has values of", async () => {
  await given.take({
    "kpis.csv": "kpi,name,direction,kind\ncalls,Calls,up,mean\n",
    "kpi.csv": "kpi,date,employee_id,value\ncalls,2026-04-30,n1,5\ncalls,2026-05-31,n1,7\ncalls,2026-05-31,s1,9\n",
  });
  const id = shown(await read(managerOf("n0")))
    .categories.flatMap(({ tiles }) => tiles)
    .find(({ metric }) => metric.name === "Calls")?.metric.id;
  const found = await behind(managerOf("n0"), id ?? "");
  const known = found?.people.filter(({ denominator }) => denominator !== null);
  expect(known).toMatchObject([{ employeeId: "n1", numerator: 6, denominator: 1 }]);
});

test("each person looked at gets a trace that names who looked", async () => {
  const viewer = managerOf("s0");
  await behind(viewer, "reach");
  const traces = await inTenant(given.orgId, (tx) =>
    tx
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, ids.s3 ?? "")),
  );
  expect(traces).toMatchObject([
    { action: "person.read", actorId: viewer.userId, detail: { metric: "reach", period: "2026-04-01" } },
  ]);
});

test("careers, medians and what does not exist list nobody", async () => {
  for (const metric of ["retention", "regretted_attrition", "cycle_time", "no_such_figure", "kpi:x"]) {
    expect(await behind(managerOf("n0"), metric)).toBeNull();
  }
});

test("only a manager sees people, and only those of their own line", async () => {
  for (const role of ["admin", "ld_lead", "hrbp", "executive", "employee", "finance", "auditor"] as const) {
    await expect(behind(given.as(role), "reach")).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await behind({ ...given.as("manager"), personId: null }, "reach")).toBeNull();
  expect(await behind(managerOf("n0"), "reach", { kind: "org" })).toBeNull();
  const inSouth = await behind(managerOf("n0"), "reach", { kind: "unit", id: ids.South ?? "" });
  expect(inSouth?.people ?? []).toEqual([]);
  const other = await givenOrganisation();
  const stranger: Viewer = { ...other.as("manager"), personId: ids.n0 ?? null };
  expect((await behind(stranger, "reach"))?.people ?? []).toEqual([]);
});
