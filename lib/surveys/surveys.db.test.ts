import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { organisations } from "@/db/schema/organisations";
import { surveyLinks, surveys } from "@/db/schema/surveys";
import { addDays, dayOf } from "@/lib/days";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { address, ask, helpful, pulse, surveysOf } from "@/test/given-surveys";
import { expectSentOnce } from "@/test/sent-once";
import { readForm } from "./answering/read-form";
import { makeSharedLink } from "./links/make-links";
import { revokeLinks } from "./links/revoke-links";
import { settleAnswers } from "./note-answers";
import { readSurvey } from "./results/read-survey";
import { readSurveys } from "./results/read-surveys";
import { createSurvey, editSurvey } from "./save-survey";
import { closeSurvey, openSurvey } from "./turn-survey";

const inAYear = addDays(dayOf(new Date()), 365);

let owner: pg.Pool;
beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.DATABASE_URL });
});
afterAll(async () => {
  await owner.end();
  await closePool();
});

let given: GivenOrganisation;
beforeEach(async () => {
  given = await givenOrganisation();
});
const { lead, made, shared, sheet, fromMany } = surveysOf(() => given);

test("a form is made, edited while nobody has answered, opened, answered and closed, with a trace each", async () => {
  const id = await made({ opensOn: inAYear });
  await editSurvey(lead(), { ...pulse({ title: "Next week", opensOn: inAYear }), id, revision: 1 });
  const link = await shared(id);
  expect(await readForm(link, address())).toBe("planned");
  await openSurvey(lead(), { id, revision: 2 });
  expect(await readForm(link, address())).toMatchObject({
    title: "Next week",
    named: false,
    minimum: 5,
    questions: { length: 3 },
  });
  await fromMany(await shared(id), 0);
  expect(await sheet(link, helpful, randomUUID(), 3)).toEqual({ kind: "taken" });
  await expect(editSurvey(lead(), { ...pulse(), id, revision: 3 })).rejects.toMatchObject({ code: "conflict" });
  await closeSurvey(lead(), { id, revision: 3 });
  expect(await readForm(link, address())).toBe("closed");
  expect(await sheet(link, helpful)).toEqual({ kind: "refused", why: "closed" });
  await expect(makeSharedLink(lead(), { surveyId: id, mostAnswers: 5 })).rejects.toMatchObject({ code: "conflict" });
  const traces = await inTenant(given.orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, id)));
  expect(traces.map(({ action, detail }) => [action, detail.change])).toEqual(
    ["survey made", "survey edited", "shared link made", "survey opened", "shared link made", "survey closed"].map(
      (change) => ["survey.edit", change],
    ),
  );
});

