import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenCapability } from "@/test/given-capability";
import type { MapRow } from "./map";
import { readMap } from "./read-map";
import { everywhere } from "./withheld-places";

afterAll(closePool);

let given: GivenOrganisation;
let id: (name: string) => string;

beforeEach(async () => {
  ({ given, id } = await givenCapability());
});

async function shown(viewer: Viewer, role: string | null = null) {
  const map = await readMap(viewer, { role });
  if (map?.kind !== "shown") throw new Error(`not shown: ${map?.kind}`);
  return map;
}

const at = (row: MapRow | undefined, siteId: string) => row?.cells.find((cell) => cell.siteId === siteId)?.state;

test("needed, seen and seen at the level needed are counted by skill and site, and what nobody looked at is not", async () => {
  const { chosen } = await shown(given.as("ld_lead"), id("clerk"));
  const refunds = chosen?.skills.find(({ name }) => name === "Refunds");
  expect(at(refunds, id("Oslo"))).toMatchObject({
    needed: 6,
    evidenced: 6,
    applied: 3,
    validated: 0,
    certified: 6,
    certifiedNotApplied: 3,
  });
  expect(at(refunds, id("Rome"))).toMatchObject({
    needed: 6,
    evidenced: 0,
    certified: 6,
    certifiedNotApplied: 6,
    level: null,
  });
  expect(at(refunds, everywhere)).toMatchObject({ needed: 12, evidenced: 6, level: { value: 3 } });
  const records = chosen?.skills.find(({ name }) => name === "Records");
  expect(records).toMatchObject({ symbolic: true });
  expect(refunds).toMatchObject({ symbolic: false, target: 3 });
});

test("a role held by few people is withheld, and so are its sites", async () => {
  const { roles } = await shown(given.as("executive"));
  const teller = roles.find(({ name }) => name === "teller");
  expect(at(teller, everywhere)).toEqual({ kind: "withheld" });
  expect(at(teller, id("Rome"))).toEqual({ kind: "withheld" });
});

test("a business partner sees the people of their units, a manager their line, and nobody a role of others", async () => {
  expect(await readMap(given.as("hrbp"), { role: null })).toBeNull();
  expect((await shown(given.as("hrbp", { units: [id("Co")] }))).roles.map(({ name }) => name)).toEqual([
    "clerk",
    "porter",
    "teller",
  ]);
  expect((await shown(given.as("manager", { personId: id("boss") }))).roles.map(({ name }) => name)).toEqual([
    "clerk",
    "porter",
    "teller",
  ]);
  expect(await readMap(given.as("manager", { personId: id("o1") }), { role: null })).toEqual({ kind: "empty" });
  expect(await readMap(given.as("manager", { personId: id("o1") }), { role: id("clerk") })).toBeNull();
});

test("an employee may not, another organisation's role is not there, and without data there is no map", async () => {
  await expect(readMap(given.as("employee"), { role: null })).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenOrganisation();
  expect(await readMap(other.as("admin"), { role: null })).toEqual({ kind: "empty" });
  const { given: third } = await givenCapability();
  expect(await readMap(third.as("admin"), { role: id("clerk") })).toBeNull();
});

test("a level is the mean of at least the minimum of people seen, and of all sites together only", async () => {
  const refunds = async () =>
    (await shown(given.as("executive"), id("clerk"))).chosen?.skills.find(({ name }) => name === "Refunds");
  expect(at(await refunds(), everywhere)).toMatchObject({ evidenced: 6, level: { value: 3 } });
  expect(at(await refunds(), id("Oslo"))).toMatchObject({ evidenced: 6, level: null });
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`delete from skill_states where person_id <> ${id("o1")} and level is not null`),
  );
  expect(at(await refunds(), everywhere)).toMatchObject({ needed: 12, evidenced: 1, level: null });
});
