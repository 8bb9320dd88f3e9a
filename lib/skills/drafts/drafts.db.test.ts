import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { createUser } from "@/lib/access/users";
import { applyChanges, invert } from "@/lib/skills/tree/apply-changes";
import { addRole } from "@/lib/skills/tree/edits/add";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { indexTree } from "@/lib/skills/tree/tree-index";
import { placeTask } from "@/lib/work/matrix/place-task";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { inForce, newId, openDraft, publishEdits, sorted, tracesOf } from "@/test/given-draft";
import { aRole, givenTaxonomy, nth, smallTree } from "@/test/given-taxonomy";
import { randomEdit } from "@/test/random-edit";
import { randomFrom } from "@/test/random-from";
import { createDraft } from "./create-draft";
import { discardDraft } from "./hand-over";
import { readDraft, readDrafts } from "./read-drafts";
import { saveEdit } from "./save-edit";
import { redoEdit, undoEdit } from "./step";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
});

const rename = (name: string) => setFields(indexTree(smallTree), [nth("skill", 1)], { name });
const nameIn = (tree: Awaited<ReturnType<typeof inForce>>) => {
  const node = tree.get(nth("skill", 1));
  return node?.kind === "skill" ? node.name : null;
};

test("the tables hold what was written into them", async () => {
  expect(sorted(await inForce(given))).toEqual(sorted(smallTree));
});

test("a draft is what is in force with its edits, and what is in force stays as it is", async () => {
  const draft = await openDraft(given.as("ld_lead"), "More listening");
  await draft.make(rename("Active listening"));
  await draft.make((index) => remove(index, [nth("role", 2)]));
  const tree = await draft.tree();
  expect(nameIn(tree)).toBe("Active listening");
  expect(tree.has(nth("task", 3))).toBe(false);
  expect(sorted(await inForce(given))).toEqual(sorted(smallTree));
  expect(await readDrafts(given.as("hrbp"), null)).toMatchObject([
    { title: "More listening", status: "open", standsAt: 2, lastEdit: 2, changes: 6, createdBy: given.userId },
  ]);
});

test("every step leaves an audit row that says what was done to which draft", async () => {
  const draft = await openDraft(given.as("ld_lead"), "More listening");
  await draft.make(rename("Active listening"));
  await undoEdit(given.as("ld_lead"), { draftId: draft.draftId, at: 1 });
  await redoEdit(given.as("ld_lead"), { draftId: draft.draftId, at: 0 });
  await draft.submit();
  await discardDraft(given.as("ld_lead"), { draftId: draft.draftId });
  const traces = await tracesOf(given, "skill.edit");
  expect(traces.map(({ subject, actorId }) => [subject, actorId])).toEqual(
    traces.map(() => [draft.draftId, given.userId]),
  );
  expect(traces.map(({ detail }) => detail)).toEqual([
    { step: "start", title: "More listening" },
    { step: "edit", number: 1, nodes: 1 },
    { step: "undo", number: 1 },
    { step: "redo", number: 1 },
    { step: "submit" },
    { step: "discard" },
  ]);
});

test("an edit sent twice is one, and answers the same", async () => {
  const viewer = given.as("ld_lead");
  const { id: draftId } = await createDraft(viewer, { title: "A draft" });
  const edit = rename("Active listening");
  const both = await Promise.all([
    saveEdit(viewer, { draftId, at: 0, edit }),
    saveEdit(viewer, { draftId, at: 0, edit }),
  ]);
  expect(both).toEqual([
    { standsAt: 1, lastEdit: 1 },
    { standsAt: 1, lastEdit: 1 },
  ]);
  expect((await readDraft(viewer, { draftId }))?.edits).toHaveLength(1);
});

test("an edit made while another tab made one is refused with what to do, and nothing of it is kept", async () => {
  const viewer = given.as("ld_lead");
  const draft = await openDraft(viewer);
  await draft.make(rename("Active listening"));
  const late = saveEdit(viewer, { draftId: draft.draftId, at: 0, edit: rename("Hearing") });
  await expect(late).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/another tab.*Load it again/),
  });
  expect(nameIn(await draft.tree())).toBe("Active listening");
});

test("a number stands for one edit: what was undone and written over is not found under it", async () => {
  const viewer = given.as("ld_lead");
  const draft = await openDraft(viewer);
  await draft.make(rename("Active listening"));
  const undone = await undoEdit(viewer, { draftId: draft.draftId, at: 1 });
  expect(undone).toMatchObject({ standsAt: 0, lastEdit: 1, changes: invert(rename("Active listening")).changes });
  draft.standsAt(0);
  await draft.make(rename("Hearing"));
  expect(draft.at()).toBe(2);
  await expect(undoEdit(viewer, { draftId: draft.draftId, at: 1 })).rejects.toMatchObject({ code: "conflict" });
  await expect(redoEdit(viewer, { draftId: draft.draftId, at: 2 })).rejects.toThrow("nothing to do again");
  expect(nameIn(await draft.tree())).toBe("Hearing");
  expect(await undoEdit(viewer, { draftId: draft.draftId, at: 2 })).toMatchObject({ standsAt: 0, lastEdit: 2 });
});

test("an undo whose answer was lost is answered as done", async () => {
  const viewer = given.as("ld_lead");
  const draft = await openDraft(viewer);
  await draft.make(rename("Active listening"));
  const first = await undoEdit(viewer, { draftId: draft.draftId, at: 1 });
  expect(await undoEdit(viewer, { draftId: draft.draftId, at: 1 })).toEqual(first);
  await expect(undoEdit(viewer, { draftId: draft.draftId, at: 0 })).rejects.toThrow("nothing to undo");
});

