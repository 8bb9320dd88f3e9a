import { and, eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { behaviours, skills, tasks } from "@/db/schema/taxonomy";
import { inTenant } from "@/lib/server/tenant-access";
import { addComment } from "@/lib/skills/comments";
import { undoEdit } from "@/lib/skills/drafts/step";
import { readComments } from "@/lib/skills/read-comments";
import { readTreeAt, readVersions } from "@/lib/skills/read-versions";
import { rollBack } from "@/lib/skills/roll-back";
import { changesBetween, treeOf } from "@/lib/skills/tree/apply-changes";
import { addBehaviour, addLooseSkill, addRole, addTask } from "@/lib/skills/tree/edits/add";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { indexTree } from "@/lib/skills/tree/tree-index";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { inForce, nameIn, newId, openDraft, publishEdits, rename, sorted, tracesOf } from "@/test/given-draft";
import { givenTaxonomy, nth, smallTree } from "@/test/given-taxonomy";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
});

const lead = () => given.as("ld_lead");
const index = indexTree(smallTree);

test("what is published is what the draft was, written down as a version with an audit row", async () => {
  const draft = await openDraft(lead(), "Better listening");
  await draft.make(rename("skill", 1, "Active listening"));
  await draft.make(
    setFields(index, [nth("need", 1)], {
      targetLevel: 5,
      shownBy: [{ behaviourId: nth("behaviour", 2), targetLevel: 3 }],
    }),
  );
  await draft.make((now) => remove(now, [nth("task", 4)]));
  const wanted = sorted(await draft.tree());
  await draft.submit();
  expect(await draft.publish({ note: "Listening said better" })).toEqual({ published: 1 });
  expect(sorted(await inForce(given))).toEqual(wanted);

  const { versions } = await readVersions(given.as("employee"), {});
  expect(versions).toMatchObject([
    { number: 1, note: "Listening said better", origin: "draft", draftTitle: "Better listening", sameReviewer: true },
  ]);
  expect(versions[0]?.counts).toEqual({ added: 0, changed: 2, removed: 1 });
  expect(await tracesOf(given, "skill.publish")).toEqual([
    {
      actorId: given.userId,
      subject: draft.draftId,
      detail: { version: 1, added: 0, changed: 2, removed: 1, behind: "all figures", ownReview: true },
    },
  ]);
});

test("published by somebody else than who submitted it is no review of one's own", async () => {
  const draft = await openDraft(lead());
  await draft.make(rename("skill", 1, "Active listening"));
  await draft.submit();
  await draft.publish({}, { ...given.as("admin"), userId: newId() });
  expect((await readVersions(lead(), {})).versions[0]?.sameReviewer).toBe(false);
});

test("what is taken out is retired, because facts speak of it, and its name is free again", async () => {
  await publishEdits(lead(), (now) => remove(now, [nth("skill", 2)]));
  const retired = await inTenant(given.orgId, (tx) =>
    tx
      .select({ name: skills.name })
      .from(skills)
      .where(and(eq(skills.orgId, given.orgId), isNotNull(skills.retiredAt))),
  );
  expect(retired).toEqual([{ name: "Service orientation" }]);
  const { outcome } = await publishEdits(lead(), rename("skill", 3, "Service orientation"));
  expect(outcome).toEqual({ published: 2 });
  expect(nameIn(await inForce(given), "skill", 3)).toBe("Service orientation");
});

test("added under the name of something retired, that comes back, with its comments and what belongs to it", async () => {
  await publishEdits(lead(), (now) => remove(now, [nth("role", 1)]));
  const [role, task] = [newId(), newId()];
  const draft = await openDraft(lead());
  await draft.make((now) => addRole(now, { id: role, name: "Service agent", summary: "Back again" }));
  await draft.make((now) => addTask(now, { id: task, roleId: role, name: "Resolve complaints" }));
  await draft.make((now) => addTask(now, { id: newId(), roleId: role, name: "Something new" }));
  await addComment(given.as("manager"), { nodeId: role, text: "Good to see it again" });
  await draft.submit();
  expect(await draft.publish()).toEqual({ published: 2 });
  const tree = await inForce(given);
  expect(tree.get(nth("role", 1))).toMatchObject({ name: "Service agent", summary: "Back again" });
  expect(tree.get(nth("task", 1))).toMatchObject({ roleId: nth("role", 1) });
  expect([role, task].some((id) => tree.has(id))).toBe(false);
  expect(await readComments(lead(), { nodeId: nth("role", 1) })).toMatchObject([{ text: "Good to see it again" }]);
});

test("taken out and added under the same name in one draft, it is the same one changed", async () => {
  const id = newId();
  const { outcome } = await publishEdits(
    lead(),
    (now) => remove(now, [nth("skill", 2)]),
    (now) => addLooseSkill(now, { id, name: "Service orientation", risk: "high", rangeReason: "New" }),
    (now) => addBehaviour(now, { id: newId(), skillId: id, statement: "Offers two options with their total cost" }),
  );
  expect(outcome).toEqual({ published: 1 });
  const tree = await inForce(given);
  expect(tree.get(nth("skill", 2))).toMatchObject({ risk: "high" });
  expect(tree.get(nth("behaviour", 5))).toMatchObject({ skillId: nth("skill", 2) });
});

