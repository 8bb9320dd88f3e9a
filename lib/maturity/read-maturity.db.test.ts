import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool, type Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenCapability } from "@/test/given-capability";
import { type RoleFacts, roleFactsSql } from "./facts-sql";
import { readMaturity } from "./read-maturity";

afterAll(closePool);

let given: GivenOrganisation;
let id: (name: string) => string;

beforeEach(async () => {
  ({ given, id } = await givenCapability());
});

const today = "2026-11-02";

async function clerks(viewer: Viewer, site: string) {
  const maturity = await readMaturity(viewer, { today });
  if (maturity?.kind !== "shown") throw new Error(`not shown: ${maturity?.kind}`);
  const role = maturity.roles.find(({ name }) => name === "clerk");
  const place = [role?.everywhere, ...(role?.sites ?? [])].find((one) => one?.site === site);
  if (place?.shown.kind !== "judged") throw new Error("withheld");
  return place.shown;
}

const missing = ({ missing: criteria }: { missing: readonly { id: string }[] }) => criteria.map((one) => one.id);

test("a site whose managers look is missing only that both skills are described; one where nobody looks misses that, too", async () => {
  const oslo = await clerks(given.as("ld_lead"), id("Oslo"));
  expect(oslo).toMatchObject({ people: 6, level: 1, cheapest: { criterion: "behaviours" } });
  expect(missing(oslo)).toEqual(["behaviours"]);
  expect(missing(await clerks(given.as("ld_lead"), id("Rome")))).toEqual(["behaviours", "observed", "kept_up"]);
});

test("a level rises because a signal arrived, and the day and the level before are kept", async () => {
  // Without the skill nobody described, and with the map looked at again, only signals and a second source are missing.
  const { given: one, id: of } = await givenCapability({
    "skills.csv": `role,task,skill,behaviour,target_level,anchor_1\n${["Checks the order", "Names the rule", "Writes the note"].map((words) => `clerk,file,Refunds,${words},3,a\n`).join("")}`,
  });
  await inTenant(one.orgId, (tx) =>
    tx.execute(sql`
      insert into taxonomy_proposals (org_id, kind, node_id, figures, status, decided_at)
      select ${one.orgId}, 'at_ceiling', id, '{}', 'dismissed', now() from behaviours where org_id = ${one.orgId} limit 1`),
  );
  const viewer = one.as("ld_lead");
  const before = await clerks(viewer, of("Oslo"));
  expect(before).toMatchObject({ level: 2, before: null });
  expect(missing(before)).toEqual(["signals", "two_sources"]);

  const rows = ["o1", "o2", "o3", "o4", "o5", "o6"].flatMap((who, index) =>
    ["09", "10"].map(
      (month) => `sys-${who}-${month},${who},Names the rule,${index % 2 === 0 ? 4 : 2},system,2026-${month}-20`,
    ),
  );
  const file = `observation_id,employee_id,behaviour,level,source,observed_at\n${rows.join("\n")}\n`;
  await one.take({ "observations.csv": file });
  const after = await clerks(viewer, of("Oslo"));
  expect(after).toMatchObject({ level: 3, before: 2, since: new Date().toISOString().slice(0, 10) });
  expect(await clerks(viewer, of("Rome"))).toMatchObject({ level: 1 });
});

test("a role of few people is withheld, and whoever sees a part leaves nothing noted", async () => {
  const maturity = await readMaturity(given.as("hrbp", { units: [id("Co")] }), { today });
  const teller = maturity?.kind === "shown" ? maturity.roles.find(({ name }) => name === "teller") : undefined;
  expect(teller?.everywhere.shown).toEqual({ kind: "withheld" });
  const noted = () =>
    inTenant(
      given.orgId,
      async (tx) => (await tx.execute(sql`select from maturity_levels where org_id = ${given.orgId}`)).rows.length,
    );
  expect(await noted()).toBe(0);
  await readMaturity(given.as("executive"), { today });
  const once = await noted();
  expect(once).toBeGreaterThan(0);
  await readMaturity(given.as("admin"), { today });
  expect(await noted()).toBe(once);
});

test("an employee may not, nobody's units show nothing, and an empty organisation has no level", async () => {
  await expect(readMaturity(given.as("employee"), { today })).rejects.toMatchObject({ code: "forbidden" });
  expect(await readMaturity(given.as("hrbp"), { today })).toBeNull();
  expect(await readMaturity((await givenOrganisation()).as("admin"), { today })).toEqual({ kind: "empty" });
});

test("evidence that is very old beside its half-life is no longer any, and does not stop the page", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update skill_states set half_life_days = 1, seen_on = '2020-01-01'`),
  );
  expect(missing(await clerks(given.as("ld_lead"), id("Oslo")))).toContain("behaviours");
});

test("systems are held against the map: what is described, taught and told of, in one word with its reason", async () => {
  const alignment = async () => {
    const maturity = await readMaturity(given.as("ld_lead"), { today });
    return maturity?.kind === "shown" ? maturity.roles.find(({ name }) => name === "clerk")?.alignment : undefined;
  };
  // Refunds is described and has a certificate; Records has nothing, and no system tells of either.
  expect(await alignment()).toEqual({
    word: "not aligned",
    why: "Only 1 of 2 skills is described by three behaviours; 1 of 2 skills is taught or practised by an activity; 0 of 2 skills are told of by a signal or a KPI",
  });
  await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`delete from role_skills where skill_id = ${id("Records")}`);
    expect(await alignmentIn(tx)).toBe(0);
    await tx.execute(sql`
      insert into signal_rules (org_id, name, behaviour_id, status, version)
      select ${given.orgId}, 'Right first time', id, 'active', 1 from behaviours where statement = 'Checks the order'`);
    expect(await alignmentIn(tx)).toBe(1);
  });
  expect((await alignment())?.word).toBe("aligned");
});

test("a KPI at a step whose task became part of another tells of the skills that one needs", async () => {
  await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`
      with kpi as (insert into kpis (org_id, code, name, kind, direction) values (${given.orgId}, 'k', 'Errors', 'count', 'down') returning id),
      map as (insert into workflows (org_id, role_id, name) values (${given.orgId}, ${id("clerk")}, 'Filing') returning id),
      was as (
        insert into tasks (org_id, role_id, name, retired_at, merged_into)
        select ${given.orgId}, role_id, 'File of old', now(), task_id from role_skills where skill_id = ${id("Refunds")} and task_id is not null returning id
      )
      insert into workflow_steps (org_id, workflow_id, position, name, task_id, kpi_id) select ${given.orgId}, map.id, 0, 'File', was.id, kpi.id from kpi, map, was`);
    // Both skills are needed for it.
    expect(await alignmentIn(tx)).toBe(2);
  });
});

/** How many of the skills clerks need a system tells of. */
async function alignmentIn(tx: Tx) {
  const { rows } = await tx.execute<RoleFacts>(roleFactsSql(given.orgId, today));
  return rows.find(({ name }) => name === "clerk")?.watchedNeeds;
}
