import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/access";
import { behaviours } from "@/db/schema/taxonomy";
import { eventIds, observations } from "@/db/schema/work";
import { noteObserved, settleObserved } from "@/lib/intake/jobs/pend-observed";
import { inTenant } from "@/lib/server/tenant-access";
import { givenObserved } from "@/test/given-observed";
import { editObservation } from "./edit";
import { recordObservation } from "./record";
import { undoObservation, undoOwn } from "./undo";

const rowsOf = (orgId: string) => inTenant(orgId, (tx) => tx.select().from(observations));
const auditOf = (orgId: string) =>
  inTenant(orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.action, "observation.record")));
const day = 86_400_000;

test("an observation is kept with who saw it, who entered it and by which taxonomy, and leaves a row without a word of it", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const input = observation("m1", "a", { level: 4, independent: true, note: "was brisk", artefact: "ticket 17" });
  expect(await recordObservation(manager, input)).toEqual({ outcome: "written", given: 1 });

  expect(await rowsOf(orgId)).toMatchObject([
    {
      observationId: input.id,
      personId: id("a"),
      raterId: id("m1"),
      enteredBy: manager.userId,
      enteredAt: expect.any(Date),
      source: "manager",
      level: 4,
      independent: true,
      accurate: null,
      note: "was brisk",
      batchId: null,
      taxonomyVersion: expect.anything(),
    },
  ]);
  const [trace, ...more] = await auditOf(orgId);
  expect(more).toEqual([]);
  expect(trace).toMatchObject({ subject: id("a"), actorId: manager.userId });
  expect(JSON.stringify(trace?.detail)).not.toMatch(/brisk|ticket|level/);
});

