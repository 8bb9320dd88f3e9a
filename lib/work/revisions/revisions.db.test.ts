import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { activities } from "@/db/schema/learning";
import { createUser } from "@/lib/access/users";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { closeRevision } from "./close-revision";
import type { OpenRevision } from "./input";
import { openRevision } from "./open-revision";
import { readRevisionDesk, readRevisions } from "./read-revisions";

afterAll(closePool);

let given: GivenOrganisation;
let batchId = "";
let quiz = "";
let owner = "";
const lead = () => given.as("ld_lead");
const people = Array.from({ length: 60 }, (_, at) => `E${at + 1}`);

beforeEach(async () => {
  given = await givenOrganisation();
  await given.take({
    "people.csv": `employee_id,role,unit\n${people.map((name, at) => `${name},clerk,Co / ${at < 3 ? "B" : "A"}`).join("\n")}\n`,
    "skills.csv": "role,task,skill,behaviour\nclerk,refund,judging,Asks why\n",
  });
  const [batch] = await given.take({
    "activities.csv": "activity,title,behaviour\nquiz,Why quiz,Asks why\ncard,Card,Asks why\n",
  });
  batchId = batch?.batchId ?? "";
  const [found] = await inTenant(given.orgId, (tx) => tx.select().from(activities).where(eq(activities.code, "quiz")));
  quiz = found?.id ?? "";
  owner = (await newUser("ld_lead", "Luca")).id;
});

const newUser = (role: "ld_lead" | "employee", name: string) =>
  createUser(given.as("admin"), {
    email: `${randomUUID()}@example.com`,
    name,
    password: "correct horse battery",
    roles: [{ role }],
  });
const opened = (input: Partial<OpenRevision> = {}) => ({
  activityId: quiz,
  ownerId: owner,
  dueOn: null,
  why: "Missed by many",
  ...input,
});
const open = (input: Partial<OpenRevision> = {}) => openRevision(lead(), opened(input));
const list = async (viewer = lead()) => (await readRevisions(viewer)).revisions;
const date = (statement: string) => inTenant(given.orgId, (tx) => tx.execute(sql.raw(statement)));

test("content is taken on by somebody until a day, is overdue after it, and is closed with what was changed", async () => {
  const dueOn = new Date().toISOString().slice(0, 10);
  const { id } = await open({ dueOn });
  expect(await list()).toMatchObject([
    { id, activity: "Why quiz", status: "open", owner: "Luca", dueOn, overdue: false, afterwards: null },
  ]);
  await date("update content_revisions set due_on = due_on - 1");
  expect(await list()).toMatchObject([{ overdue: true }]);

  await expect(closeRevision(lead(), { id, status: "done", outcome: " " })).rejects.toMatchObject({
    fields: { outcome: ["Say what was changed, or why nothing was"] },
  });
  await closeRevision(lead(), { id, status: "done", outcome: "New examples" });
  expect(await list()).toMatchObject([
    { status: "done", overdue: false, outcome: "New examples", closedOn: dueOn, afterwards: { kind: "too-early" } },
  ]);
  const traces = await inTenant(given.orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, id)));
  expect(traces.map(({ action, detail }) => [action, detail])).toEqual([
    ["work.edit", { change: "revision taken on", activity: quiz, owner, due: dueOn }],
    ["work.edit", { change: "revision closed", is: "done", activity: quiz }],
  ]);
});

test("one is open per content, whoever comes second, and after it is closed there may be another", async () => {
  const tries = await Promise.allSettled([open(), open(), open()]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(open()).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Luca has it in hand already"),
  });
  const [first] = await list();
  const id = first?.id ?? "";
  const ends = await Promise.allSettled(
    (["done", "dropped"] as const).map((status) => closeRevision(lead(), { id, status, outcome: "Enough" })),
  );
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(closeRevision(lead(), { id, status: "done", outcome: "Again" })).rejects.toMatchObject({
    code: "conflict",
  });
  const again = await open();
  expect((await list()).map((one) => one.id)).toEqual([again.id, id]);
});

