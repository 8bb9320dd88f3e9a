import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { importLock } from "@/lib/intake/in-import";
import { noteObserved, settleObserved } from "@/lib/intake/jobs/pend-observed";
import { inTenant } from "@/lib/server/tenant-access";
import { readOwnDevelopment } from "@/lib/team/read-own-development";
import { type GivenTeam, givenTeam } from "@/test/given-team";
import { answerContest } from "./answer-contest";
import { openContest } from "./open-contest";
import { readOwedContests } from "./read-owed-contests";
import { withdrawContest } from "./withdraw-contest";

let owner: pg.Pool;
beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.DATABASE_URL });
});
afterAll(async () => {
  await owner.end();
  await closePool();
});

const reason = "I was on leave that day";
const answer = "You are right: it was your colleague";
const observations = [
  "o1,a,Asks why,1,manager,{20},false,false,C",
  "o2,a,Asks why,5,peer,{19},,,b",
  "o3,b,Asks why,2,manager,{20},,,C",
];

async function givenContest() {
  const given = await givenTeam(observations);
  const [ann, cleo, tara] = [
    await given.user("a", "employee"),
    await given.user("C", "manager"),
    await given.user("T", "manager"),
  ];
  const { id, dueOn } = await openContest(ann, { observationId: "o1", reason });
  return { given, ann, cleo, tara, id, dueOn, personId: given.idOf("a") };
}

const ratings = (given: GivenTeam) =>
  inTenant(given.orgId, async (tx) => {
    const { rows } = await tx.execute<{ ratings: number; level: number }>(sql`
      select coalesce(sum(ratings), 0)::int as ratings, coalesce(sum(level_sum), 0) as level from behaviour_months
      where org_id = ${given.orgId} and person_id = ${given.idOf("a")}`);
    return rows[0];
  });

