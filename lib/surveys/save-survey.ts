import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { businessUnits } from "@/db/schema/structure";
import { type SurveyQuestion, surveyLinks, surveys } from "@/db/schema/surveys";
import { surveyAnswers } from "@/db/schema/work";
import { isIn, readUnitBounds } from "@/lib/access/unit-bounds";
import type { Viewer } from "@/lib/access/viewer";
import type { Entry } from "@/lib/entry";
import { DomainError, type FieldErrors } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { holdUnchanged, ownSurvey } from "./find-survey";
import { type CreateSurvey, createSurveyInput, type EditSurvey, editSurveyInput, questionInput } from "./input";
import { parseRows } from "./parse-rows";
import { mostQuestions } from "./survey";

/** Makes a short form; the same sent again is made once. Throws `invalid-input` with the fields that need another look; those of questions as `questions.0.text`. */
export const createSurvey = command(
  "survey.edit",
  async (tx, raw: Entry<CreateSurvey>, viewer, trace): Promise<{ id: string }> => {
    const input = parseOrThrow(createSurveyInput, withEntryId(raw));
    const { orgId, userId } = viewer;
    const values = { ...(await checked(tx, viewer, input)), id: input.entryId };
    const kept = await findEntry(tx, viewer, trace, { table: surveys, madeBy: "createdBy", entry: values });
    if (kept) return { id: kept.id };
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

/** Changes a form nobody has answered. Throws `not-found`, `forbidden`, `invalid-input`, and `conflict` after an answer or somebody else's edit. */
export const editSurvey = command("survey.edit", async (tx, raw: EditSurvey, viewer, trace): Promise<void> => {
  const input = parseOrThrow(editSurveyInput, raw);
  const { orgId } = viewer;
  const found = await holdUnchanged(tx, viewer, input);
  if (found.closedAt !== null) throw new DomainError("conflict", "This survey is closed; it stays as it was asked");
  if (await hasAnswers(tx, orgId, input.id)) {
    throw new DomainError("conflict", "Somebody has answered already, so the questions stay as they were asked");
  }
  const isMoved = found.unitId !== input.unitId;
  const values = await checked(tx, viewer, input, isMoved && (await hasPersonalLinks(tx, orgId, input.id)));
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

/** True while people hold links of their own. */
async function hasPersonalLinks(tx: Tx, orgId: string, surveyId: string): Promise<boolean> {
  const own = and(eq(surveyLinks.orgId, orgId), eq(surveyLinks.surveyId, surveyId));
  return (await tx.$count(surveyLinks, and(own, isNotNull(surveyLinks.personId), isNull(surveyLinks.revokedAt)))) > 0;
}

async function checked(tx: Tx, viewer: Viewer, input: Omit<CreateSurvey, "entryId">, isBound = false) {
  const { orgId } = viewer;
  const { title, introduction, instrument, initiativeId, unitId, isAnonymous, opensOn, closesOn } = input;
  const fields: FieldErrors = {};
  if (closesOn !== null && closesOn < opensOn) fields.closesOn = ["Choose a day that is not before the first"];
  if (input.questions.length < 1) fields.questions = ["Ask at least one question"];
  if (input.questions.length > mostQuestions) fields.questions = [`Ask at most ${mostQuestions} questions`];
  if (initiativeId !== null && !(await isInitiative(tx, orgId, initiativeId)))
    fields.initiativeId = ["This initiative is not there any more"];
  const why = await faultOfUnit(tx, viewer, unitId);
  if (why) fields.unitId = [why];
  else if (isBound) fields.unitId = ["People have links of their own already. Revoke those first"];
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
    unitId,
    isAnonymous,
    opensOn,
    closesOn,
    questions,
  };
}

/** Why somebody may not ask the people of this unit (null: everybody); null where they may. */
async function faultOfUnit(tx: Tx, viewer: Viewer, unitId: string | null): Promise<string | null> {
  const { edits } = await readUnitBounds(tx, viewer, "survey.edit");
  if (unitId === null) {
    return edits === "all" ? null : "Choose one of your units. Everybody is asked by who serves the whole organisation";
  }
  const known = and(eq(businessUnits.orgId, viewer.orgId), eq(businessUnits.id, unitId));
  const isOwn = isIn(edits, unitId) && (await tx.$count(businessUnits, known)) > 0;
  return isOwn ? null : "There is no such unit among yours";
}

async function isInitiative(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: initiatives.id })
    .from(initiatives)
    .where(and(eq(initiatives.orgId, orgId), eq(initiatives.id, id)));
  return found !== undefined;
}
