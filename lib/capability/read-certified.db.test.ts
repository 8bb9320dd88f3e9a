import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenCapability } from "@/test/given-capability";
import { readCertified } from "./read-certified";

afterAll(closePool);

let given: GivenOrganisation;
let id: (name: string) => string;

beforeEach(async () => {
  ({ given, id } = await givenCapability());
});

async function shown(viewer: Viewer, role: string | null = null, kpi: string | null = null) {
  const found = await readCertified(viewer, { role, kpi });
  if (found?.kind !== "shown") throw new Error(`not shown: ${found?.kind}`);
  return found;
}

test("everybody certified, half of those looked at below the level: the page says so, by site as well", async () => {
  const { role, sites } = await shown(given.as("ld_lead"), id("clerk"));
  expect(role).toMatchObject({ label: "clerk", people: 12, certified: { kind: "figure", value: 1 } });
  expect(role.seen).toEqual({ certified: 12, seen: 6, able: 3 });
  expect(role.diagnosis?.kind).toBe("not-applied");
  const [oslo, rome] = sites;
  expect(oslo).toMatchObject({
    label: "Oslo",
    seen: { certified: 6, seen: 6, able: 3 },
    diagnosis: { kind: "not-applied" },
  });
  expect(rome).toMatchObject({
    label: "Rome",
    seen: { certified: 6, seen: 0, able: 0 },
    diagnosis: { kind: "not-seen" },
  });
});

test("the picture holds certified, applied and the KPI over the same periods", async () => {
  const { role } = await shown(given.as("executive"), id("clerk"), "error_rate");
  expect(role.picture?.kpi?.metric.id).toBe("error_rate");
  expect(role.picture?.certified.map(({ period }) => period)).toEqual(
    role.picture?.kpi?.points.map(({ period }) => period),
  );
  expect(role.picture?.kpi?.points.at(-1)?.state).toMatchObject({ kind: "figure", value: 0.25 });
});

test("a role of few people is withheld", async () => {
  const { roles } = await shown(given.as("executive"));
  const teller = roles.find(({ label }) => label === "teller");
  expect(teller?.picture ?? null).toBeNull();
  expect(teller?.diagnosis ?? null).toBeNull();
});

test("what is not there, not theirs or of another organisation does not open", async () => {
  await expect(readCertified(given.as("employee"), { role: null, kpi: null })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await readCertified(given.as("hrbp"), { role: null, kpi: null })).toBeNull();
  expect(await readCertified(given.as("admin"), { role: id("clerk"), kpi: "nothing" })).toBeNull();
  const other = await givenOrganisation();
  expect(await readCertified(other.as("admin"), { role: null, kpi: null })).toEqual({ kind: "empty" });
  const { given: third } = await givenCapability();
  expect(await readCertified(third.as("admin"), { role: id("clerk"), kpi: null })).toBeNull();
});

test("evidence that is very old beside its half-life is no longer any, and does not stop the page", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update skill_states set half_life_days = 1, seen_on = '2020-01-01'`),
  );
  expect((await shown(given.as("ld_lead"), id("clerk"))).role.seen).toEqual({ certified: 12, seen: 0, able: 0 });
});

test("at which level people were seen is not told of fewer than the minimum", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`delete from skill_states where person_id in (${id("o4")}, ${id("o5")}, ${id("o6")})`),
  );
  const { role, sites } = await shown(given.as("executive"), id("clerk"));
  expect(role.seen).toEqual({ certified: 12, seen: null, able: null });
  expect(sites.find(({ label }) => label === "Oslo")).toMatchObject({
    seen: { certified: 6, seen: null, able: null },
    diagnosis: { kind: "few-seen" },
  });
});

test("where few were rated, neither the share seen applying it nor its line is told", async () => {
  const { given: few, id: of } = await givenCapability({
    "observations.csv":
      "observation_id,employee_id,behaviour,level,source,rater_id,observed_at\n1,o1,Checks the order,5,manager,boss,2026-10-15\n",
  });
  const found = await readCertified(few.as("executive"), { role: of("clerk"), kpi: null });
  if (found?.kind !== "shown") throw new Error("not shown");
  const oslo = found.sites.find(({ label }) => label === "Oslo");
  for (const place of [found.role, oslo]) {
    expect(place?.applied.kind).toBe("withheld");
    expect(place?.picture?.applied.map(({ state }) => state.kind)).not.toContain("figure");
    expect(place?.picture?.answer).toContain("an unknown share seen applying it");
    expect(place?.seen).toMatchObject({ seen: null, able: null });
  }
});