test("an edit that would not hold together is refused by field", async () => {
  const draft = await openDraft(given.as("ld_lead"));
  const index = indexTree(smallTree);
  const taken = addRole(index, { id: newId(), name: "Assembler" });
  await expect(draft.make(taken)).rejects.toMatchObject({
    code: "invalid-input",
    fields: { name: ["There is a role of this name already"] },
  });
  const orphaned = {
    label: "Role without its tasks",
    changes: [{ id: nth("role", 1), before: index.roles[1] ?? null, after: null }],
  };
  await expect(draft.make(orphaned)).rejects.toMatchObject({ code: "invalid-input" });
  const stale = setFields(indexTree(applyChanges(smallTree, rename("Other").changes)), [nth("skill", 1)], {
    risk: "high",
  });
  await expect(draft.make(stale)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/“Listening” is no longer as it was/),
  });
  await expect(draft.make(setFields(index, [nth("task", 1)], { frequency: 3 }))).rejects.toThrow("Work page");
  await expect(draft.make({ label: "Nothing", changes: [] })).rejects.toMatchObject({ code: "invalid-input" });
  const half = setFields(index, [nth("skill", 1)], { name: "Half of a pair \ud800" });
  await expect(draft.make(half)).rejects.toMatchObject({ code: "invalid-input" });
  expect(sorted(await draft.tree())).toEqual(sorted(smallTree));
});

test("what was undone follows the taxonomy in force again", async () => {
  const [mine, theirs] = [await openDraft(given.as("ld_lead"), "Mine"), await openDraft(given.as("admin"), "Theirs")];
  await mine.make(rename("Active listening"));
  await undoEdit(given.as("ld_lead"), { draftId: mine.draftId, at: 1 });
  await theirs.make(rename("Hearing"));
  await theirs.submit();
  expect(await theirs.publish()).toEqual({ published: 1 });
  expect(nameIn(await mine.tree())).toBe("Hearing");
  await redoEdit(given.as("ld_lead"), { draftId: mine.draftId, at: 0 });
  expect(nameIn(await mine.tree())).toBe("Active listening");
});

test("any edits undone one by one give back what was, and done again what they had made", {
  timeout: 120_000,
}, async () => {
  const viewer = given.as("ld_lead");
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = randomFrom(seed);
      const draft = await openDraft(viewer);
      for (let step = 0; step < 12; step++) {
        const edit = randomEdit(indexTree(await draft.tree()), random);
        if (edit.changes.length > 0) await draft.make(edit);
      }
      const made = sorted(await draft.tree());
      const { draftId } = draft;
      let at = draft.at();
      const last = at;
      while (at > 0) ({ standsAt: at } = await undoEdit(viewer, { draftId, at }));
      expect(sorted(await draft.tree())).toEqual(sorted(smallTree));
      while (at < last) ({ standsAt: at } = await redoEdit(viewer, { draftId, at }));
      expect(sorted(await draft.tree())).toEqual(made);
    }),
    { numRuns: 8 },
  );
});

test("two roles given the same id by two browsers are told apart: the second is a conflict", async () => {
  const viewer = given.as("ld_lead");
  const draft = await openDraft(viewer);
  const id = newId();
  await draft.make({ label: "Added", changes: [{ id, before: null, after: aRole(id, "One") }] });
  const again = { label: "Added", changes: [{ id, before: null, after: aRole(id, "Two") }] };
  await expect(draft.make(again)).rejects.toMatchObject({ code: "conflict" });
});

test("a node whose edit was undone is held anew as it is in force when it is changed again", async () => {
  const viewer = given.as("ld_lead");
  const draft = await openDraft(viewer);
  await draft.make(rename("Active listening"));
  await undoEdit(viewer, { draftId: draft.draftId, at: 1 });
  draft.standsAt(0);
  const before = nameIn(await inForce(given));
  await publishEdits(viewer, rename("Hearing"));
  // Back to the very name it had when the draft first touched it: still a change of what is in force now.
  await draft.make((index) => setFields(index, [nth("skill", 1)], { name: before ?? "" }));
  expect(nameIn(await draft.tree())).toBe(before);
  await draft.submit();
  expect(await draft.publish()).toMatchObject({ published: 2 });
  expect(nameIn(await inForce(given))).toBe(before);
});

test("an owner who is no user of this organisation is refused beside the field", async () => {
  const draft = await openDraft(given.as("ld_lead"));
  const other = await givenOrganisation();
  const own = (ownerId: string) => setFields(indexTree(smallTree), [nth("skill", 1)], { ownerId });
  for (const ownerId of [other.userId, newId()]) {
    await expect(draft.make(own(ownerId))).rejects.toMatchObject({ fields: { ownerId: expect.anything() } });
  }
  const { id } = await createUser(given.as("admin"), {
    email: `owner-${given.slug}@x.org`,
    name: "Olive Owner",
    password: "a long enough secret",
    roles: [{ role: "ld_lead" }],
  });
  await draft.make(own(id));
});

test("an edit made before a task was placed at Work is taken, and leaves the task where it was placed", async () => {
  const viewer = given.as("ld_lead");
  const draft = await openDraft(viewer);
  const edit = setFields(indexTree(await draft.tree()), [nth("task", 1)], { name: "Answer every call" });
  const [change] = edit.changes;
  const was = change?.before?.kind === "task" ? change.before : null;
  await placeTask(viewer, {
    taskId: nth("task", 1),
    frequency: was?.frequency === 5 ? 4 : 5,
    impact: 5,
    was: { frequency: was?.frequency ?? null, impact: was?.impact ?? null },
  });
  await draft.make(edit);
  expect((await draft.tree()).get(nth("task", 1))).toMatchObject({ name: "Answer every call", impact: 5 });
});