test("the same id is written once, also at the same moment; other content under it is a conflict", async () => {
  const { orgId, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const input = observation("m1", "a");
  const twice = await Promise.all([recordObservation(manager, input), recordObservation(manager, input)]);
  expect(twice.map(({ outcome }) => outcome).sort()).toEqual(["repeat", "written"]);
  expect(await recordObservation(manager, input)).toMatchObject({ outcome: "repeat" });
  await expect(recordObservation(manager, { ...input, level: 5 })).rejects.toMatchObject({ code: "conflict" });
  expect(await rowsOf(orgId)).toMatchObject([{ level: 3 }]);
  expect(await auditOf(orgId)).toHaveLength(1);
});

test("two tabs cannot rate the same behaviour of the same person twice in a day", async () => {
  const { orgId, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const tabs = await Promise.allSettled([
    recordObservation(manager, observation("m1", "a")),
    recordObservation(manager, observation("m1", "a", { level: 5 })),
  ]);
  expect(tabs.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await rowsOf(orgId)).toHaveLength(1);
  expect(await inTenant(orgId, (tx) => tx.select().from(eventIds))).toHaveLength(1);
  const head = who("manager", "head");
  await recordObservation(head, observation("head", "a"));
  await recordObservation(manager, observation("m1", "a", { observedAt: new Date(Date.now() - 2 * day) }));
  expect(await rowsOf(orgId)).toHaveLength(3);
});

test("a struck rating does not stand in the way of a new one", async () => {
  const { orgId, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  await recordObservation(manager, observation("m1", "a"));
  await inTenant(orgId, (tx) => tx.update(observations).set({ struckAt: new Date() }));
  await recordObservation(manager, observation("m1", "a"));
  expect(await rowsOf(orgId)).toHaveLength(2);
});

test("only people of the line on that day, never oneself, another line's or another organisation's", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const gone = { code: "not-found" };
  await expect(recordObservation(manager, observation("m1", "z"))).rejects.toMatchObject(gone);
  await expect(recordObservation(manager, observation("m1", "m1"))).rejects.toMatchObject(gone);
  await expect(recordObservation(manager, observation("m1", "head"))).rejects.toMatchObject(gone);
  const other = await givenObserved();
  const theirs = { ...observation("m1", "a"), people: [other.id("a")] };
  await expect(recordObservation(manager, theirs)).rejects.toMatchObject(gone);
  const theirBehaviour = { ...observation("m1", "a"), behaviourId: other.id("Checks the date twice") };
  await expect(recordObservation(manager, theirBehaviour)).rejects.toMatchObject(gone);

  await inTenant(orgId, (tx) =>
    tx.execute(
      sql`update employments set ends_on = current_date - 3 where org_id = ${orgId} and person_id = ${id("a")}`,
    ),
  );
  await expect(recordObservation(manager, observation("m1", "a"))).rejects.toMatchObject(gone);
  await recordObservation(manager, observation("m1", "a", { observedAt: new Date(Date.now() - 5 * day) }));
  await recordObservation(who("manager", "head"), observation("head", "z"));
  expect(await rowsOf(orgId)).toHaveLength(2);
});

test("other roles, a user without a record and another user's queue are refused", async () => {
  const { orgId, as, who, observation } = await givenObserved();
  const forbidden = { code: "forbidden" };
  for (const role of ["admin", "ld_lead", "hrbp", "executive", "employee", "finance", "auditor"] as const) {
    await expect(recordObservation(who(role, "m1"), observation("m1", "a")), role).rejects.toMatchObject(forbidden);
  }
  await expect(recordObservation(who("manager", "m1"), observation("m2", "a"))).rejects.toMatchObject(forbidden);
  const nobody = as("manager");
  const own = { ...observation("m1", "a"), writtenBy: nobody.userId ?? "" };
  await expect(recordObservation(nobody, own)).rejects.toMatchObject(forbidden);
  expect(await rowsOf(orgId)).toEqual([]);
});

test("not of the future, not of long ago, not of a retired behaviour or one managers cannot see", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const invalid = { code: "invalid-input" };
  const at = (ago: number) => observation("m1", "a", { observedAt: new Date(Date.now() - ago) });
  await expect(recordObservation(manager, at(-3_600_000))).rejects.toMatchObject(invalid);
  await expect(recordObservation(manager, at(15 * day))).rejects.toMatchObject(invalid);
  await recordObservation(manager, at(13 * day));
  const set = (values: Partial<typeof behaviours.$inferInsert>) =>
    inTenant(orgId, (tx) =>
      tx
        .update(behaviours)
        .set(values)
        .where(eq(behaviours.id, id("Checks the date twice"))),
    );
  const other = () => observation("m1", "a", { behaviourId: id("Checks the date twice") });
  await set({ seenBy: ["peer"] });
  await expect(recordObservation(manager, other())).rejects.toMatchObject(invalid);
  await set({ seenBy: ["manager"], retiredAt: new Date() });
  await expect(recordObservation(manager, other())).rejects.toMatchObject({ code: "conflict" });
  expect(await rowsOf(orgId)).toHaveLength(1);
});

test("what a team does together is given to each member of the line, once", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const input = observation("m1", ["a", "b", "c", "z"], { level: 2 });
  await expect(recordObservation(manager, input)).rejects.toMatchObject({ code: "invalid-input" });
  await inTenant(orgId, (tx) =>
    tx.update(behaviours).set({ ofTeam: true }).where(eq(behaviours.id, input.behaviourId)),
  );
  expect(await recordObservation(manager, input)).toEqual({ outcome: "written", given: 3 });
  expect(await recordObservation(manager, input)).toEqual({ outcome: "repeat", given: 3 });
  const rows = await rowsOf(orgId);
  expect(rows.map((row) => row.personId).sort()).toEqual([id("a"), id("b"), id("c")].sort());
  expect((await auditOf(orgId)).length).toBe(3);
});

