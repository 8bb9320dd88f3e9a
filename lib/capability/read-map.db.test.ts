import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenCapability } from "@/test/given-capability";
import { everywhere, type MapRow } from "./map";
import { readMap } from "./read-map";

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
  expect(at(await refunds(), everywhere)).toMatchObject({ needed: 12, evidenced: null, level: null });
});

test("one of thirty seen: neither the skill, its sites nor the role tell at which level, and one more seen elsewhere changes nothing", async () => {
  const thirty = ["employee_id,role,unit,site,hire_date"];
  for (let n = 1; n <= 30; n += 1) thirty.push(`h${n},host,Co,${n <= 15 ? "Oslo" : "Rome"},2021-01-01`);
  const look = (person: string, level: number) => `${person}-x,${person},Greets,${level},manager,2026-10-15`;
  const seen = ["observation_id,employee_id,behaviour,level,source,observed_at"];
  const files = {
    "skills (2).csv": "role,task,skill,behaviour,target_level\nhost,,Hosting,Greets,3\n",
    "people (2).csv": `${thirty.join("\n")}\n`,
    "observations (2).csv": `${[...seen, look("h1", 5)].join("\n")}\n`,
  };
  await given.take(files);
  const roleId = await inTenant(given.orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from roles where name = 'host'`);
    return rows[0]?.id ?? "";
  });
  const untold = { evidenced: null, applied: null, validated: null, sustained: null, level: null, untold: 1 };
  const rowsNow = async () => {
    const { roles, chosen } = await shown(given.as("executive"), roleId);
    return [roles.find(({ name }) => name === "host"), chosen?.skills[0]];
  };
  for (const row of await rowsNow()) {
    expect(at(row, everywhere)).toMatchObject({ needed: 30, fewSeen: true, ...untold });
    expect(at(row, id("Oslo"))).toMatchObject({ needed: 15, fewSeen: true, ...untold });
    expect(at(row, id("Rome"))).toMatchObject({ needed: 15, evidenced: 0, applied: 0, untold: 0 });
  }
  // Six seen in Rome: everywhere seven, and Rome is not told because Oslo's one would be what is left of them.
  const rome = [16, 17, 18, 19, 20, 21].map((n) => look(`h${n}`, 4));
  await given.take({ "observations (3).csv": `${[...seen, ...rome].join("\n")}\n` });
  for (const row of await rowsNow()) {
    expect(at(row, everywhere)).toMatchObject({ evidenced: 7, applied: 7, untold: 0 });
    expect(at(row, id("Oslo"))).toMatchObject({ fewSeen: true, ...untold });
    expect(at(row, id("Rome"))).toMatchObject({ fewSeen: false, ...untold });
  }
});
