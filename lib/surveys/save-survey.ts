import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { type SurveyQuestion, surveys } from "@/db/schema/surveys";
import { surveyAnswers } from "@/db/schema/work";
import { DomainError, type FieldErrors } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { holdUnchanged, ownSurvey } from "./find-survey";
import { type CreateSurvey, createSurveyInput, type EditSurvey, editSurveyInput, questionInput } from "./input";
import { parseRows } from "./parse-rows";
import { mostQuestions } from "./survey";

/** Makes a short form. Throws `invalid-input` with the fields that need another look; those of questions as `questions.0.text`. */
export const createSurvey = command(
  "survey.edit",
  async (tx, raw: CreateSurvey, { orgId, userId }, trace): Promise<{ id: string }> => {
    const input = parseOrThrow(createSurveyInput, raw);
    const values = await checked(tx, orgId, input);
    const [row] = await tx
      .insert(surveys)
      .values({ ...values, orgId, createdBy: userId })
      .returning({ id: surveys.id });
    if (!row) throw new Error("The survey was not written");
    trace.subject = row.id;
    trace.detail = { change: "survey made", instrument: input.instrument, questions: values.questions.length };
    return row;
  },
);

/** Changes a form nobody has answered. Throws `not-found`, `invalid-input`, and `conflict` after an answer or somebody else's edit. */
export const editSurvey = command("survey.edit", async (tx, raw: EditSurvey, { orgId }, trace): Promise<void> => {
  const input = parseOrThrow(editSurveyInput, raw);
  const found = await holdUnchanged(tx, orgId, input);
  if (found.closedAt !== null) throw new DomainError("conflict", "This survey is closed; it stays as it was asked");
  if (await hasAnswers(tx, orgId, input.id)) {
    throw new DomainError("conflict", "Somebody has answered already, so the questions stay as they were asked");
  }
  const values = await checked(tx, orgId, input);
  await tx
    .update(surveys)
    .set({ ...values, revision: sql`revision + 1` })
    .where(ownSurvey(orgId, input.id));
  trace.subject = input.id;
  trace.detail = { change: "survey edited", instrument: input.instrument, questions: values.questions.length };
});

/** True as soon as one answer is there. */
async function hasAnswers(tx: Tx, orgId: string, surveyId: string): Promise<boolean> {
  const [one] = await tx
    .select({ id: surveyAnswers.id })
    .from(surveyAnswers)
    .where(and(eq(surveyAnswers.orgId, orgId), eq(surveyAnswers.surveyId, surveyId)))
    .limit(1);
  return one !== undefined;
}

async function checked(tx: Tx, orgId: string, input: CreateSurvey) {
  const { title, introduction, instrument, initiativeId, isAnonymous, opensOn, closesOn } = input;
  const fields: FieldErrors = {};
  if (closesOn !== null && closesOn < opensOn) fields.closesOn = ["Choose a day that is not before the first"];
  if (input.questions.length < 1) fields.questions = ["Ask at least one question"];
  if (input.questions.length > mostQuestions) fields.questions = [`Ask at most ${mostQuestions} questions`];
  if (initiativeId !== null && !(await isInitiative(tx, orgId, initiativeId)))
    fields.initiativeId = ["This initiative is not there any more"];
  const questions = parseRows(questionInput, "questions", input.questions, fields).map(
    ({ text, kind, dimension, required }, at): SurveyQuestion => ({
      id: `q${at + 1}`,
      text,
      kind,
      ...(dimension && { dimension }),
      required,
    }),
  );
  return {
    title,
    introduction: introduction || null,
    instrument,
    initiativeId,
    isAnonymous,
    opensOn,
    closesOn,
    questions,
  };
}

async function isInitiative(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: initiatives.id })
    .from(initiatives)
    .where(and(eq(initiatives.orgId, orgId), eq(initiatives.id, id)));
  return found !== undefined;
}