test("the last one is taken back, and stays so when the phone sends it again; also before it arrived", async () => {
  const { orgId, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const input = observation("m1", "a");
  await recordObservation(manager, input);
  await undoObservation(manager, input);
  await undoObservation(manager, input);
  expect(await recordObservation(manager, input)).toMatchObject({ outcome: "undone" });
  const late = observation("m1", "b");
  await undoObservation(manager, late);
  expect(await recordObservation(manager, late)).toMatchObject({ outcome: "undone" });
  expect(await rowsOf(orgId)).toEqual([]);

  const other = observation("m1", "c");
  await recordObservation(manager, other);
  const head = who("manager", "head");
  // As for an id nobody has: what others entered is not told.
  await undoObservation(head, { ...other, writtenBy: head.userId ?? "" });
  expect(await rowsOf(orgId)).toHaveLength(1);
});

test("whoever entered it may mend it for a day: the log says what was changed and not how", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const input = observation("m1", "a");
  await recordObservation(manager, input);
  const { level: _, ...rest } = input;
  const edit = { ...rest, personId: id("a"), observationId: input.id, level: 5, note: "better than I thought" };
  await editObservation(manager, edit);
  expect(await rowsOf(orgId)).toMatchObject([{ level: 5, note: "better than I thought", observationId: input.id }]);
  const [, trace] = await auditOf(orgId);
  expect(trace?.detail).toMatchObject({ step: "edit", changed: ["level", "note"] });
  expect(JSON.stringify(trace?.detail)).not.toContain("better");
  expect(await recordObservation(manager, input)).toMatchObject({ outcome: "repeat" });

  await expect(editObservation(who("manager", "head"), edit)).rejects.toMatchObject({ code: "not-found" });
  await inTenant(orgId, (tx) => tx.update(observations).set({ enteredAt: new Date(Date.now() - 25 * 3_600_000) }));
  await expect(editObservation(manager, edit)).rejects.toMatchObject({ code: "conflict" });
  await expect(undoOwn(manager, { personId: id("a"), observationId: input.id })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("rollups follow by the job of the same transaction", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const input = observation("m1", "a");
  await recordObservation(who("manager", "m1"), input);
  const added: unknown[] = [];
  const month = `${input.observedAt.toISOString().slice(0, 7)}-01`;
  await noteObserved(
    { orgId, facts: [{ personId: id("a"), month }] },
    {
      addJob: async (...job: unknown[]) => {
        added.push(job);
        return {} as never;
      },
    },
  );
  expect(added).toMatchObject([["settle-rollups", { orgId }, { jobKey: `settle ${orgId}` }]]);
  await settleObserved({ orgId });
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute(sql`select ratings, level_sum, month::text from behaviour_months where person_id = ${id("a")}`),
  );
  expect(rows).toEqual([{ ratings: 1, level_sum: 3, month }]);
});

test("what is no id, or an id of nothing, is refused without a row", async () => {
  const { orgId, who, observation } = await givenObserved();
  const input = { ...observation("m1", "a"), behaviourId: randomUUID() };
  await expect(recordObservation(who("manager", "m1"), input)).rejects.toMatchObject({ code: "not-found" });
  const left = await inTenant(orgId, (tx) =>
    tx.$count(eventIds, and(eq(eventIds.orgId, orgId), eq(eventIds.eventId, input.id))),
  );
  expect(left).toBe(0);
});

test("sent again after somebody joined the line, a team's observation is a repeat and reserves no id for them", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  await inTenant(orgId, (tx) => tx.update(behaviours).set({ ofTeam: true }).where(eq(behaviours.orgId, orgId)));
  const [manager, input] = [who("manager", "m1"), observation("m1", ["a", "z"])];
  expect(await recordObservation(manager, input)).toEqual({ outcome: "written", given: 1 });
  await inTenant(orgId, (tx) =>
    tx.execute(sql`update employments set manager_id = ${id("m1")} where person_id = ${id("z")}`),
  );
  expect(await recordObservation(manager, input)).toMatchObject({ outcome: "repeat" });
  expect(await rowsOf(orgId)).toHaveLength(1);
  expect(await inTenant(orgId, (tx) => tx.select().from(eventIds).where(eq(eventIds.kind, 3)))).toHaveLength(1);
});
