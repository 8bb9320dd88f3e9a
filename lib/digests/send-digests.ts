import "server-only";
import { and, eq, exists, isNull } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { users } from "@/db/schema/access";
import { digests } from "@/db/schema/sharing";
import { inTenant } from "@/lib/server/tenant-access";
import { claimSending, giveUpOld } from "./claim";
import { type DigestRow, deliver, type Outcome } from "./deliver";
import { afterQuiet } from "./quiet";
import { latestDue, mostLate } from "./schedule";
import { readSendingSetup, whyNotBy } from "./sending-setup";

/**
 * The job of every quarter hour: sends what is due, each digest of each period once, however many workers run and whenever they stop. One that
 * cannot be sent does not keep the others back. `query` sees every organisation.
 */
export async function sendDigests(_: unknown, { query }: Pick<JobHelpers, "query">): Promise<void> {
  const { rows } = await query<{ orgId: string }>(`select distinct org_id as "orgId" from digests order by 1`);
  const failed: unknown[] = [];
  for (const { orgId } of rows) await sendDigestsOf(orgId, new Date()).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, "Some digests could not be sent");
}

/** Sends what is due in one organisation at a moment. @returns what became of each digest that was due and free */
export async function sendDigestsOf(orgId: string, now: Date): Promise<Outcome[]> {
  const rows = await inTenant(orgId, async (tx) => {
    await giveUpOld(tx, orgId, now);
    return tx
      .select()
      .from(digests)
      .where(
        and(
          eq(digests.orgId, orgId),
          isNull(digests.pausedAt),
          exists(
            tx
              .select({ id: users.id })
              .from(users)
              .where(and(eq(users.orgId, orgId), eq(users.id, digests.userId), isNull(users.disabledAt))),
          ),
        ),
      )
      .orderBy(digests.createdAt, digests.id);
  });
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const outcome = await sendDue(row, now);
    if (outcome) outcomes.push(outcome);
  }
  return outcomes;
}

/** Null where it is not due, it is quiet, nothing can go out by its channel (its page says so), or somebody else has it. */
async function sendDue(row: DigestRow, now: Date): Promise<Outcome | null> {
  const due = latestDue(row, now);
  if (due.at < row.createdAt || now.getTime() - due.at.getTime() > mostLate) return null;
  if (afterQuiet(now, row) > now || whyNotBy(row.channel, readSendingSetup())) return null;
  const { orgId, id: digestId } = row;
  const claim = await inTenant(orgId, (tx) => claimSending(tx, { orgId, digestId, dueFor: due.dueFor }, now));
  return claim && deliver(row, claim, now);
}
