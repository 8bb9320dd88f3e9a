import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { roleNames } from "@/db/schema/access";
import { may } from "@/lib/access/policy";
import { addBehaviour } from "@/lib/skills/tree/edits/add";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { indexTree } from "@/lib/skills/tree/tree-index";
import type { GivenOrganisation } from "@/test/factory";
import { type inForce, openDraft, sorted, tracesOf } from "@/test/given-draft";
import { givenTaxonomy, nth, smallTree } from "@/test/given-taxonomy";
import { createDraft } from "./create-draft";
import { discardDraft, returnDraft, submitDraft } from "./hand-over";
import { readDraft, readDrafts } from "./read-drafts";
import { saveEdit } from "./save-edit";
import { undoEdit } from "./step";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
});

const rename = (name: string) => setFields(indexTree(smallTree), [nth("skill", 1)], { name });
const _nameIn = (tree: Awaited<ReturnType<typeof inForce>>) => {
  const node = tree.get(nth("skill", 1));
  return node?.kind === "skill" ? node.name : null;
};

test("a draft in review is not changed until it is returned, with what is to change", async () => {
  const viewer = given.as("ld_lead");
  const draft = await openDraft(viewer);
  await expect(draft.submit()).rejects.toThrow("changes nothing yet");
  await draft.make(rename("Active listening"));
  await draft.submit();
  await draft.submit();
  await expect(draft.make(rename("Hearing"))).rejects.toThrow("in review");
  await returnDraft(viewer, { draftId: draft.draftId, note: "Say hearing" });
  expect((await readDraft(viewer, draft))?.draft).toMatchObject({ status: "open", reviewNote: "Say hearing" });
  expect(await tracesOf(given, "skill.publish")).toMatchObject([
    { subject: draft.draftId, detail: { step: "return" } },
  ]);
  await discardDraft(viewer, draft);
  await discardDraft(viewer, draft);
  await expect(submitDraft(viewer, draft)).rejects.toThrow("was discarded");
});

test("a reviewer reads what changes, by whom, and what is still wrong", async () => {
  const draft = await openDraft(given.as("ld_lead"));
  await draft.make(rename("Active listening"));
  await draft.make((index) =>
    addBehaviour(index, { id: nth("behaviour", 77), skillId: nth("skill", 1), statement: "Understands the customer" }),
  );
  await draft.make((index) =>
    addBehaviour(index, { id: nth("behaviour", 78), skillId: nth("skill", 1), statement: "Does […] when asked" }),
  );
  await draft.make((index) =>
    remove(
      index,
      [7, 8, 9].map((one) => nth("behaviour", one)),
    ),
  );
  const page = await readDraft(given.as("hrbp"), draft);
  expect(page?.may).toEqual({ edit: false, publish: false });
  expect(page?.difference.counts).toEqual({ added: 2, changed: 1, removed: 3 });
  expect(page?.difference.groups.map(({ name }) => name)).toEqual(["Active listening", "Quality control"]);
  expect(page?.difference.groups[0]?.nodes[0]).toMatchObject({
    fields: [{ label: "Name", before: "Listening", after: "Active listening" }],
  });
  expect(page?.edits.map(({ number, stands }) => [number, stands])).toEqual([4, 3, 2, 1].map((one) => [one, true]));
  expect(page?.faults).toMatchObject([
    { nodeId: nth("skill", 3), message: expect.stringMatching(/no behaviour/) },
    { nodeId: nth("behaviour", 78), field: "statement" },
  ]);
  expect(page?.warnings).toMatchObject([
    { nodeId: nth("behaviour", 77), message: expect.stringMatching(/in the head/) },
  ]);
  expect(page?.names[nth("skill", 3)]).toBe("Quality control");
});

test("who may not edit cannot, and another organisation's draft is not there", async () => {
  const draft = await openDraft(given.as("ld_lead"));
  const edit = rename("Active listening");
  for (const role of roleNames) {
    if (may([role], "skill.edit")) continue;
    const viewer = given.as(role);
    await expect(createDraft(viewer, { title: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveEdit(viewer, { draftId: draft.draftId, at: 0, edit })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(submitDraft(viewer, draft)).rejects.toMatchObject({ code: "forbidden" });
    await expect(returnDraft(viewer, { ...draft, note: "No" })).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = (await givenTaxonomy()).as("admin");
  const { draftId } = draft;
  await expect(saveEdit(stranger, { draftId, at: 0, edit })).rejects.toMatchObject({ code: "not-found" });
  await expect(undoEdit(stranger, { draftId, at: 0 })).rejects.toMatchObject({ code: "not-found" });
  await expect(submitDraft(stranger, { draftId })).rejects.toMatchObject({ code: "not-found" });
  expect(await readDraft(stranger, { draftId })).toBeNull();
  expect(await readDrafts(stranger, null)).toEqual([]);
  expect(sorted(await draft.tree())).toEqual(sorted(smallTree));
});
