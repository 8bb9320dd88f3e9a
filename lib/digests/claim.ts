import "server-only";
import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { digestSends } from "@/db/schema/sharing";
import { mostLate } from "./schedule";

/** A sending somebody holds: nobody else sends it until the claim is old. */
export type Claim = { id: string; attempts: number; claimedAt: Date };

export const mostAttempts = 3;
/** Longer than preparing and handing over may take; then whoever held it is taken to be gone. */
export const claimHolds = 15 * 60_000;

const claimed = { id: digestSends.id, attempts: digestSends.attempts, claimedAt: digestSends.claimedAt };

/** Of a period's sending, what nobody has sent, given up, or handed over without knowing what became of it. */
const unsent = [isNull(digestSends.state), isNull(digestSends.sentAt)];

/**
 * Takes the sending of a period before anything of it is prepared: the first to write the row has it, and of one that was held and not sent
 * whoever first finds the claim old. Null where somebody else has it, or it is done.
 */
export async function claimSending(
  tx: Tx,
  { orgId, digestId, dueFor }: { orgId: string; digestId: string; dueFor: string },
  now: Date,
): Promise<Claim | null> {
  const [first] = await tx
    .insert(digestSends)
    .values({ orgId, digestId, dueFor, attempts: 1, claimedAt: now })
    .onConflictDoNothing()
    .returning(claimed);
  if (first) return first;
  const [again] = await tx
    .update(digestSends)
    .set({ attempts: sql`${digestSends.attempts} + 1`, claimedAt: now })
    .where(
      and(
        eq(digestSends.orgId, orgId),
        eq(digestSends.digestId, digestId),
        eq(digestSends.dueFor, dueFor),
        lt(digestSends.attempts, mostAttempts),
        lte(digestSends.claimedAt, new Date(now.getTime() - claimHolds)),
        ...unsent,
      ),
    )
    .returning(claimed);
  return again ?? null;
}

/** Gives up what was claimed and never sent: tried as often as it may be, or so late that the next one is due instead. */
export async function giveUpOld(tx: Tx, orgId: string, now: Date): Promise<void> {
  await tx
    .update(digestSends)
    .set({
      state: "failed",
      error: sql`coalesce(${digestSends.error}, 'The server stopped before it could be sent')`,
    })
    .where(
      and(
        eq(digestSends.orgId, orgId),
        or(
          and(
            lte(digestSends.claimedAt, new Date(now.getTime() - claimHolds)),
            sql`${digestSends.attempts} >= ${mostAttempts}`,
          ),
          lte(digestSends.claimedAt, new Date(now.getTime() - mostLate)),
        ),
        ...unsent,
      ),
    );
}

/**
 * Changes a sending this process still holds. False where the claim went to somebody else meanwhile, who found it old: then it is theirs to
 * send.
 */
export async function changeHeld(
  tx: Tx,
  orgId: string,
  { id, claimedAt }: Claim,
  change: Partial<typeof digestSends.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(digestSends)
    .set(change)
    .where(
      and(
        eq(digestSends.orgId, orgId),
        eq(digestSends.id, id),
        eq(digestSends.claimedAt, claimedAt),
        isNull(digestSends.state),
      ),
    )
    .returning({ id: digestSends.id });
  return rows.length > 0;
}
