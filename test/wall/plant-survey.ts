import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { insertRow } from "@/test/insert-row";
import { day, marks } from "./canary-files";

type Planted = { orgId: string; personId: string };

/** A survey under names that the canary alone has answered, in words of their own, by a link of their own. */
export async function plantSurvey(tx: Tx, { orgId, personId }: Planted): Promise<{ surveyId: string }> {
  const surveyId = randomUUID();
  await insertRow(tx, "surveys", {
    org_id: orgId,
    id: surveyId,
    title: "Asked by name",
    instrument: "debrief",
    questions: JSON.stringify([
      { id: "q1", text: "Of use?", kind: "class", dimension: "support", required: true },
      { id: "q2", text: "Why?", kind: "words", required: false },
    ]),
    is_anonymous: false,
    opens_on: day(20),
  });
  await insertRow(tx, "survey_links", {
    org_id: orgId,
    survey_id: surveyId,
    token_hash: "0",
    person_id: personId,
    most_answers: 1,
    answers: 1,
    revoked_at: new Date(),
  });
  const answer = {
    org_id: orgId,
    person_id: personId,
    survey_id: surveyId,
    answered_on: day(10),
    response_id: `00000000${randomUUID().slice(8)}`,
  };
  await insertRow(tx, "survey_answers", { ...answer, question_id: "q1", class: "helpful", dimension: "support" });
  await insertRow(tx, "survey_answers", { ...answer, question_id: "q2", answer: marks.answer });
  return { surveyId };
}