/** What the worker does with the jobs that wait. */
async function work({ orgId }: GivenTeam) {
  const { rows } = await owner.query<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'note-observed' and j.payload->>'orgId' = $1`,
    [orgId],
  );
  for (const { payload } of rows) await noteObserved(payload, { addJob: async () => ({}) as never });
  await settleObserved({ orgId });
}

const audit = (given: GivenTeam, action: string) =>
  inTenant(given.orgId, async (tx) => {
    const { rows } = await tx.execute<{ subject: string; detail: Record<string, unknown> }>(sql`
      select subject, detail from audit_log where action = ${action} order by at`);
    return rows;
  });

test("an upheld contest strikes the observation: it stays, counts nowhere, and the person reads why", async () => {
  const { given, ann, cleo, id, dueOn, personId } = await givenContest();
  expect(await ratings(given)).toEqual({ ratings: 2, level: 6 });
  expect(dueOn).toBe(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));

  await answerContest(cleo, { personId, id, decision: "upheld", answer });

  const atOnce = await readOwnDevelopment(ann, null);
  expect(atOnce?.timeline.latest.find((one) => one.id === "o1")?.struckAt).not.toBeNull();
  await work(given);
  expect(await ratings(given)).toEqual({ ratings: 1, level: 5 });
  const own = await readOwnDevelopment(ann, null);
  expect(own?.contests).toMatchObject([{ status: "upheld", answer, answeredBy: "C signs in", isOverdue: false }]);
  expect(own?.timeline.latest.map(({ id, struckAt, contest }) => [id, struckAt !== null, contest])).toEqual([
    ["o2", false, null],
    ["o1", true, "upheld"],
  ]);
  expect(own?.standings.find(({ skill }) => skill === "refunds")?.level ?? 5).toBe(5);
  expect(await audit(given, "contest.answer")).toEqual([
    { subject: personId, detail: { contest: id, observation: "o1", change: "upheld" } },
  ]);
});

test("a declined contest leaves the observation, with the answer beside it", async () => {
  const { given, ann, cleo, id, personId } = await givenContest();
  await answerContest(cleo, { personId, id, decision: "declined", answer: "I checked the record: it was you" });
  expect(await ratings(given)).toEqual({ ratings: 2, level: 6 });
  expect((await readOwnDevelopment(ann, null))?.contests).toMatchObject([{ status: "declined" }]);
  await expect(answerContest(cleo, { personId, id, decision: "upheld", answer })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await ratings(given)).toEqual({ ratings: 2, level: 6 });
});

test("an observation has one open contest at a time, and a withdrawn or declined one may be opened again", async () => {
  const { ann, id } = await givenContest();
  await expect(openContest(ann, { observationId: "o1", reason })).rejects.toMatchObject({ code: "conflict" });
  await withdrawContest(ann, { id });
  await expect(withdrawContest(ann, { id })).rejects.toMatchObject({ code: "conflict" });
  await expect(openContest(ann, { observationId: "o1", reason })).resolves.toMatchObject({ dueOn: expect.any(String) });
});

test("of two clicks at the same moment one opens it", async () => {
  const given = await givenTeam(observations);
  const ann = await given.user("a", "employee");
  const both = await Promise.allSettled([1, 2].map(() => openContest(ann, { observationId: "o1", reason })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("nobody contests what is said of somebody else, and a struck observation is not contested again", async () => {
  const { ann, cleo, id, personId } = await givenContest();
  await expect(openContest(ann, { observationId: "o3", reason })).rejects.toMatchObject({ code: "not-found" });
  await expect(openContest(ann, { observationId: "none", reason })).rejects.toMatchObject({ code: "not-found" });
  await expect(openContest(ann, { observationId: "o1", reason: "no" })).rejects.toMatchObject({
    fields: { reason: [expect.stringContaining("sentence")] },
  });
  await answerContest(cleo, { personId, id, decision: "upheld", answer });
  await expect(openContest(ann, { observationId: "o1", reason })).rejects.toMatchObject({ code: "conflict" });
});

test("the coach and the coach's manager may answer; another coach, the person and another organisation cannot tell it exists", async () => {
  const { given, ann, tara, id, personId } = await givenContest();
  const theirs = await givenTeam();
  const cora = await given.user("D", "manager");
  const stranger = await theirs.user("C", "manager");
  const give = { personId, id, decision: "declined" as const, answer };
  await expect(answerContest(cora, give)).rejects.toMatchObject({ code: "not-found" });
  await expect(answerContest(stranger, give)).rejects.toMatchObject({ code: "not-found" });
  await expect(answerContest(ann, give)).rejects.toMatchObject({ code: "forbidden" });
  await expect(answerContest({ ...ann, roles: ["manager"] }, give)).rejects.toMatchObject({ code: "not-found" });
  await expect(answerContest(tara, give)).resolves.toBeUndefined();
});

test("the coach's manager sees at once what the coach rated themselves, and the rest once it is overdue", async () => {
  const { given, ann, id } = await givenContest();
  await openContest(ann, { observationId: "o2", reason });
  const owedTo = (coach: string) => inTenant(given.orgId, (tx) => readOwedContests(tx, given.orgId, given.idOf(coach)));
  expect((await owedTo("C")).map(({ observationId, isOwn, coachRated }) => [observationId, isOwn, coachRated])).toEqual(
    expect.arrayContaining([
      ["o1", true, true],
      ["o2", true, false],
    ]),
  );
  expect((await owedTo("T")).map(({ observationId, isOwn }) => [observationId, isOwn])).toEqual([["o1", false]]);
  expect(await owedTo("D")).toEqual([]);

  await inTenant(given.orgId, (tx) => tx.execute(sql`update contests set due_on = current_date - 1 where id <> ${id}`));
  expect((await owedTo("T")).map(({ observationId, isOverdue }) => [observationId, isOverdue])).toEqual([
    ["o2", true],
    ["o1", false],
  ]);
  expect((await readOwnDevelopment(ann, null))?.contests.filter(({ isOverdue }) => isOverdue)).toHaveLength(1);
});

test("while an import runs, or figures are computed, an observation is struck at once, and figures follow", async () => {
  const { given, cleo, id, personId, ann } = await givenContest();
  await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${importLock}, hashtext(${given.orgId}))`);
    await tx.execute(sql`update organisations set revision = revision + 1 where id = ${given.orgId}`);
    await answerContest(cleo, { personId, id, decision: "upheld", answer });
  });
  expect((await readOwnDevelopment(ann, null))?.contests).toMatchObject([{ status: "upheld" }]);
  expect(await ratings(given)).toEqual({ ratings: 2, level: 6 });
  await work(given);
  expect(await ratings(given)).toEqual({ ratings: 1, level: 5 });
});

test("a correction of the file does not bring a struck observation back", async () => {
  const { given, cleo, id, personId } = await givenContest();
  await answerContest(cleo, { personId, id, decision: "upheld", answer });
  const again =
    "observation_id,employee_id,behaviour,level,source,observed_at\no1,a,Asks why,2,manager,2026-01-05T09:00:00Z\n";
  await given.take({ "observations.csv": again });
  await work(given);
  expect(await ratings(given)).toEqual({ ratings: 1, level: 5 });
});
