import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { activities } from "@/db/schema/learning";
import { roles, tasks } from "@/db/schema/taxonomy";
import { frictionPoints } from "@/db/schema/workflows";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { expectSentOnce } from "@/test/sent-once";
import { addFriction } from "./add-friction";
import { changeFriction } from "./change-friction";
import type { ChangeFriction } from "./input";
import { dismissFriction, keepFriction } from "./judge-proposal";
import { readFriction } from "./read-friction";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Map<string, string>;
const id = (name: string) => ids.get(name) ?? "";
const names = Array.from({ length: 12 }, (_, at) => `E${at + 1}`);
const skills =
  "role,task,skill,facet,behaviour\nclerk,easy,typing,fluency,Types\nclerk,hard,judging,judgment,Judges twice\n";

/** In each month everybody does four easy jobs and four hard ones, of which so many go wrong in turn. */
function monthOfJobs(month: string, wrong: number, turns = 2): string[] {
  return names.flatMap((name, person) =>
    Array.from({ length: 8 }, (_, at) => {
      const isHard = at >= 4;
      const outcome =
        isHard && at - 4 < wrong + (person % turns === 0 ? 1 : 0)
          ? "error"
          : !isHard && at === 0 && person % 3 === 0
            ? "error"
            : "ok";
      return `${month}-${name}-${at},${name},${isHard ? "hard" : "easy"},${month}-${10 + at}T10:00:00Z,${outcome}`;
    }),
  );
}
const events = (rows: string[]) => `event_id,employee_id,task,completed_at,outcome\n${rows.join("\n")}\n`;

beforeEach(async () => {
  given = await givenData({
    "people.csv": `employee_id,role,unit\n${names.map((name) => `${name},clerk,Co / Ops`).join("\n")}\n`,
    "skills.csv": skills,
    "activities.csv": "activity,title,skill,behaviour,owner\ncard,Judging card,judging,Judges twice,Ops Academy\n",
    "work_events.csv": events(["2025-01", "2025-02", "2025-03"].flatMap((month) => monthOfJobs(month, 2))),
  });
  const rows = await inTenant(given.orgId, async (tx) => [
    ...(await tx.select().from(roles)),
    ...(await tx.select().from(tasks)),
    ...(await tx.select({ id: activities.id, name: activities.code }).from(activities)),
  ]);
  ids = new Map(rows.map((row) => [row.name, row.id]));
});

const found = () => ({ roleId: id("clerk"), taskId: id("hard"), kind: "avoidable_error" as const });
const look = (viewer = given.as("ld_lead")) => readFriction(viewer, null);
const change = (input: Pick<ChangeFriction, "id"> & Partial<ChangeFriction>) =>
  changeFriction(given.as("ld_lead"), {
    was: "open",
    status: "solved",
    ofProcess: false,
    activityIds: [],
    stepId: null,
    ...input,
  });

test("what stands out in work events is proposed, kept with its figures and proposed no more", async () => {
  const { proposals, points } = await look();
  expect(points).toEqual([]);
  expect(proposals).toMatchObject([{ ...found(), task: "hard", signal: "wrong", jobs: 144, people: 12 }]);
  // 2 or 3 of 4 hard jobs, one easy job of every third person.
  expect(proposals[0]?.share).toBeCloseTo(0.625, 12);
  expect(proposals[0]?.rest).toBeCloseTo(4 / 48, 12);
  const kept = await keepFriction(given.as("manager"), { ...found(), statement: "Judged too early" }).catch(
    (error) => error,
  );
  expect(kept).toMatchObject({ code: "conflict" });

  const { id: point } = await keepFriction(given.as("ld_lead"), { ...found(), statement: " Judged too early " });
  const after = await look();
  expect(after.proposals).toEqual([]);
  expect(after.points).toMatchObject([
    {
      id: point,
      statement: "Judged too early",
      origin: "data",
      status: "open",
      task: { name: "hard" },
      figures: { signal: "wrong", of: "everybody" },
    },
  ]);
  await expect(keepFriction(given.as("admin"), { ...found(), statement: "Again" })).rejects.toMatchObject({
    code: "conflict",
  });
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "friction.add")),
  );
  expect(traces).toMatchObject([{ subject: point, detail: { change: "kept", kind: "avoidable_error" } }]);
  expect(JSON.stringify(traces)).not.toContain("Judged too early");
});

test("what is dismissed with a reason is quiet", async () => {
  await expect(dismissFriction(given.as("ld_lead"), { ...found(), reason: " " })).rejects.toMatchObject({
    fields: { reason: [expect.any(String)] },
  });
  await dismissFriction(given.as("ld_lead"), { ...found(), reason: "New tax law, gone by May" });
  expect(await look()).toMatchObject({ proposals: [], points: [] });
  await inTenant(given.orgId, (tx) =>
    tx.execute(
      sql`update friction_points set changed_at = now() - interval '8 months', created_at = now() - interval '8 months'`,
    ),
  );
  expect((await look()).proposals).toHaveLength(1);
});

