import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { signalRules } from "@/db/schema/evidence";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { inTenant } from "@/lib/server/tenant-access";
import { rollBack } from "@/lib/skills/roll-back";
import { addBehaviour } from "@/lib/skills/tree/edits/add";
import { merge } from "@/lib/skills/tree/edits/merge";
import type { GivenOrganisation } from "@/test/factory";
import { newId, publishEdits } from "@/test/given-draft";
import { givenTaxonomy, nth } from "@/test/given-taxonomy";

afterAll(closePool);

let given: GivenOrganisation;
const lead = () => given.as("ld_lead");

beforeEach(async () => {
  given = await givenTaxonomy();
  await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`update skills set range_reason = 'So it is'`);
    const rule = (name: string, behaviour: number, status: "active" | "retired") => ({
      orgId: given.orgId,
      name,
      behaviourId: nth("behaviour", behaviour),
      status,
      version: 1,
    });
    await tx
      .insert(signalRules)
      .values([rule("one", 1, "active"), rule("old", 1, "retired"), rule("four", 4, "active")]);
  });
});

/** The number of the behaviour each rule rates, by its name. */
async function rated(): Promise<Record<string, number>> {
  const rules = await inTenant(given.orgId, (tx) => tx.select().from(signalRules));
  return Object.fromEntries(rules.map(({ name, behaviourId }) => [name, Number(behaviourId.slice(-6))]));
}

const mergeInto = (into: number, gone: number) =>
  publishEdits(lead(), (now) => merge(now, nth("behaviour", into), [nth("behaviour", gone)]));

test("rules follow a behaviour that became part of another, beside those that rate it already, and a rollback takes them back", async () => {
  await mergeInto(4, 1);
  expect(await rated()).toEqual({ one: 4, old: 4, four: 4 });
  const [version] = await inTenant(given.orgId, (tx) => tx.select().from(taxonomyVersions));
  expect(version?.followed).toHaveLength(2);
  expect(version?.followed).toContainEqual({
    ruleId: expect.any(String),
    from: nth("behaviour", 1),
    to: nth("behaviour", 4),
  });
  await mergeInto(5, 4);
  expect(await rated()).toEqual({ one: 5, old: 5, four: 5 });
  await rollBack(lead(), { to: 1, note: "One step" });
  expect(await rated()).toEqual({ one: 4, old: 4, four: 4 });
  await rollBack(lead(), { to: 0, note: "All the way" });
  expect(await rated()).toEqual({ one: 1, old: 1, four: 4 });
  await rollBack(lead(), { to: 2, note: "And there again" });
  expect(await rated()).toEqual({ one: 5, old: 5, four: 5 });
});

test("a rule that somebody made for another behaviour since stays there", async () => {
  await mergeInto(4, 1);
  await inTenant(given.orgId, (tx) =>
    tx
      .update(signalRules)
      .set({ behaviourId: nth("behaviour", 6) })
      .where(eq(signalRules.name, "one")),
  );
  await rollBack(lead(), { to: 0, note: "Back" });
  expect(await rated()).toEqual({ one: 6, old: 1, four: 4 });
});

test("words that are written anew under a merged behaviour bring it back with its rules", async () => {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ statement: string; skill: string }>(
      sql`select statement, skill_id as skill from behaviours where id = ${nth("behaviour", 1)}`,
    ),
  );
  await mergeInto(4, 1);
  const { statement = "", skill: skillId = "" } = rows[0] ?? {};
  await publishEdits(lead(), (now) => addBehaviour(now, { id: newId(), skillId, statement }));
  expect(await rated()).toEqual({ one: 1, old: 1, four: 4 });
});
