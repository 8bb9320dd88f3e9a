import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { addDays, dayOf } from "@/lib/days";
import { readSurvey } from "@/lib/surveys/results/read-survey";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { surveysOf, today } from "@/test/given-surveys";
import { enterStatements } from "./enter-statements";

const inAYear = addDays(dayOf(new Date()), 365);

afterAll(closePool);

let given: GivenOrganisation;
beforeEach(async () => {
  given = await givenOrganisation();
});
const { lead, made, shared, sheet, fromMany, stored } = surveysOf(() => given);

const said = (speaker: number, kind: "helpful" | "irrelevant" = "helpful") => ({
  speaker,
  words: `Number ${speaker} said so`,
  class: kind,
  dimension: "learning" as const,
});
const heldOn = today;

test("what a debrief said is entered by speakers, each of whom is one voice, and the same entry counts once", async () => {
  const surveyId = await made({ instrument: "debrief" });
  const entry = (speakers: number[], entryId: string = randomUUID()) => ({
    surveyId,
    entryId,
    heldOn,
    statements: speakers.map((one) => said(one)),
  });
  const first = entry([1, 2, 2, 3, 4]);
  await enterStatements(lead(), first);
  await enterStatements(lead(), first);
  expect(await stored()).toHaveLength(5);
  expect(await readSurvey(lead(), surveyId)).toMatchObject({ people: null, waiting: true });
  await enterStatements(lead(), entry([1, 2]));
  expect(await readSurvey(lead(), surveyId)).toMatchObject({
    people: 5,
    waiting: true,
    results: { classes: { value: { people: 5 } }, dimensions: [{ id: "learning" }, {}, {}] },
  });
  await expect(
    enterStatements(lead(), { ...entry([1]), heldOn: inAYear, statements: [{ ...said(0), words: "" }] }),
  ).rejects.toMatchObject({
    fields: {
      heldOn: [expect.any(String)],
      "statements.0.speaker": [expect.any(String)],
      "statements.0.words": [expect.any(String)],
    },
  });
  await expect(enterStatements(lead(), { ...entry([1]), surveyId: await made() })).rejects.toMatchObject({
    code: "invalid-input",
  });
});

test("what a group said fills no wave of answers by link, so that whoever wrote it down cannot subtract it", async () => {
  const id = await made({ instrument: "debrief" });
  const link = await shared(id);
  const statements = [1, 2, 3, 4].map((one) => said(one));
  await enterStatements(lead(), { surveyId: id, entryId: randomUUID(), heldOn, statements });
  await sheet(link, { q1: "distracting", q2: "2" });
  expect(await readSurvey(lead(), id)).toMatchObject({ people: null, waiting: true, results: null });
  await fromMany(link, 4);
  const five = { people: 5, waiting: true, results: { classes: { value: { people: 5 } } } };
  expect(await readSurvey(lead(), id)).toMatchObject(five);
  await enterStatements(lead(), { surveyId: id, entryId: randomUUID(), heldOn, statements: [said(1)] });
  expect(await readSurvey(lead(), id)).toMatchObject({ people: 10, waiting: false });
  await sheet(link, { q1: "distracting", q2: "2" });
  expect(await readSurvey(lead(), id)).toMatchObject({ people: 10, waiting: true });
});

test("an entry that was kept and is sent again with other words is refused, not passed over", async () => {
  const surveyId = await made({ instrument: "debrief" });
  const entry = { surveyId, entryId: randomUUID(), heldOn, statements: [said(1), said(2)] };
  await enterStatements(lead(), entry);
  for (const statements of [
    [said(1), { ...said(2), words: "Quite otherwise" }],
    [said(1), said(2), said(3)],
    [said(1, "irrelevant"), said(2)],
    [said(1)],
  ])
    await expect(enterStatements(lead(), { ...entry, statements })).rejects.toMatchObject({ code: "conflict" });
  expect(await enterStatements(lead(), entry)).toEqual({ statements: 2 });
  expect(await stored()).toHaveLength(2);
});