test("who may not edit the work, a day that is over, somebody who cannot take it on and unknown content are refused", async () => {
  await expect(openRevision(given.as("manager"), opened())).rejects.toMatchObject({ code: "forbidden" });
  await expect(readRevisionDesk(given.as("employee"), null)).rejects.toMatchObject({ code: "forbidden" });
  expect(await readRevisionDesk(given.as("manager"), null)).toEqual({ revisions: [], mayTakeOn: false });
  const { id: employee } = await newUser("employee", "Else");
  await expect(open({ ownerId: employee, dueOn: "2020-01-01" })).rejects.toMatchObject({
    fields: { ownerId: ["This user cannot take it on"], dueOn: ["Choose a day that is not over"] },
  });
  await expect(open({ activityId: randomUUID() })).rejects.toMatchObject({ code: "invalid-input" });
  expect(await list()).toEqual([]);
});

test("another organisation neither sees, takes on nor closes it", async () => {
  const { id } = await open();
  const other = (await givenOrganisation()).as("ld_lead");
  expect(await list(other)).toEqual([]);
  await expect(openRevision(other, opened())).rejects.toMatchObject({ code: "invalid-input" });
  await expect(closeRevision(other, { id, status: "done", outcome: "Mine" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("taking the import of the content back takes its revisions too", async () => {
  const { id } = await open();
  await undoBatch(given.as("admin"), { batchId });
  expect(await list()).toEqual([]);
  await expect(closeRevision(lead(), { id, status: "done", outcome: "Late" })).rejects.toMatchObject({
    code: "not-found",
  });
});

/** Half of thirty miss it in January and so many of thirty others in April; all do refunds, which go wrong in half of the jobs, then in so many. */
async function work(missed: number, wrong: (person: number) => number) {
  await given.take({
    "learning_events.csv": `event_id,employee_id,activity,verb,at\n${people
      .map((name, at) => {
        const isMissed = at < 30 ? at < 15 : at - 30 < missed;
        return `t${name},${name},quiz,${isMissed ? "failed" : "passed"},2025-0${at < 30 ? 1 : 4}-10`;
      })
      .join("\n")}\n`,
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome\n${people
      .flatMap((name, person) =>
        ["2025-01", "2025-02", "2025-04", "2025-05"].flatMap((month) =>
          Array.from({ length: 4 }, (_, at) => {
            const isWrong = at < (month < "2025-03" ? 1 + (person % 3) : wrong(person));
            return `${month}${name}${at},${name},refund,${month}-1${at}T10:00:00Z,${isWrong ? "error" : "ok"}`;
          }),
        ),
      )
      .join("\n")}\n`,
  });
  const { id } = await open();
  await closeRevision(lead(), { id, status: "done", outcome: "New examples" });
  await date("update content_revisions set closed_at = '2025-03-05'");
}

test("what was missed and went wrong since is compared with before", async () => {
  await work(3, (person) => person % 2);
  expect(await list()).toMatchObject([
    {
      afterwards: {
        kind: "told",
        missed: { verdict: "fewer", before: 0.5, after: 0.1 },
        work: { verdict: "fewer", before: 0.5, after: 0.125 },
      },
    },
  ]);
  // Two of three people of a unit tried before: nothing is said of so few.
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from business_units where name = 'B'`),
  );
  expect(await list(given.as("hrbp", { units: [rows[0]?.id ?? ""] }))).toMatchObject([
    { afterwards: { kind: "told", missed: { verdict: "withheld" }, work: { verdict: "withheld" } } },
  ]);
});

test("what goes on is told, and content that nobody tried or worked with since cannot be told", async () => {
  await work(15, (person) => 1 + (person % 3));
  expect(await list()).toMatchObject([
    { afterwards: { missed: { verdict: "as-before", after: 0.5 }, work: { verdict: "as-before", after: 0.5 } } },
  ]);
  await date("update content_revisions set closed_at = '2025-09-05'");
  // A revision closed after facts last changed is not among what was prepared of them.
  await date("delete from prepared_answers");
  expect(await list()).toMatchObject([{ afterwards: { kind: "cannot-tell" } }]);
});
