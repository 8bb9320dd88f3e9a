import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contests } from "@/db/schema/development";
import type { observations } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { mendableHours } from "./input";

/**
 * Whether the viewer may still change or take back an observation: they entered it, lately, and nobody contests it.
 * @throws DomainError `not-found` for somebody else's, `conflict` otherwise
 */
export async function requireMendable(tx: Tx, viewer: Viewer, row: typeof observations.$inferSelect): Promise<void> {
  if (!viewer.userId || row.enteredBy !== viewer.userId || row.source !== "manager") throw noSuchObservation();
  if (row.struckAt) throw new DomainError("conflict", "This observation was contested and struck");
  if (!row.enteredAt || Date.now() - row.enteredAt.getTime() > mendableHours * 3_600_000) {
    throw new DomainError(
      "conflict",
      `An observation can be changed for ${mendableHours} hours. Record what you see now instead`,
    );
  }
  const contested = await tx.$count(
    contests,
    and(
      eq(contests.orgId, viewer.orgId),
      eq(contests.personId, row.personId),
      eq(contests.observationId, row.observationId),
      eq(contests.status, "open"),
    ),
  );
  if (contested > 0) throw new DomainError("conflict", "This observation is contested. Answer that first");
}

/** An observation that somebody else entered looks as if there were none. */
export const noSuchObservation = () => new DomainError("not-found", "There is no such observation of yours");