test("people's word is added with how many said it, and only where it belongs", async () => {
  const told = {
    roleId: id("clerk"),
    taskId: id("easy"),
    stepId: null,
    kind: "struggle",
    statement: "Codes change",
    toldBy: 4,
  } as const;
  await addFriction(given.as("manager"), told);
  expect((await look(given.as("executive"))).points).toMatchObject([
    { origin: "interview", toldBy: 4, kind: "struggle" },
  ]);
  for (const [wrong, field] of [
    [{ toldBy: 0 }, "toldBy"],
    [{ statement: "" }, "statement"],
    [{ roleId: id("easy") }, "roleId"],
    [{ taskId: id("clerk") }, "taskId"],
    [{ stepId: id("clerk") }, "stepId"],
  ] as const) {
    await expect(addFriction(given.as("ld_lead"), { ...told, ...wrong })).rejects.toMatchObject({
      code: "invalid-input",
      fields: { [field]: [expect.any(String)] },
    });
  }
  await expect(addFriction(given.as("executive"), told)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readFriction(given.as("employee"), null)).rejects.toMatchObject({ code: "forbidden" });
});

test("a solved point is watched in production", async () => {
  const { id: point } = await keepFriction(given.as("ld_lead"), { ...found(), statement: "Judged too early" });
  await change({ id: point, activityIds: [id("card")] });
  await expect(change({ id: point })).rejects.toMatchObject({ code: "conflict" });
  const solvedOn = (day: string) =>
    inTenant(given.orgId, (tx) =>
      tx.execute(
        sql`update friction_points set figures = figures || ${JSON.stringify({ solvedOn: day })}::jsonb where id = ${point}`,
      ),
    );
  await solvedOn("2025-03-31");
  const recheck = async () => (await look()).points[0]?.recheck;
  expect(await recheck()).toEqual({ verdict: "too-early" });
  await given.take({ "work_events.csv": events([...monthOfJobs("2025-04", 0, 3), ...monthOfJobs("2025-05", 0, 3)]) });
  // Every third person still has one of four wrong.
  expect(await recheck()).toMatchObject({ verdict: "fewer", before: 0.625, after: 1 / 12 });
  await given.take({
    "work_events.csv": events([
      ...monthOfJobs("2025-06", 3),
      ...monthOfJobs("2025-07", 3),
      ...monthOfJobs("2025-08", 3),
    ]),
  });
  await solvedOn("2025-05-31");
  expect(await recheck()).toMatchObject({ verdict: "more" });
});

test("content whose users still do worse is to be revised by its owner; used by all, the process is looked at", async () => {
  const { id: point } = await keepFriction(given.as("ld_lead"), { ...found(), statement: "Judged too early" });
  await change({ id: point, status: "in_work", activityIds: [id("card")] });
  const use = (people: string[]) =>
    `event_id,employee_id,activity,verb,at\n${people.map((name) => `${name},${name},card,completed,2025-02-03`).join("\n")}\n`;
  await given.take({ "learning_events.csv": use(names.slice(0, 5)) });
  const some = await look();
  expect(some.diagnosed).toMatchObject([{ diagnosis: "content", engagement: { people: 12, engaged: 5 } }]);
  expect(some.revisions).toMatchObject([{ activity: { code: "card", owner: "Ops Academy" }, task: "hard" }]);
  await given.take({ "learning_events.csv": use(names) });
  expect(await look()).toMatchObject({
    diagnosed: [{ diagnosis: "process", engagement: { engaged: 12 } }],
    revisions: [],
  });
});

test("another organisation's friction is nothing", async () => {
  const { id: point } = await keepFriction(given.as("ld_lead"), { ...found(), statement: "Judged too early" });
  const other = await givenOrganisation();
  expect((await readFriction(other.as("admin"), null)).points).toEqual([]);
  const input: ChangeFriction = {
    id: point,
    was: "open",
    status: "solved",
    ofProcess: true,
    activityIds: [],
    stepId: null,
  };
  await expect(changeFriction(other.as("admin"), input)).rejects.toMatchObject({ code: "not-found" });
  await expect(keepFriction(other.as("admin"), { ...found(), statement: "Stolen" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(change({ id: point, activityIds: [id("hard")] })).rejects.toMatchObject({
    fields: { activityIds: [expect.any(String)] },
  });
  const kept = await inTenant(given.orgId, (tx) =>
    tx
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "friction.add"), eq(auditLog.subject, point))),
  );
  expect(kept).toHaveLength(1);
});

test("what people told is recorded once, however often it is sent", () => {
  const place = { roleId: id("clerk"), taskId: id("easy"), stepId: null };
  const told = { ...place, kind: "struggle", statement: "Codes change", toldBy: 4 } as const;
  return expectSentOnce({
    table: frictionPoints,
    viewer: given.as("manager"),
    send: (viewer, entryId) => addFriction(viewer, { ...told, entryId }),
  });
});
