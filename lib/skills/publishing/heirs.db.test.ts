import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { redoEdit, undoEdit } from "@/lib/skills/drafts/step";
import { rollBack } from "@/lib/skills/roll-back";
import { addBehaviour, addLooseSkill } from "@/lib/skills/tree/edits/add";
import { merge } from "@/lib/skills/tree/edits/merge";
import { move } from "@/lib/skills/tree/edits/move";
import { remove } from "@/lib/skills/tree/edits/remove";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import type { GivenOrganisation } from "@/test/factory";
import { newId, openDraft, publishEdits } from "@/test/given-draft";
import { givenTaxonomy, nth } from "@/test/given-taxonomy";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
  // So that a merged skill may have more behaviours than the range.
  await inTenant(given.orgId, (tx) => tx.execute(sql`update skills set range_reason = 'So it is'`));
  await given.take({
    "activities.csv":
      "activity,skill\nlisten,Listening\nserve,Service orientation\nserve-again,Service orientation\ncheck,Quality control\n",
  });
});

const lead = () => given.as("ld_lead");
type Kind = "skill" | "task" | "behaviour";
const mergeInto =
  (kind: Kind, into: number, ...others: number[]) =>
  (now: TreeIndex) =>
    merge(
      now,
      nth(kind, into),
      others.map((one) => nth(kind, one)),
    );

/** Codes of activities by the name of their skill. */
async function taught(): Promise<Record<string, string[]>> {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ skill: string; codes: string[] }>(sql`
      select k.name as skill, array_agg(a.code order by a.code) as codes
      from activities a join skills k on k.id = a.skill_id group by 1 order by 1`),
  );
  return Object.fromEntries(rows.map(({ skill, codes }) => [skill, codes]));
}

const heirsOf = (kind: Kind) =>
  inTenant(given.orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string; heir: string }>(
      sql`select id, merged_into as heir from ${sql.identifier(`${kind}s`)} where merged_into is not null order by id`,
    );
    return rows.map(({ id, heir }) => [Number(id.slice(-6)), Number(heir.slice(-6))]);
  });

const versions = () =>
  inTenant(given.orgId, (tx) => tx.select().from(taxonomyVersions).orderBy(taxonomyVersions.number));

const before = {
  Listening: ["listen"],
  "Quality control": ["check"],
  "Service orientation": ["serve", "serve-again"],
};

test("activities of a merged skill follow to its heir, which the version says, and a rollback takes both back", async () => {
  expect((await publishEdits(lead(), mergeInto("skill", 1, 2))).outcome).toEqual({ published: 1 });
  expect(await taught()).toEqual({ Listening: ["listen", "serve", "serve-again"], "Quality control": ["check"] });
  expect(await heirsOf("skill")).toEqual([[2, 1]]);
  const [version] = await versions();
  expect(version?.changes.find(({ id }) => id === nth("skill", 2))).toMatchObject({
    after: null,
    heir: nth("skill", 1),
  });
  expect(version?.followed).toHaveLength(2);

  await given.take({ "activities (2).csv": "activity,skill\nserve-again,Quality control\n" });
  await rollBack(lead(), { to: 0, note: "Not the same after all" });
  expect(await taught()).toEqual({
    Listening: ["listen"],
    "Quality control": ["check", "serve-again"],
    "Service orientation": ["serve"],
  });
  expect(await heirsOf("skill")).toEqual([]);
});

test("an import of activities that is taken back does not bring them to a skill that became part of another since", async () => {
  const [moved] = await given.take({ "activities (2).csv": "activity,skill\nserve,Quality control\n" });
  await publishEdits(lead(), mergeInto("skill", 1, 2));
  await undoBatch(given.as("admin"), { batchId: moved?.batchId ?? "" });
  expect(await taught()).toEqual({ Listening: ["listen", "serve", "serve-again"], "Quality control": ["check"] });
});

test("a line of mergers names what carries on today, and each rollback gives exactly what that version had", async () => {
  await publishEdits(lead(), mergeInto("skill", 1, 2));
  await publishEdits(lead(), mergeInto("skill", 3, 1));
  const all = { "Quality control": ["check", "listen", "serve", "serve-again"] };
  expect([await heirsOf("skill"), await taught()]).toEqual([
    [
      [1, 3],
      [2, 3],
    ],
    all,
  ]);
  const one = { Listening: ["listen", "serve", "serve-again"], "Quality control": ["check"] };
  await rollBack(lead(), { to: 1, note: "One step back" });
  expect([await heirsOf("skill"), await taught()]).toEqual([[[2, 1]], one]);
  await rollBack(lead(), { to: 0, note: "All the way" });
  expect([await heirsOf("skill"), await taught()]).toEqual([[], before]);
  await rollBack(lead(), { to: 2, note: "Merged again" });
  expect([(await heirsOf("skill")).map(([, heir]) => heir), await taught()]).toEqual([[3, 3], all]);
  await rollBack(lead(), { to: 0, note: "Past several versions" });
  expect([await heirsOf("skill"), await taught()]).toEqual([[], before]);
});

test("a skill that is added under the name of a merged one comes back with its activities", async () => {
  await publishEdits(lead(), mergeInto("skill", 1, 2));
  await publishEdits(lead(), mergeInto("skill", 3, 1));
  const id = newId();
  const { outcome } = await publishEdits(
    lead(),
    (now) => addLooseSkill(now, { id, name: "Service orientation", rangeReason: "New" }),
    (now) => addBehaviour(now, { id: newId(), skillId: id, statement: "Asks what else there is" }),
  );
  expect(outcome).toEqual({ published: 3 });
  expect(await taught()).toEqual({
    "Quality control": ["check", "listen"],
    "Service orientation": ["serve", "serve-again"],
  });
  expect(await heirsOf("skill")).toEqual([[1, 3]]);
});

