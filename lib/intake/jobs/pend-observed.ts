import "server-only";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { settleRollups } from "@/lib/intake/settle-rollups";
import { prepareAnew } from "@/lib/prepared/prepare-later";
import { pendRollups } from "@/lib/rollups/pend-rollups";
import { inTenant } from "@/lib/server/tenant-access";

const noted = z.object({
  orgId: z.uuid(),
  facts: z.array(z.object({ personId: z.uuid(), month: z.iso.date() })),
});
const settling = z.object({ orgId: z.uuid() });

/** Rollups of an organisation that is observed all day are recomputed this often at most. */
const pause = 30_000;

/**
 * Part of the transaction that writes observations: their rollups follow by a job. Not in the transaction itself, because a recompute
 * takes longer than a thumb waits, and holds the row of the organisation that everybody else's would wait for; nor noted as pending by
 * it, because a note waits for the recompute that is taking the same note away.
 */
export async function pendObserved(
  tx: Tx,
  orgId: string,
  ratings: readonly { personId: string; observedAt: Date }[],
): Promise<void> {
  const facts = ratings.map(({ personId, observedAt }) => ({
    personId,
    month: `${observedAt.toISOString().slice(0, 7)}-01`,
  }));
  const payload = JSON.stringify({ orgId, facts });
  await tx.execute(sql`select public.enqueue_job('note-observed', ${payload}::json, ${queueOf(orgId)})`);
}

/** The job of `pendObserved`: notes what changed, and has it settled with whatever else changed in the next moments. */
export async function noteObserved(payload: unknown, { addJob }: Pick<JobHelpers, "addJob">): Promise<void> {
  const { orgId, facts } = noted.parse(payload);
  const settled = await inTenant(orgId, async (tx) => {
    await pendRollups(tx, orgId, facts, "observation");
    const { rows } = await tx.execute<{ at: Date }>(
      sql`select revised_at as at from organisations where id = ${orgId}`,
    );
    return rows[0] ? new Date(rows[0].at).getTime() : 0;
  });
  const runAt = new Date(Math.max(Date.now() + 1_000, settled + pause));
  const spec = { jobKey: `settle ${orgId}`, jobKeyMode: "preserve_run_at", queueName: queueOf(orgId), runAt } as const;
  await addJob("settle-rollups", { orgId }, spec);
}

/** Settles what waits, and has answers about the whole organisation prepared from it. */
export async function settleObserved(payload: unknown): Promise<void> {
  const { orgId } = settling.parse(payload);
  await settleRollups(orgId);
  await inTenant(orgId, (tx) => prepareAnew(tx, orgId));
}

/** The queue of the imports: one after the other, so that nothing is recomputed between the files of an upload. */
const queueOf = (orgId: string) => `imports of ${orgId}`;
