import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { decisions } from "@/db/schema/decisions";
import { programmeReviews } from "@/db/schema/programmes";
import { createUser } from "@/lib/access/users";
import { addDays } from "@/lib/days";
import { readDecisions } from "@/lib/decisions/read-decisions";
import type { ReviewKind } from "@/lib/programmes/kinds";
import type { HoldReview } from "@/lib/programmes/programme-input";
import { readProgramme } from "@/lib/programmes/read-programme";
import { inTenant } from "@/lib/server/tenant-access";
import { openRevision } from "@/lib/work/revisions/open-revision";
import { givenOrganisation } from "@/test/factory";
import { type GivenProgramme, givenProgramme } from "@/test/given-programme";
import { ask, surveysOf } from "@/test/given-surveys";
import { holdReview } from "./hold-review";
import { readAgendas } from "./read-agendas";

afterAll(closePool);

let given: GivenProgramme;
const today = new Date().toISOString().slice(0, 10);
const lead = () => given.as("ld_lead");

beforeEach(async () => {
  given = await givenProgramme();
});

const reviews = async () => (await readProgramme(lead(), given.initiativeId))?.programme?.reviews ?? [];
async function hold(kind: ReviewKind, change: Partial<HoldReview> = {}, viewer = lead()) {
  const due = (await reviews()).find((review) => review.kind === kind && review.heldOn === null);
  return holdReview(viewer, {
    ...{ id: due?.id ?? "", revision: due?.revision ?? 0, heldOn: today, attendees: "Ada, Ben" },
    ...{ minutes: "The second card goes.", outcome: "refine" },
    ...change,
  });
}