test("the second of two edits is refused, faults are told by field, and nothing is written", async () => {
  const id = await made();
  const edits = await Promise.allSettled(
    ["A form", "B form"].map((title) => editSurvey(lead(), { ...pulse({ title }), id, revision: 1 })),
  );
  expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(closeSurvey(lead(), { id, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
  const wrong = pulse({
    closesOn: "2020-01-01",
    initiativeId: randomUUID(),
    questions: [ask("How?", "scale"), ask("", "words")],
  });
  await expect(createSurvey(lead(), wrong)).rejects.toMatchObject({
    fields: {
      closesOn: [expect.any(String)],
      initiativeId: [expect.any(String)],
      "questions.1.text": ["Write the question"],
    },
  });
  const many = Array.from({ length: 8 }, () => ask("Why so?", "scale"));
  await expect(createSurvey(lead(), pulse({ questions: many }))).rejects.toMatchObject({
    fields: { questions: ["Ask at most 7 questions"] },
  });
  await expect(createSurvey(lead(), pulse({ title: " " }))).rejects.toMatchObject({
    fields: { title: ["Give it a title"] },
  });
  expect((await readSurveys(lead(), null)).surveys).toHaveLength(1);
});

test("who may not edit or read surveys is refused, and another organisation has none of them", async () => {
  const id = await made();
  const link = await shared(id);
  for (const role of ["manager", "employee", "finance", "auditor", "executive"] as const)
    await expect(createSurvey(given.as(role), pulse())).rejects.toMatchObject({ code: "forbidden" });
  for (const role of ["manager", "employee", "finance"] as const)
    await expect(readSurvey(given.as(role), id)).rejects.toMatchObject({ code: "forbidden" });
  const other = (await givenOrganisation()).as("ld_lead");
  expect(await readSurvey(other, id)).toBeNull();
  expect((await readSurveys(other, null)).surveys).toEqual([]);
  for (const change of [
    () => closeSurvey(other, { id, revision: 1 }),
    () => makeSharedLink(other, { surveyId: id, mostAnswers: 5 }),
    () => revokeLinks(other, { surveyId: id, which: "personal" }),
  ])
    await expect(change()).rejects.toMatchObject({ code: "not-found" });
  // The same token under another organisation's id leads nowhere.
  const [, token] = link.split(".");
  const [organisation] = (
    await makeSharedLink(other, { surveyId: (await createSurvey(other, pulse())).id, mostAnswers: 5 })
  ).link.split(".");
  expect(await readForm(`${organisation}.${token}`, address())).toBe("unknown");
});

test("results are withheld at four, show at five, and the sixth waits for its wave", async () => {
  const id = await made();
  const link = await shared(id);
  await fromMany(link, 4);
  expect(await readSurvey(lead(), id)).toMatchObject({ people: null, waiting: true, results: null });
  expect((await readSurveys(lead(), null)).surveys).toMatchObject([{ people: null, waiting: true, invited: null }]);
  await sheet(link, { q1: "distracting", q2: "2" });
  const five = await readSurvey(lead(), id);
  expect(five).toMatchObject({
    people: 5,
    waiting: false,
    results: { classes: { kind: "shown", value: { people: 5 } } },
  });
  expect(five?.results?.questions.map(({ classes, scale, words }) => (classes ?? scale ?? words)?.kind)).toEqual([
    "shown",
    "shown",
    // Four wrote something.
    "withheld",
  ]);
  await sheet(link, { q1: "irrelevant", q2: "1", q3: "The last one" });
  const six = await readSurvey(lead(), id);
  expect(six).toMatchObject({ people: 5, waiting: true });
  expect(six?.results).toEqual(five?.results);
  await fromMany(link, 4);
  expect(await readSurvey(lead(), id)).toMatchObject({
    people: 10,
    waiting: false,
    results: { classes: { value: { people: 10 } } },
  });
});

test("a higher minimum holds back what was shown under a lower one", async () => {
  const id = await made();
  await fromMany(await shared(id), 7);
  const set = (size: number) =>
    inTenant(given.orgId, (tx) => tx.execute(sql`update organisations set minimum_group_size = ${size}`));
  await set(7);
  expect(await readSurvey(lead(), id)).toMatchObject({ people: null, waiting: true });
  await set(5);
  expect(await readSurvey(lead(), id)).toMatchObject({ people: 5, waiting: true });
});

test("a full wave has the revision raised by a job, an answer of its own does not", async () => {
  const link = await shared(await made());
  const jobs = async () => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int from graphile_worker.jobs where key = 'answers ${given.orgId}'`,
    );
    return rows[0]?.count;
  };
  await fromMany(link, 4);
  expect(await jobs()).toBe(0);
  await fromMany(link, 2);
  expect(await jobs()).toBe(1);
  const revision = async () => (await inTenant(given.orgId, (tx) => tx.select().from(organisations)))[0]?.revision ?? 0;
  const before = await revision();
  await settleAnswers({ orgId: given.orgId });
  expect(await revision()).toBe(before + 1);
});

test("a survey sent twice is made once, and so is a shared link: the one that was lost with its answer opens nothing", async () => {
  await expectSentOnce({
    table: surveys,
    viewer: lead(),
    send: (viewer, entryId) => createSurvey(viewer, { ...pulse(), entryId }),
  });
  const asked = { surveyId: await made(), mostAnswers: 5 };
  await expectSentOnce({
    table: surveyLinks,
    viewer: lead(),
    send: (viewer, entryId) => makeSharedLink(viewer, { ...asked, entryId }),
    answer: () => "a link of its own",
  });
  const once = { ...asked, entryId: randomUUID() };
  const lost = await makeSharedLink(lead(), once);
  const again = await makeSharedLink(lead(), once);
  expect(await readForm(lost.link, address())).toBe("unknown");
  expect(await sheet(again.link, helpful)).toEqual({ kind: "taken" });
  await expect(makeSharedLink(lead(), once)).rejects.toMatchObject({ code: "conflict" });
});
