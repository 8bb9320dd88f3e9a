import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type DataStamp, readDataStamp } from "@/lib/scorecard/data-stamp";
import type { Preparation } from "./preparation";

/** One row of `prepared_answers`: which question of which organisation. */
export type AnswerKey = { orgId: string; name: string; question: unknown };

/** `took`: milliseconds. `answer` is undefined where computing it failed. */
type Stored<Answer> = { stamp: string; computedAt: Date; took: number; answer: Answer | undefined };
/** `minimum`: the minimum group size that small groups were withheld by. */
type Envelope<Answer> = { took: number; minimum: number; value?: Answer };

export const questionText = (question: unknown): string => JSON.stringify(question);

/** Null also for one that withholds by another minimum group size than the one in force: it may show what must not be shown any more. */
export async function readStored<Answer>(
  tx: Tx,
  { orgId, name, question }: AnswerKey,
  inForce: number,
): Promise<Stored<Answer> | null> {
  const { rows } = await tx.execute<{ stamp: string; computedAt: string; envelope: Envelope<Answer> }>(sql`
    select stamp, computed_at as "computedAt", answer as envelope from prepared_answers
    where org_id = ${orgId} and name = ${name} and question = ${questionText(question)}`);
  const [found] = rows;
  if (!found) return null;
  const { took, minimum, value } = found.envelope;
  if (minimum !== inForce) return null;
  return { stamp: found.stamp, computedAt: new Date(found.computedAt), took, answer: value };
}

/**
 * Computes an answer in the transaction given and keeps it with the stamp of the facts before, so that what changes meanwhile makes it older.
 * Not kept where somebody was taken back (`forgetPrepared`) since: it may speak of them.
 */
export async function computeStored<Question, Answer>(
  tx: Tx,
  orgId: string,
  preparation: Preparation<Question, Answer>,
  question: Question,
): Promise<Answer> {
  const before = await readDataStamp(tx, orgId);
  const begun = Date.now();
  const value = await preparation.compute(tx, orgId, question);
  const took = Date.now() - begun;
  await store(tx, { orgId, name: preparation.name, question }, before, { took, minimum: before.minimum, value });
  return value;
}

/** Notes that an answer could not be computed from the facts as they stand, unless there is one already. */
export async function storeFailure(tx: Tx, key: AnswerKey): Promise<void> {
  const stamp = await readDataStamp(tx, key.orgId);
  const stored = await readStored(tx, key, stamp.minimum);
  if (stored?.answer !== undefined) return;
  await store(tx, key, stamp, { took: 0, minimum: stamp.minimum });
}

async function store(tx: Tx, { orgId, name, question }: AnswerKey, before: DataStamp, envelope: Envelope<unknown>) {
  const { rows } = await tx.execute<{ free: boolean }>(sql`
    select pg_try_advisory_xact_lock_shared(${preparedLock}, hashtext(${orgId})) as free`);
  if (!rows[0]?.free || (await readDataStamp(tx, orgId)).undone !== before.undone) return;
  await tx.execute(sql`
    insert into prepared_answers (org_id, name, question, stamp, answer)
    values (${orgId}, ${name}, ${questionText(question)}, ${before.stamp}, ${JSON.stringify(envelope)}::jsonb)
    on conflict (org_id, name, question) do update set stamp = excluded.stamp, answer = excluded.answer, computed_at = excluded.computed_at`);
}

/** First key of the advisory lock between who keeps answers and who has them forgotten. */
const preparedLock = 7_308;

/**
 * Deletes what is kept of an organisation, for when people or facts are taken back for good: an older answer would go on telling of them.
 * Before anything is deleted, in the same transaction.
 */
export async function forgetPrepared(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${preparedLock}, hashtext(${orgId}))`);
  await tx.execute(sql`delete from prepared_answers where org_id = ${orgId}`);
}