test("two that swap their names do not meet halfway", async () => {
  const edit = {
    label: "Swapped",
    changes: [...rename("role", 1, "Assembler")(index).changes, ...rename("role", 2, "Service agent")(index).changes],
  };
  const { outcome } = await publishEdits(lead(), edit);
  expect(outcome).toEqual({ published: 1 });
  expect(nameIn(await inForce(given), "role", 1)).toBe("Assembler");
});

test("published once, however often it is asked, also at the same moment", async () => {
  const draft = await openDraft(lead());
  await draft.make(rename("skill", 1, "Active listening"));
  await expect(draft.publish()).rejects.toThrow("not been submitted");
  await draft.submit();
  expect(await Promise.all([draft.publish(), draft.publish()])).toEqual([{ published: 1 }, { published: 1 }]);
  expect((await readVersions(lead(), {})).versions).toHaveLength(1);
});

test("only who may publish does, and another organisation's draft is not there", async () => {
  const draft = await openDraft(lead());
  await draft.make(rename("skill", 1, "Active listening"));
  await draft.submit();
  for (const role of ["hrbp", "executive", "manager", "employee", "finance", "auditor"] as const) {
    await expect(draft.publish({}, given.as(role))).rejects.toMatchObject({ code: "forbidden" });
    await expect(rollBack(given.as(role), { to: 0, note: "No" })).rejects.toMatchObject({ code: "forbidden" });
  }
  const other = await givenOrganisation();
  await expect(draft.publish({}, other.as("admin"))).rejects.toMatchObject({ code: "not-found" });
  await expect(rollBack(other.as("admin"), { to: 0, note: "No" })).rejects.toMatchObject({ code: "not-found" });
  expect(sorted(await inForce(given))).toEqual(sorted(smallTree));
});

test("while an import runs nothing is published", async () => {
  const draft = await openDraft(lead());
  await draft.make(rename("skill", 1, "Active listening"));
  await draft.submit();
  await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7305, hashtext(${given.orgId}))`);
    await expect(draft.publish()).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("import"),
    });
  });
  expect(await draft.publish()).toEqual({ published: 1 });
});

test("how often a task is done is written for a new one and left alone for one in force, whatever a draft remembers", async () => {
  const id = newId();
  const draft = await openDraft(lead());
  await draft.make((now) => addTask(now, { id, roleId: nth("role", 1), name: "Greet", frequency: 5, impact: 2 }));
  await draft.make(rename("task", 1, "Settle complaints"));
  await inTenant(given.orgId, (tx) =>
    tx
      .update(tasks)
      .set({ frequency: 4 })
      .where(eq(tasks.id, nth("task", 1))),
  );
  expect((await draft.tree()).get(nth("task", 1))).toMatchObject({ name: "Settle complaints", frequency: 4 });
  await draft.submit();
  expect(await draft.publish()).toEqual({ published: 1 });
  const tree = await inForce(given);
  expect(tree.get(id)).toMatchObject({ frequency: 5, impact: 2 });
  expect(tree.get(nth("task", 1))).toMatchObject({ name: "Settle complaints", frequency: 4 });
});

test("what figures read is noted as behind and handed to the worker; a name is not", async () => {
  const pending = () =>
    inTenant(given.orgId, async (tx) => {
      const { rows } = await tx.execute<{ source: string }>(sql`select source from pending_rollups order by source`);
      return rows.map(({ source }) => source);
    });
  const behind = async () => (await tracesOf(given, "skill.publish")).at(-1)?.detail.behind;
  await publishEdits(lead(), rename("skill", 1, "Active listening"));
  expect([await behind(), await pending()]).toEqual([null, []]);
  await publishEdits(lead(), setFields(index, [nth("skill", 2)], { halfLifeDays: 90 }));
  expect([await behind(), await pending()]).toEqual(["skill states", ["skill"]]);
  await publishEdits(lead(), setFields(index, [nth("need", 1)], { targetLevel: 2 }));
  expect([await behind(), await pending()]).toEqual(["all figures", ["place", "skill"]]);
});

test("behaviours keep who can see them, what the levels look like and where they come from", async () => {
  const source = { scheme: "O*NET", code: "2.A.1.b", release: "30.2", licence: "CC BY 4.0", attribution: "By O*NET" };
  const anchors = ["Interrupts", null, "Waits", null, "Shows others to wait"];
  const patch = { ofTeam: true, seenBy: ["system" as const], anchors };
  const edit = setFields(index, [nth("behaviour", 1)], patch);
  const [change] = edit.changes;
  if (change?.after?.kind !== "behaviour") throw new Error("Not a behaviour");
  await publishEdits(lead(), { ...edit, changes: [{ ...change, after: { ...change.after, source } }] });
  const [row] = await inTenant(given.orgId, (tx) =>
    tx
      .select()
      .from(behaviours)
      .where(and(eq(behaviours.orgId, given.orgId), eq(behaviours.id, nth("behaviour", 1)))),
  );
  expect(row).toMatchObject({ ...patch, source });
  expect(changesBetween(await inForce(given), treeOf((await readTreeAt(lead(), { number: 1 })) ?? []))).toEqual([]);
});

test("a draft whose last edit is undone publishes what stands", async () => {
  const draft = await openDraft(lead());
  await draft.make(rename("skill", 1, "Active listening"));
  await draft.make(rename("skill", 2, "Service"));
  await undoEdit(lead(), { draftId: draft.draftId, at: 2 });
  await draft.submit();
  await draft.publish();
  const tree = await inForce(given);
  expect([1, 2].map((one) => nameIn(tree, "skill", one))).toEqual(["Active listening", "Service orientation"]);
});
