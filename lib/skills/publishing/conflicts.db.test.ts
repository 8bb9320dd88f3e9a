import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { readVersions } from "@/lib/skills/read-versions";
import { addLooseSkill, addTask } from "@/lib/skills/tree/edits/add";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { indexTree } from "@/lib/skills/tree/tree-index";
import type { GivenOrganisation } from "@/test/factory";
import { inForce, nameIn, newId, openDraft, publishEdits, rename, tracesOf } from "@/test/given-draft";
import { givenTaxonomy, nth, smallTree } from "@/test/given-taxonomy";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
});

const lead = () => given.as("ld_lead");
const index = indexTree(smallTree);

test("where the taxonomy in force has moved on, nothing is written until each conflict is decided", async () => {
  const [mine, theirs] = [await openDraft(lead(), "Mine"), await openDraft(lead(), "Theirs")];
  await mine.make(rename("skill", 1, "Active listening"));
  await mine.make(rename("skill", 2, "Service"));
  await theirs.make(rename("skill", 1, "Hearing"));
  await theirs.make(rename("skill", 3, "Checks"));
  await theirs.submit();
  await theirs.publish();
  await mine.submit();

  const outcome = await mine.publish();
  expect(outcome).toMatchObject({
    published: null,
    conflicts: [
      {
        nodeId: nth("skill", 1),
        base: { name: "Listening" },
        inForce: { name: "Hearing" },
        draft: { name: "Active listening" },
      },
    ],
  });
  expect(nameIn(await inForce(given), "skill", 2)).toBe("Service orientation");
  expect(await tracesOf(given, "skill.publish")).toHaveLength(1);

  expect(await mine.publish({ keep: { [nth("skill", 1)]: "in-force" } })).toEqual({ published: 2 });
  const names = [1, 2, 3].map(async (one) => nameIn(await inForce(given), "skill", one));
  expect(await Promise.all(names)).toEqual(["Hearing", "Service", "Checks"]);
});

test("a choice holds against what was in force when it was made, not against what another version made of it since", async () => {
  const mine = await openDraft(lead(), "Mine");
  await mine.make(rename("skill", 1, "Active listening"));
  await mine.submit();
  await publishEdits(lead(), rename("skill", 1, "Hearing"));
  expect(await mine.publish()).toMatchObject({ published: null, conflicts: [{ inForce: { name: "Hearing" } }] });
  await publishEdits(lead(), rename("skill", 1, "Listening closely"));
  const keep = { [nth("skill", 1)]: "draft" as const };
  expect(await mine.publish({ keep })).toMatchObject({
    published: null,
    conflicts: [{ inForce: { name: "Listening closely" } }],
  });
  expect(nameIn(await inForce(given), "skill", 1)).toBe("Listening closely");
  expect(await mine.publish({ keep })).toEqual({ published: 3 });
  expect(nameIn(await inForce(given), "skill", 1)).toBe("Active listening");
});

test("the draft's side of a conflict can be kept, also against a node that was taken out", async () => {
  const [mine, theirs] = [await openDraft(lead(), "Mine"), await openDraft(lead(), "Theirs")];
  await mine.make(rename("skill", 2, "Service"));
  await theirs.make((now) => remove(now, [nth("need", 2), nth("skill", 2)]));
  await theirs.submit();
  await theirs.publish();
  await mine.submit();
  expect(await mine.publish()).toMatchObject({ published: null, conflicts: [{ inForce: null }] });
  const kept = await mine.publish({ keep: { [nth("skill", 2)]: "draft" } });
  expect(kept).toMatchObject({ published: null, faults: [{ message: expect.stringContaining("no behaviour") }] });
  const none = mine.publish({ keep: { [nth("skill", 2)]: "in-force" } });
  await expect(none).rejects.toThrow("Nothing in this draft differs");
});

test("two drafts that put siblings in another order are no conflict", async () => {
  const [mine, theirs] = [await openDraft(lead(), "Mine"), await openDraft(lead(), "Theirs")];
  const before = { roleId: nth("role", 1), before: nth("task", 1) };
  await mine.make((now) => addTask(now, { id: newId(), name: "Greet", ...before }));
  await theirs.make((now) => addTask(now, { id: newId(), name: "Say goodbye", ...before }));
  for (const draft of [theirs, mine]) {
    await draft.submit();
    expect(await draft.publish()).toMatchObject({ published: expect.any(Number) });
  }
  expect(indexTree(await inForce(given)).tasksOf.get(nth("role", 1))).toHaveLength(4);
});

test("a draft that hangs on something taken out since is refused with what is missing", async () => {
  const [mine, theirs] = [await openDraft(lead(), "Mine"), await openDraft(lead(), "Theirs")];
  const task = newId();
  await mine.make((now) => addTask(now, { id: task, roleId: nth("role", 2), name: "Greet" }));
  await theirs.make((now) => remove(now, [nth("role", 2)]));
  await theirs.submit();
  await theirs.publish();
  await mine.submit();
  expect(await mine.publish()).toEqual({
    published: null,
    conflicts: [],
    faults: [{ nodeId: task, field: "roleId", message: "This role is no longer there" }],
  });
});

test("a skill that was touched needs three to five behaviours, or a reason", async () => {
  const bare = newId();
  const one = await publishEdits(
    lead(),
    (now) => remove(now, [nth("behaviour", 9)]),
    (now) => addLooseSkill(now, { id: bare, name: "Bare" }),
  );
  expect(one.outcome).toEqual({
    published: null,
    conflicts: [],
    faults: [
      {
        nodeId: nth("skill", 3),
        field: "rangeReason",
        message: "2 behaviours are too few to tell the skill by. Make it 3 to 5, or give the reason",
      },
      { nodeId: bare, field: "", message: "This skill has no behaviour by which it could be seen. Add three to five" },
    ],
  });
  expect((await readVersions(lead(), {})).versions).toEqual([]);
  const reasoned = await publishEdits(
    lead(),
    (now) => remove(now, [nth("behaviour", 9)]),
    setFields(index, [nth("skill", 3)], { rangeReason: "The third is measured by the line" }),
  );
  expect(reasoned.outcome).toEqual({ published: 1 });
});

test("a draft that changes nothing any more is not a version", async () => {
  const draft = await openDraft(lead());
  await draft.make(rename("skill", 1, "Active listening"));
  const twin = await openDraft(lead());
  await twin.make(rename("skill", 1, "Active listening"));
  for (const one of [draft, twin]) await one.submit();
  await draft.publish();
  await expect(twin.publish()).rejects.toThrow("Nothing in this draft differs");
});
