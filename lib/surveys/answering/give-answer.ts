import "server-only";
import { hash } from "node:crypto";
import { and, DrizzleQueryError, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { surveyLinks, type surveys } from "@/db/schema/surveys";
import { surveyAnswers } from "@/db/schema/work";
import { newResponses } from "@/lib/access/released-answers";
import { dayOf } from "@/lib/days";
import type { FieldErrors } from "@/lib/errors";
import { postgresCode } from "@/lib/server/postgres-code";
import { inTenant } from "@/lib/server/tenant-access";
import { holdSurvey } from "@/lib/surveys/find-survey";
import { readLink } from "@/lib/surveys/links/token";
import { noteAnswersLater } from "@/lib/surveys/note-answers";
import { isWithinLimit } from "./answer-limit";
import { type Answer, parseAnswers } from "./parse-answers";
import { findLink, type Refusal, refusalOf } from "./read-form";

export type Sent = {
  link: string;
  /** Made where the form is: what is sent twice counts once. */
  sheetId: string;
  /** Of the form as it was opened. */
  revision: number;
  /** By question id. */
  answers: Readonly<Record<string, string>>;
};

export type Given =
  | { kind: "taken" }
  | { kind: "refused"; why: Refusal | "changed" | "sent" }
  | { kind: "faults"; fields: FieldErrors };

/**
 * Takes what somebody without an account sent, whole or not at all. Of an anonymous survey nothing that is stored leads back to the link: no
 * person, no link, no time but the day. The same sheet again is taken already; with other answers on it, it is refused as `sent`, because they may be
 * somebody else's, who would otherwise be thanked for nothing.
 */
export async function giveAnswer(sent: Sent, address: string): Promise<Given> {
  if (!isWithinLimit("answer", address)) return { kind: "refused", why: "too-many" };
  const known = readLink(sent.link);
  if (!known) return { kind: "refused", why: "unknown" };
  return inTenant(known.orgId, (tx) => take(tx, known, sent)).catch(withoutAnswers);
}

/** An error of the database holds what was to be written, and is logged with the time. */
function withoutAnswers(error: unknown): never {
  if (!(error instanceof DrizzleQueryError)) throw error;
  throw new Error(`An answer could not be kept (${postgresCode(error) ?? "no code"})`);
}

async function take(tx: Tx, { orgId, tokenHash }: { orgId: string; tokenHash: string }, sent: Sent): Promise<Given> {
  const pointed = await findLink(tx, tokenHash);
  if (!pointed) return { kind: "refused", why: "unknown" };
  // Everybody who answers, edits or revokes holds the survey first, so that no two of them wait for each other.
  const survey = await holdSurvey(tx, orgId, pointed.surveyId);
  const idOf = (questionId: string) => sheetAnswerId(survey.id, sent.sheetId, questionId);
  const { answers, fields } = parseAnswers(survey.questions, sent.answers);
  const kept = await readKept(
    tx,
    orgId,
    survey.questions.map(({ id }) => idOf(id)),
  );
  if (kept.length > 0) {
    const isSame = kept.length === answers.length && answers.every((answer) => kept.some(holds(answer, idOf)));
    return isSame ? { kind: "taken" } : { kind: "refused", why: "sent" };
  }
  const link = await findLink(tx, tokenHash);
  const refusal = refusalOf(link);
  if (!link || refusal) return { kind: "refused", why: refusal ?? "unknown" };
  if (survey.revision !== sent.revision) return { kind: "refused", why: "changed" };
  if (Object.keys(fields).length > 0) return { kind: "faults", fields };

  const { ids, released } = await newResponses(tx, orgId, survey.id, { kind: "sheet", count: 1 });
  const [responseId = ""] = ids;
  const shared = {
    ...(await answerOf(tx, survey)),
    responseId,
    personId: survey.isAnonymous ? null : link.personId,
  };
  await tx
    .insert(surveyAnswers)
    .values(answers.map((answer) => ({ ...shared, ...columnsOf(answer), id: idOf(answer.question.id) })));
  await tx
    .update(surveyLinks)
    .set({ answers: sql`answers + 1` })
    .where(and(eq(surveyLinks.orgId, orgId), eq(surveyLinks.tokenHash, tokenHash)));
  if (released) await noteAnswersLater(tx, orgId);
  return { kind: "taken" };
}

/** What every answer to the survey given today holds. */
export async function answerOf(tx: Tx, survey: typeof surveys.$inferSelect, answeredOn = dayOf(new Date())) {
  const { orgId, id: surveyId, instrument, initiativeId } = survey;
  const [initiative] = initiativeId
    ? await tx
        .select({ code: initiatives.code })
        .from(initiatives)
        .where(and(eq(initiatives.orgId, orgId), eq(initiatives.id, initiativeId)))
    : [];
  return { orgId, surveyId, instrument, answeredOn, initiativeCode: initiative?.code ?? null };
}

const columnsOf = ({ question, words, score, class: kind }: Answer) => ({
  questionId: question.id,
  question: question.text,
  dimension: question.dimension ?? null,
  answer: words,
  score,
  class: kind,
});

/** The id of an answer, from what only the sheet knows: the same sheet has the same ids, and no id leads back to a sheet. */
export const sheetAnswerId = (surveyId: string, sheetId: string, part: string): string =>
  hash("md5", `${surveyId}|${sheetId}|${part}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

type Kept = typeof surveyAnswers.$inferSelect;

/** What is stored under these ids. */
export const readKept = (tx: Tx, orgId: string, ids: readonly string[]): Promise<Kept[]> =>
  tx
    .select()
    .from(surveyAnswers)
    .where(and(eq(surveyAnswers.orgId, orgId), inArray(surveyAnswers.id, [...ids])));

const holds =
  ({ question, words, score, class: kind }: Answer, idOf: (questionId: string) => string) =>
  (row: Kept) =>
    row.id === idOf(question.id) && row.answer === words && row.score === score && row.class === kind;
