import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type AnswerKey, questionText } from "./stored-answer";

/** Has the worker compute an answer after this transaction: once, however often it is asked for, and one answer at a time. */
export async function prepareLater(tx: Tx, { orgId, name, question }: AnswerKey): Promise<void> {
  const text = questionText(question);
  await tx.execute(sql`
    select ${enqueued(sql`${orgId}::uuid`, sql`${name}::text`, sql`${text}::text`)}`);
}

/** As `prepareLater`, for every answer that is kept: what was asked before is ready when it is asked again. After facts have changed. */
export async function prepareAnew(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    select ${enqueued(sql`org_id`, sql`name`, sql`question`)} from prepared_answers where org_id = ${orgId}`);
}

export const preparedQueue = "prepared answers";
export const jobKeyOf = ({ orgId, name, question }: AnswerKey) => `prepare ${orgId} ${name} ${questionText(question)}`;

const enqueued = (orgId: SQL, name: SQL, question: SQL) => sql`
  public.enqueue_job('prepare-answer', json_build_object('orgId', ${orgId}, 'name', ${name}, 'question', ${question}), ${preparedQueue},
    concat_ws(' ', 'prepare', ${orgId}, ${name}, ${question}))`;
