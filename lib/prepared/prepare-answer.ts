import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { preparedAnswers } from "@/db/schema/rollups";
import { ableOfOrganisation } from "@/lib/able/able-of-organisation";
import { transferOfOrganisation } from "@/lib/evidence/transfer/transfer-facts";
import { sunkHoursOfOrganisation } from "@/lib/roi/portfolio/read-sunk-hours";
import { readDataStamp } from "@/lib/scorecard/data-stamp";
import { inTenant } from "@/lib/server/tenant-access";
import { usesOfScales } from "@/lib/skills/scales/uses-of-scales";
import { findingsOfRaters } from "@/lib/trust/findings-of-raters";
import { trustInRatings } from "@/lib/trust/trust-in-ratings";
import { figuresOfWork } from "@/lib/work/figures/figures-of-work";
import { helpOfWork } from "@/lib/work/help/read-help";
import { missedOfWork } from "@/lib/work/missed/read-missed";
import { portfolioOfWork } from "@/lib/work/portfolio/read-portfolio";
import { revisionsOfWork } from "@/lib/work/revisions/read-afterwards";
import { handOffsOfWork } from "@/lib/work/workflows/read-hand-offs";
import { ticketTypesOfWork } from "@/lib/work/workflows/read-ticket-types";
import type { Preparation } from "./preparation";
import { jobKeyOf, preparedQueue } from "./prepare-later";
import { type AnswerKey, computeStored, readStored, storeFailure } from "./stored-answer";

// Questions come back from text that the same preparation has written.
const preparations = [
  figuresOfWork,
  handOffsOfWork,
  helpOfWork,
  missedOfWork,
  ticketTypesOfWork,
  portfolioOfWork,
  revisionsOfWork,
  trustInRatings,
  findingsOfRaters,
  usesOfScales,
  ableOfOrganisation,
  transferOfOrganisation,
  sunkHoursOfOrganisation,
] as readonly Preparation<unknown, unknown>[];

const asked = z.object({ orgId: z.uuid(), name: z.string(), question: z.string() });
/** An answer is computed anew so seldom that it takes at most a twentieth of the worker's time, however often facts change. */
const pause = 20;
const mostAttempts = 3;

/** The job of `prepareLater`. An answer that fails three times is kept as failed until facts change. */
export async function prepareAnswer(payload: unknown, { addJob, job }: Pick<JobHelpers, "addJob" | "job">) {
  const { orgId, name, question: text } = asked.parse(payload);
  const key: AnswerKey = { orgId, name, question: JSON.parse(text) };
  const preparation = preparations.find((one) => one.name === name);
  try {
    const notBefore = await inTenant(orgId, (tx) => prepare(tx, key, preparation));
    if (!notBefore) return;
    const spec = { jobKey: jobKeyOf(key), jobKeyMode: "preserve_run_at", queueName: preparedQueue } as const;
    await addJob("prepare-answer", { orgId, name, question: text }, { ...spec, runAt: notBefore });
  } catch (error) {
    if (job.attempts < mostAttempts) throw error;
    console.error(`An answer could not be prepared (${name} ${text}):`, error);
    await inTenant(orgId, (tx) => storeFailure(tx, key));
  }
}

/** @returns when to try again, where it is too early */
async function prepare(
  tx: Tx,
  key: AnswerKey,
  preparation: Preparation<unknown, unknown> | undefined,
): Promise<Date | null> {
  const { orgId, name, question } = key;
  const [organisation] = await tx.select({ id: organisations.id }).from(organisations);
  if (!organisation) return null;
  if (!preparation) {
    // Kept by another version of the code.
    await tx.delete(preparedAnswers).where(and(eq(preparedAnswers.orgId, orgId), eq(preparedAnswers.name, name)));
    return null;
  }
  const { stamp, behind, minimum } = await readDataStamp(tx, orgId);
  const stored = await readStored(tx, key, minimum);
  // What waits to be recomputed asks for it again when it is done.
  if (stored && (stored.stamp === stamp || (behind && stamp === `${stored.stamp} behind`))) return null;
  const earliest = stored ? stored.computedAt.getTime() + pause * stored.took : 0;
  if (earliest > Date.now()) return new Date(earliest);
  await tx.execute(sql`set local timezone = 'UTC'`);
  await tx.execute(sql`set local work_mem = '96MB'`);
  await computeStored(tx, orgId, preparation, question);
  return null;
}
