import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { setTarget } from "@/lib/targets/targets";
import type { GivenOrganisation } from "@/test/factory";
import { givenScorecard, read, shown } from "@/test/given-scorecard";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string> = {};

beforeEach(async () => {
  ({ given, ids } = await givenScorecard());
});

test("a scorecard asked for again is the one computed before", async () => {
  const viewer = given.as("executive");
  expect(await read(viewer)).toBe(await read(viewer));
});

test("it is never that of somebody with another right, another user or another question", async () => {
  const everybody = await read(given.as("executive"));
  const partner = shown(await read(given.as("hrbp", { units: [ids.North ?? ""] })));
  expect(partner.header).toMatchObject({ people: 9, scope: { text: "org", label: "Your units" } });
  expect(shown(await read(given.as("hrbp", { units: [ids.South ?? ""] }))).header.people).toBe(8);
  expect(await read({ ...given.as("executive"), userId: "00000000-0000-4000-8000-000000000002" })).not.toBe(everybody);
  expect(shown(await read(given.as("executive"), { by: "role" })).breakdown?.by).toBe("role");
});

test("every change shows at once: facts, names, targets and settings", async () => {
  const viewer = given.as("admin");
  const people = async () => shown(await read(viewer)).header.people;
  // Somebody else, because one who was shown both could subtract them.
  const other = { ...viewer, userId: "00000000-0000-4000-8000-000000000003" };
  const ofCrew = async () => shown(await read(other, { scope: `team:${ids.Crew}` })).header.people;
  expect([await people(), await ofCrew()]).toEqual([20, 18]);
  const [report] = await given.take({
    "people.csv": "employee_id,role,unit,site,team,hire_date\nx1,clerk,Co / North,Oslo,Crew,2020-01-01\n",
  });
  expect(report).toMatchObject({ status: "done", added: 1 });
  expect([await people(), await ofCrew()]).toEqual([21, 19]);

  await setTarget(viewer, { metric: "reach", target: 0.8, basedOn: null });
  expect(shown(await read(viewer)).tile("reach").target).toBe(0.8);

  await given.take({ "kpis.csv": "kpi,name,direction\nspeed,Speed,up\n" });
  await given.take({ "kpi.csv": "kpi,date,team,value\nspeed,2026-06-30,Crew,3\n" });
  const names = async () =>
    shown(await read(viewer)).categories.flatMap(({ tiles }) => tiles.map(({ metric }) => metric.name));
  expect(await names()).toContain("Speed, by team");
  await given.take({ "kpis.csv": "kpi,name,direction\nspeed,Pace,up\n" });
  expect(await names()).toContain("Pace, by team");

  await inTenant(given.orgId, (tx) => tx.execute(sql`update organisations set minimum_group_size = 50`));
  expect(await read(viewer)).toMatchObject({ kind: "withheld", why: "too-few" });
});