test("within a draft the line goes on to what is there in the end, also over nodes the draft itself added", async () => {
  const [id, behaviourId] = [newId(), newId()];
  await publishEdits(
    lead(),
    (now) => addLooseSkill(now, { id, name: "Passing by" }),
    (now) => addBehaviour(now, { id: behaviourId, skillId: id, statement: "Passes" }),
    (now) => merge(now, id, [nth("skill", 2)]),

    (now) => merge(now, nth("skill", 1), [id]),
  );
  expect(await heirsOf("skill")).toEqual([[2, 1]]);
  expect(await taught()).toMatchObject({ Listening: ["listen", "serve", "serve-again"] });
});

test("what became part of something that was then taken out has no heir", async () => {
  await publishEdits(
    lead(),
    (now) => merge(now, nth("behaviour", 1), [nth("behaviour", 2)]),
    (now) => remove(now, [nth("behaviour", 1)]),
  );
  expect(await heirsOf("behaviour")).toEqual([]);
});

test("undone it is no merger, done again it is one", async () => {
  const draft = await openDraft(lead());
  await draft.make(mergeInto("skill", 1, 2));
  const { draftId } = draft;
  await undoEdit(lead(), { draftId, at: 1 });
  const held = () =>
    inTenant(given.orgId, async (tx) => {
      const { rows } = await tx.execute(sql`select heir from draft_nodes where heir is not null`);
      return rows;
    });
  expect(await held()).toEqual([]);
  await redoEdit(lead(), { draftId, at: 0 });
  expect(await held()).toEqual([{ heir: nth("skill", 1) }]);
  await draft.submit();
  expect(await draft.publish()).toEqual({ published: 1 });
  expect(await heirsOf("skill")).toEqual([[2, 1]]);
});

test("a heir that another draft merged further since is followed, and one it took out is none", async () => {
  const [mine, gone] = [await openDraft(lead()), await openDraft(lead())];
  await mine.make((now) => merge(now, nth("behaviour", 2), [nth("behaviour", 1)]));
  await gone.make((now) => merge(now, nth("behaviour", 8), [nth("behaviour", 9)]));
  await publishEdits(
    lead(),
    (now) => merge(now, nth("behaviour", 3), [nth("behaviour", 2)]),
    (now) => remove(now, [nth("behaviour", 8)]),
  );
  for (const draft of [mine, gone]) {
    await draft.submit();
    expect(await draft.publish()).toMatchObject({ published: expect.any(Number) });
  }
  expect(await heirsOf("behaviour")).toEqual([
    [1, 3],
    [2, 3],
  ]);
});

test("words that became part of others count for the skill of those, wherever they go, and for their own when they come back", async () => {
  const skillOf = async (number: number) => {
    const { rows } = await inTenant(given.orgId, (tx) =>
      tx.execute<{ skill: string }>(
        sql`select skill_id as skill from behaviours where id = ${nth("behaviour", number)}`,
      ),
    );
    return Number(rows[0]?.skill.slice(-6));
  };
  await publishEdits(lead(), (now) => merge(now, nth("behaviour", 4), [nth("behaviour", 1)]));
  expect([await skillOf(1), await heirsOf("behaviour")]).toEqual([2, [[1, 4]]]);
  await publishEdits(lead(), (now) => move(now, [nth("behaviour", 4)], { parentId: nth("skill", 3) }));
  expect(await skillOf(1)).toBe(3);
  await rollBack(lead(), { to: 1, note: "Back" });
  expect(await skillOf(1)).toBe(2);
  await rollBack(lead(), { to: 0, note: "All back" });
  expect([await skillOf(1), await heirsOf("behaviour")]).toEqual([1, []]);
});

test("behaviours retired before a merger go along with their skill and come back with it", async () => {
  const where = async () => {
    const { rows } = await inTenant(given.orgId, (tx) =>
      tx.execute<{ skill: string }>(sql`select skill_id as skill from behaviours where id = ${nth("behaviour", 4)}`),
    );
    return rows[0]?.skill;
  };
  await publishEdits(lead(), (now) => remove(now, [nth("behaviour", 4)]));
  await publishEdits(lead(), mergeInto("skill", 1, 2));
  expect(await where()).toBe(nth("skill", 1));
  await rollBack(lead(), { to: 1, note: "Back" });
  expect(await where()).toBe(nth("skill", 2));
});

test("a removal names an heir of its own kind that is there, or is refused", async () => {
  const draft = await openDraft(lead());
  const edit = await draft.make((now) => merge(now, nth("task", 2), [nth("task", 1)]));
  await undoEdit(lead(), { draftId: draft.draftId, at: 1 });
  draft.standsAt(0);
  const told = (heir: string) => ({
    ...edit,
    changes: edit.changes.map((change) => (change.heir ? { ...change, heir } : change)),
  });
  await expect(draft.make(told(nth("skill", 1)))).rejects.toThrow("no longer there");
  await expect(draft.make(told(newId()))).rejects.toThrow("no longer there");
  await expect(draft.make(told(nth("task", 1)))).rejects.toThrow();
});
