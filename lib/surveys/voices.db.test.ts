import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { surveyAnswers } from "@/db/schema/work";
import { readSurvey as readVoices } from "@/lib/evaluation/ladder/voices-sql";
import { readPlan } from "@/lib/evaluation/plan";
import { readDataVersion } from "@/lib/intake/data-version";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenStudy, givenStudy } from "@/test/given-study";
import { giveAnswer } from "./answering/give-answer";
import { makeSharedLink } from "./links/make-links";
import { readSurvey } from "./results/read-survey";
import { createSurvey } from "./save-survey";

afterAll(closePool);

let study: GivenStudy;
let surveyId = "";
let link = "";

beforeEach(async () => {
  study = await givenStudy({}, [{ id: "E1", arm: "treatment", values: [] }]);
  const lead = study.as("ld_lead");
  surveyId = (
    await createSurvey(lead, {
      title: "Of use?",
      introduction: "",
      instrument: "pulse",
      initiativeId: study.initiativeId,
      unitId: null,
      isAnonymous: true,
      opensOn: "2020-01-01",
      closesOn: null,
      questions: [
        { text: "Of use to growth?", kind: "class", dimension: "growth", required: true },
        { text: "Of use?", kind: "class", dimension: null, required: false },
      ],
    })
  ).id;
  link = (await makeSharedLink(lead, { surveyId, mostAnswers: 50 })).link;
});

const answer = (answers: Record<string, string>) =>
  giveAnswer({ link, sheetId: randomUUID(), revision: 1, answers }, randomUUID());
const voices = () =>
  inTenant(study.orgId, async (tx) => {
    const plan = await readPlan(tx, study.initiativeId);
    if (!plan) throw new Error("The study was not written");
    return readVoices(tx, plan);
  });
const version = () => inTenant(study.orgId, readDataVersion);

test("each person who answered in the app is one voice, by the question about no dimension, once the wave is full", async () => {
  const before = await version();
  await answer({ q1: "irrelevant", q2: "helpful" });
  for (let at = 0; at < 3; at++) await answer({ q1: "distracting" });
  expect(await voices()).toEqual({ helpful: 0, distracting: 0, irrelevant: 0 });
  expect(await version()).toBe(before);
  await answer({ q1: "irrelevant" });
  const five = { helpful: 1, distracting: 3, irrelevant: 1 };
  expect(await voices()).toEqual(five);
  const full = await version();
  expect(full).not.toBe(before);
  const told = await readSurvey(study.as("executive"), surveyId);
  const shares = told?.results?.classes.kind === "shown" ? told.results.classes.value.shares : [];
  expect(Object.fromEntries(shares.map(({ class: kind, count }) => [kind, count]))).toEqual(five);

  await answer({ q1: "helpful" });
  expect(await voices()).toEqual(five);
  expect(await version()).toBe(full);
});

test("answers of files count beside them: one each without a name, the latest of a person", async () => {
  const personId = study.personIds.get("E1") ?? null;
  const from = { orgId: study.orgId, batchId: randomUUID(), initiativeCode: "study", question: "Of use?" };
  await inTenant(study.orgId, (tx) =>
    tx.insert(surveyAnswers).values([
      { ...from, personId: null, answeredOn: "2025-01-01", class: "helpful" },
      { ...from, personId: null, answeredOn: "2025-01-01", class: "helpful" },
      { ...from, personId, answeredOn: "2025-01-01", class: "helpful" },
      { ...from, personId, answeredOn: "2025-02-01", class: "irrelevant" },
    ]),
  );
  for (let at = 0; at < 5; at++) await answer({ q1: "distracting" });
  expect(await voices()).toEqual({ helpful: 2, distracting: 5, irrelevant: 1 });
});
