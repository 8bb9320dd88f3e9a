import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { observations } from "@/db/schema/work";
import { DomainError } from "@/lib/errors";
import { pendObserved } from "@/lib/intake/jobs/pend-observed";
import { postgresCode } from "@/lib/server/postgres-code";

/** How long somebody who clicked waits for an import that is changing this very observation, in milliseconds. */
const patience = 10_000;
const lockNotAvailable = "55P03";

/**
 * Takes an observation back: the row stays, and whatever reads observations leaves it out at once; figures follow by a job, as after any other
 * change of an observation (`pendObserved`). Does nothing to one that is gone or struck already. Throws `conflict` where an import that is under
 * way has changed the same row.
 */
export async function strikeObservation(tx: Tx, orgId: string, personId: string, observationId: string): Promise<void> {
  await tx.execute(sql.raw(`set local lock_timeout = ${patience}`));
  const struck = await tx
    .update(observations)
    .set({ struckAt: sql`now()` })
    .where(
      and(
        eq(observations.orgId, orgId),
        eq(observations.personId, personId),
        eq(observations.observationId, observationId),
        isNull(observations.struckAt),
      ),
    )
    .returning({ personId: observations.personId, observedAt: observations.observedAt })
    .catch((error: unknown) => {
      if (postgresCode(error) !== lockNotAvailable) throw error;
      throw new DomainError("conflict", "An import is changing this very observation. Answer when it has finished");
    });
  await tx.execute(sql`set local lock_timeout to default`);
  if (struck.length > 0) await pendObserved(tx, orgId, struck);
}
