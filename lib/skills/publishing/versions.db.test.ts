import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { inTenant } from "@/lib/server/tenant-access";
import { readTreeAt, readVersion, readVersions } from "@/lib/skills/read-versions";
import { rollBack } from "@/lib/skills/roll-back";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import { addRole } from "@/lib/skills/tree/edits/add";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { indexTree } from "@/lib/skills/tree/tree-index";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { inForce, newId, openDraft, publishEdits, rename, sorted, tracesOf } from "@/test/given-draft";
import { givenTaxonomy, nth, smallTree } from "@/test/given-taxonomy";
import { randomEdit } from "@/test/random-edit";
import { randomFrom } from "@/test/random-from";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
});

const lead = () => given.as("ld_lead");
const index = indexTree(smallTree);

test("any versions: each is rebuilt as it was, and rolling back to any gives it back", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = randomFrom(seed);
      given = await givenTaxonomy();
      const trees = [await inForce(given)];
      for (let version = 1; version <= 3; version++) {
        const draft = await openDraft(lead());
        for (let step = 0; step < 5; step++) {
          const edit = randomEdit(indexTree(await draft.tree()), random);
          if (edit.changes.length > 0) await draft.make(edit);
        }
        // Nothing is to hinder publishing: every skill has a reason for its number of behaviours, or goes where it has none.
        const now = indexTree(await draft.tree());
        const bare = now.skills.filter(({ id }) => !now.behavioursOf.has(id)).map(({ id }) => id);
        if (bare.length > 0) await draft.make(remove(now, bare));
        const left = now.skills.map(({ id }) => id).filter((id) => !bare.includes(id));
        if (left.length > 0) await draft.make((tree) => setFields(tree, left, { rangeReason: `Version ${version}` }));
        await draft.make((tree) => addRole(tree, { id: newId(), name: `Role of version ${version}` }));
        const wanted = sorted(await draft.tree());
        await draft.submit();
        expect(await draft.publish()).toEqual({ published: version });
        trees.push(await inForce(given));
        expect(sorted(await inForce(given))).toEqual(wanted);
      }
      for (const [number, tree] of trees.entries()) {
        expect(sorted(treeOf((await readTreeAt(lead(), { number })) ?? []))).toEqual(sorted(tree));
      }
      const to = random.int(3);
      expect(await rollBack(lead(), { to, note: "Back" })).toEqual({ published: 4 });
      expect(sorted(await inForce(given))).toEqual(sorted(trees[to] ?? new Map()));
      expect(sorted(treeOf((await readTreeAt(lead(), { number: 3 })) ?? []))).toEqual(sorted(trees[3] ?? new Map()));
    }),
    { numRuns: 2 },
  );
});

test("a rollback is a version of its own, says where it went back to, and can be taken back itself", async () => {
  await publishEdits(lead(), rename("skill", 1, "Active listening"));
  await publishEdits(lead(), (now) => remove(now, [nth("role", 2)]));
  expect(await rollBack(lead(), { to: 1, note: "The role is needed" })).toEqual({ published: 3 });
  expect(await rollBack(lead(), { to: 2, note: "It is not" })).toEqual({ published: 4 });
  expect((await inForce(given)).has(nth("role", 2))).toBe(false);
  const { versions } = await readVersions(lead(), {});
  expect(versions.map(({ number, origin, backTo }) => [number, origin, backTo])).toEqual([
    [4, "rollback", 2],
    [3, "rollback", 1],
    [2, "draft", null],
    [1, "draft", null],
  ]);
  await expect(rollBack(lead(), { to: 4, note: "Again" })).rejects.toThrow("as version 4 had it");
  await expect(rollBack(lead(), { to: 9, note: "Where" })).rejects.toMatchObject({ code: "not-found" });
  expect((await tracesOf(given, "skill.publish")).at(-1)).toMatchObject({
    subject: "4",
    detail: { backTo: 2, version: 4, removed: 5 },
  });
});

test("one version tells what it changed, by role and skill, in words", async () => {
  await publishEdits(
    lead(),
    setFields(index, [nth("need", 1)], { targetLevel: 5 }),
    rename("skill", 1, "Active listening"),
  );
  await publishEdits(lead(), (now) => setFields(now, [nth("skill", 1)], { name: "Hearing" }));
  const found = await readVersion(given.as("auditor"), { number: 1 });
  expect(found?.latest).toBe(2);
  expect(found?.difference.groups).toMatchObject([
    {
      name: "Service agent",
      nodes: [
        {
          name: "Active listening for “Resolve complaints”",
          fields: [{ label: "Target level", before: "4", after: "5" }],
        },
      ],
    },
    {
      name: "Active listening",
      nodes: [{ fields: [{ label: "Name", before: "Listening", after: "Active listening" }] }],
    },
  ]);
  expect(await readVersion(lead(), { number: 3 })).toBeNull();
  expect(await readTreeAt(lead(), { number: 3 })).toBeNull();
  const other = await givenOrganisation();
  expect(await readVersion(other.as("admin"), { number: 1 })).toBeNull();
  expect(await readVersions(other.as("admin"), {})).toEqual({ versions: [], more: false });
});

test("versions come fifty at a time", async () => {
  const { orgId } = given;
  const rows = Array.from({ length: 51 }, (_, at) => ({ orgId, number: at + 1, note: "A note", changes: [] }));
  await inTenant(orgId, (tx) =>
    tx.insert(taxonomyVersions).values(rows.map((row) => ({ ...row, origin: "import" as const }))),
  );
  const first = await readVersions(lead(), {});
  expect(first.more).toBe(true);
  expect(first.versions.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, at) => 51 - at));
  expect(await readVersions(lead(), { before: 2 })).toMatchObject({ more: false, versions: [{ number: 1 }] });
});
