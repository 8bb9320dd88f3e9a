import "server-only";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { prepareAnew } from "@/lib/prepared/prepare-later";
import { inTenant } from "@/lib/server/tenant-access";

const noting = z.object({ orgId: z.uuid() });

/** What is kept is computed anew this often at most while many people answer. */
const pause = 30_000;

/**
 * Part of the transaction in which a wave of answers became part of figures: what was computed before is noticed to be older. By a job, because
 * an import may hold the organisation's row for longer than somebody waits who has answered.
 */
export async function noteAnswersLater(tx: Tx, orgId: string): Promise<void> {
  const payload = JSON.stringify({ orgId });
  await tx.execute(sql`
    select public.enqueue_job('note-answers', ${payload}::json, ${queueOf(orgId)}, ${`answers ${orgId}`})`);
}

/** The job of `noteAnswersLater`: what was answered in the next moments is noted with it. */
export async function noteAnswers(payload: unknown, { addJob }: Pick<JobHelpers, "addJob">): Promise<void> {
  const { orgId } = noting.parse(payload);
  const spec = { jobKey: `settle answers ${orgId}`, jobKeyMode: "preserve_run_at", queueName: queueOf(orgId) } as const;
  await addJob("settle-answers", { orgId }, { ...spec, runAt: new Date(Date.now() + pause) });
}

/** Raises the organisation's revision, and has answers about the whole of it prepared anew. */
export async function settleAnswers(payload: unknown): Promise<void> {
  const { orgId } = noting.parse(payload);
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`update organisations set revision = revision + 1, revised_at = now() where id = ${orgId}`);
    await prepareAnew(tx, orgId);
  });
}

/** The queue of the imports: nothing is raised between the files of an upload. */
const queueOf = (orgId: string) => `imports of ${orgId}`;
