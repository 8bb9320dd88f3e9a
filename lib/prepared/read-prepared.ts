import "server-only";
import type { Tx } from "@/db/client";
import { readDataStamp } from "@/lib/scorecard/data-stamp";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import type { Preparation } from "./preparation";
import { prepareLater } from "./prepare-later";
import { computeStored, questionText, readStored } from "./stored-answer";
import type { Told } from "./told";

export type Prepared<Answer> = { told: Told; answer: Answer | null };

/** An answer that took at most so long to compute, in milliseconds, is computed again by who asks, instead of being told as older. */
const patience = 1_500;

/**
 * An answer about the whole organisation, in the transaction of a read that is permitted to give it: the one kept, where facts have not changed
 * since; an older one, told as such, while the worker computes it anew; null with `preparing` where it takes long and was never computed. Where
 * it takes a moment it is computed here.
 */
export async function readPrepared<Question, Answer>(
  tx: Tx,
  orgId: string,
  preparation: Preparation<Question, Answer>,
  question: Question,
): Promise<Prepared<Answer>> {
  const key = { orgId, name: preparation.name, question };
  const { stamp, minimum } = await readDataStamp(tx, orgId);
  const stored = await readStored<Answer>(tx, key, minimum);
  if (stored?.stamp === stamp) {
    return stored.answer === undefined
      ? { told: { kind: "failed" }, answer: null }
      : { told: { kind: "current" }, answer: stored.answer };
  }
  const isQuick = stored?.answer === undefined ? !(await preparation.isLarge(tx, orgId)) : stored.took <= patience;
  if (isQuick) return { told: { kind: "current" }, answer: await computeStored(tx, orgId, preparation, question) };
  if (isNewlyAsked(`${orgId} ${preparation.name} ${questionText(question)} ${stamp}`)) await prepareLater(tx, key);
  return stored?.answer === undefined
    ? { told: { kind: "preparing" }, answer: null }
    : { told: { kind: "older", computedAt: stored.computedAt }, answer: stored.answer };
}

const asked = keepRecent<number>(1_000);

/** Whether nobody asked this process for it in the last minute: a page that looks again does not begin a job again. */
function isNewlyAsked(what: string): boolean {
  const last = asked.get(what);
  if (last !== undefined && Date.now() - last < 60_000) return false;
  asked.keep(what, Date.now());
  return true;
}