test("the agenda of each review is what the data say", async () => {
  const { id: ownerId } = await createUser(given.as("admin"), {
    ...{
      email: `${given.slug}@example.com`,
      name: "Luca",
      password: "correct horse battery",
      roles: [{ role: "ld_lead" }],
    },
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>("select id from activities where code = 'cards'"),
  );
  await openRevision(lead(), { activityId: rows[0]?.id ?? "", ownerId, dueOn: today, why: "Missed by many" });
  const { lines } = await readAgendas(lead(), given.initiativeId);
  expect(lines.content).toEqual([
    expect.stringMatching(/^Cards is being revised, due on .*: Missed by many$/),
    "Nobody owns Cards",
    "No SOP, recording, FAQ or process document is listed yet",
  ]);
  expect(lines.kpi).toEqual([
    expect.stringMatching(/^errors: 12\.\d* in Jun 2025, 12\.\d* in May 2025$/),
    "money: no values of enough learners on file",
    expect.stringMatching(/^What may be said: /),
  ]);
  expect(lines.feedback[0]).toMatch(/^No answer of a learner is on file since/);
  expect(lines.feedback).toContainEqual(expect.stringMatching(/^Late since .*: Pilot scoping$/));
  expect(lines.day_90).toEqual([
    "Did time to proficiency improve? Cannot tell yet",
    "Are escalations lower? Yes",
    "Are managers spending less time answering repeated questions? Yes",
    "Are learners more confident and more consistent? Yes",
    "Refine the path, expand to the next workflow, go on or stop?",
  ]);
});

test("answers of learners are counted by class, and withheld where few gave them", async () => {
  const survey = (count: number) =>
    given.take({
      "surveys.csv": `instrument,date,question,answer,class,initiative,employee_id\n${Array.from({ length: count }, (_, at) => `pulse,${today},Was it of use?,Yes,${at === 0 ? "irrelevant" : "helpful"},refunds,L${at}`).join("\n")}\n`,
    });
  const said = async () => (await readAgendas(lead(), given.initiativeId)).lines.feedback[0];
  await survey(4);
  expect(await said()).toMatch(/are of fewer than 5 people and withheld$/);
  await survey(7);
  expect(await said()).toMatch(/: 6 helpful, 0 distracting, 1 irrelevant$/);
});

test("answers by link come onto the agenda by whole waves, a sheet as one voice, and leave it by whole waves", async () => {
  const { made, shared, sheet } = surveysOf(() => given);
  const link = await shared(
    await made({
      initiativeId: given.initiativeId,
      questions: [ask("Of use to growth?", "class", "growth"), ask("Of use?", "class")],
    }),
  );
  const said = async () => (await readAgendas(lead(), given.initiativeId)).lines.feedback[0];
  for (let at = 0; at < 4; at++) await sheet(link, { q1: "irrelevant", q2: "helpful" });
  expect(await said()).toMatch(/are of fewer than 5 people and withheld$/);
  await sheet(link, { q1: "helpful", q2: "distracting" });
  const five = await said();
  expect(five).toMatch(/: 4 helpful, 1 distracting, 0 irrelevant$/);
  await sheet(link, { q1: "helpful", q2: "irrelevant" });
  expect(await said()).toBe(five);
  const grow = (where: ReturnType<typeof sql>) =>
    inTenant(given.orgId, (tx) =>
      tx.execute(sql`update survey_answers set answered_on = answered_on - 91 where ${where}`),
    );
  await grow(sql`response_id = (select response_id from survey_answers where class = 'distracting')`);
  expect(await said()).toBe(five);
  await grow(sql`answered_on = ${today}::date and response_id::text like '00000000%'`);
  expect(await said()).toMatch(/are of fewer than 5 people and withheld$/);
});

test("a review that is held keeps agenda, minutes and outcome, and the last planned one of a kind plans the next", async () => {
  for (const times of [1, 2, 3]) {
    await hold("content");
    const own = (await reviews()).filter(({ kind }) => kind === "content");
    expect(own.filter(({ heldOn }) => heldOn !== null)).toHaveLength(times);
  }
  const own = (await reviews()).filter(({ kind }) => kind === "content");
  // Day 90 was the eighth of July.
  expect(own.find(({ heldOn }) => heldOn === null)?.dueOn).toBe("2025-08-08");
  expect(own.find(({ heldOn }) => heldOn !== null)).toMatchObject({
    ...{ attendees: "Ada, Ben", minutes: "The second card goes.", outcome: "refine" },
    agenda: expect.arrayContaining(["Nobody owns Cards"]),
  });
  await hold("content", { outcome: "stop" });
  expect((await reviews()).filter(({ kind, heldOn }) => kind === "content" && heldOn === null)).toEqual([]);
});

test("the review of day 90 decides: the log has the decision with its evidence, and the answers are kept with the review", async () => {
  const { decisionId } = await hold("day_90", { outcome: "expand", minutes: "Escalations fell by a third." });
  const { decisions: log } = await readDecisions(lead(), {});
  expect(log).toMatchObject([
    {
      ...{ id: decisionId, initiativeId: given.initiativeId, kind: "scale", decidedBy: "Ada, Ben", decidedOn: today },
      ...{ reason: "Escalations fell by a third.", evidence: { claim: { kind: "claimed" } } },
    },
  ]);
  expect(log[0]?.reviewOn).not.toBeNull();
  const [kept] = await inTenant(given.orgId, (tx) =>
    tx.select().from(programmeReviews).where(eq(programmeReviews.kind, "day_90")),
  );
  expect(kept?.evidence).toMatchObject({ answers: { questions: [{ id: "proficiency" }, {}, {}, {}] } });
});

test("a review is held once, not on a day to come, by who may, and not from another organisation", async () => {
  const [due] = await reviews();
  const revision = due?.revision ?? 0;
  const input = {
    id: due?.id ?? "",
    revision,
    heldOn: today,
    attendees: "Ada",
    minutes: "Agreed",
    outcome: "refine",
  } as const;
  await expect(holdReview(lead(), { ...input, heldOn: addDays(today, 365) })).rejects.toMatchObject({
    fields: { heldOn: ["Choose a day that has come"] },
  });
  await expect(holdReview(lead(), { ...input, minutes: "" })).rejects.toMatchObject({
    fields: { minutes: ["Say what was found and agreed"] },
  });
  await expect(holdReview(given.as("executive"), input)).rejects.toMatchObject({ code: "forbidden" });
  const other = (await givenOrganisation()).as("ld_lead");
  await expect(holdReview(other, input)).rejects.toMatchObject({ code: "not-found" });
  const tries = await Promise.allSettled([holdReview(lead(), input), holdReview(lead(), input)]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await inTenant(given.orgId, async (tx) => expect(await tx.$count(decisions)).toBe(0));
});
