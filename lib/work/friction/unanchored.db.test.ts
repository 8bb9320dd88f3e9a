import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { activities } from "@/db/schema/learning";
import { roles, tasks } from "@/db/schema/taxonomy";
import { frictionPoints } from "@/db/schema/workflows";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { addFriction } from "./add-friction";
import { anchorActivity } from "./anchor-activity";
import { readUnanchored } from "./read-unanchored";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Map<string, string>;
const id = (name: string) => ids.get(name) ?? "";
const people = Array.from({ length: 6 }, (_, at) => `E${at + 1}`);
const uses = (activity: string, who: string[], seconds = "") =>
  who.map((name) => `${activity}${name},${name},${activity},completed,2025-02-03,${seconds}`);

beforeEach(async () => {
  given = await givenData({
    "people.csv": `employee_id,role\n${people.map((name) => `${name},clerk`).join("\n")}\n`,
    "skills.csv":
      "role,task,skill,behaviour\nclerk,refund,judging,Asks why\nclerk,file,filing,Files at once\nseller,sell,telling,Tells all\n",
    "activities.csv":
      "activity,title,delivery,surface,behaviour,owner\ncard,Why card,in_flow,Teams,Asks why,Academy\nhint,Filing hint,in_flow,Desk,Files at once,\nrare,Rare hint,in_flow,Desk,,\nidle,Idle hint,in_flow,Desk,,\ncourse,Refund course,destination,LMS,Asks why,\n",
    "learning_events.csv": `event_id,employee_id,activity,verb,at,seconds\n${[
      ...uses("card", people, "900"),
      ...uses("hint", people.slice(0, 5)),
      ...uses("rare", ["E1"]),
      ...uses("course", people),
    ].join("\n")}\n`,
    "work_events.csv": "event_id,employee_id,task,completed_at\n1,E1,refund,2025-03-31\n",
  });
  const rows = await inTenant(given.orgId, async (tx) => [
    ...(await tx.select().from(roles)),
    ...(await tx.select().from(tasks)),
    ...(await tx.select({ id: activities.id, name: activities.code }).from(activities)),
  ]);
  ids = new Map(rows.map((row) => [row.name, row.id]));
});

const point = (task: string) =>
  addFriction(given.as("ld_lead"), {
    roleId: id("clerk"),
    taskId: id(task),
    stepId: null,
    kind: "struggle",
    statement: "Nobody asks why",
    toldBy: 3,
  });
const look = (role: string | null = null) => readUnanchored(given.as("ld_lead"), role && id(role));

test("in-flow activities in use without a friction point are listed with their use, and where they would fit", async () => {
  const { id: refund } = await point("refund");
  const { inUse, activities: found, points, adding } = await look();
  expect([inUse, adding]).toEqual([3, true]);
  // Six people for a quarter of an hour; five of whom no event says how long; one person alone is withheld.
  expect(found).toMatchObject([
    {
      name: "Why card",
      people: 6,
      hours: 1.5,
      owner: "Academy",
      surface: "Teams",
      roles: [{ name: "clerk" }],
      fits: [refund],
    },
    { name: "Filing hint", people: 5, hours: null, withheld: false, fits: [] },
    { name: "Rare hint", people: 0, hours: 0, withheld: true, roles: [], fits: [] },
  ]);
  expect(points).toMatchObject([{ id: refund, name: "refund: Nobody asks why" }]);
  const asked = await readUnanchored(given.as("ld_lead"), null, id("idle"));
  expect([asked.inUse, asked.without, asked.activities.length]).toEqual([3, 3, 4]);
  expect((await look("seller")).activities.map(({ name }) => name)).toEqual(["Rare hint"]);
});

test("what is anchored leaves the list, twice is once, and a dismissed point anchors nothing", async () => {
  const { id: refund } = await point("refund");
  const anchor = (who = given.as("manager")) => anchorActivity(who, { activityId: id("card"), frictionId: refund });
  await anchor();
  await anchor();
  expect(await look()).toMatchObject({ inUse: 3, activities: [{ name: "Filing hint" }, { name: "Rare hint" }] });
  const traces = await inTenant(given.orgId, (tx) =>
    tx
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "friction.add"), eq(auditLog.actorId, given.userId))),
  );
  expect(traces.map(({ detail }) => detail)).toContainEqual({ change: "anchored", activity: id("card") });
  await inTenant(given.orgId, (tx) => tx.update(frictionPoints).set({ status: "dismissed" }));
  expect((await look()).activities).toHaveLength(3);
  await expect(anchor()).rejects.toMatchObject({ fields: { frictionId: [expect.any(String)] } });
});

test("who may not look or anchor is refused, and another organisation's activities and points are nothing", async () => {
  const { id: refund } = await point("refund");
  const input = { activityId: id("card"), frictionId: refund };
  await expect(readUnanchored(given.as("employee"), null)).rejects.toMatchObject({ code: "forbidden" });
  await expect(anchorActivity(given.as("executive"), input)).rejects.toMatchObject({ code: "forbidden" });
  expect((await readUnanchored(given.as("executive"), null)).adding).toBe(false);
  const other = await givenOrganisation();
  expect(await readUnanchored(other.as("admin"), null)).toMatchObject({ inUse: null, activities: [], points: [] });
  await expect(anchorActivity(other.as("admin"), input)).rejects.toMatchObject({ code: "invalid-input" });
});
