import "server-only";
import { and, eq } from "drizzle-orm";
import { contentRevisions } from "@/db/schema/workflows";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type CloseRevision, closeRevisionInput } from "./input";

/**
 * Says what was changed, or why nothing was. From that moment on tries and work are watched. Throws `not-found`, and `conflict` where it
 * is closed already.
 */
export const closeRevision = command(
  "work.edit",
  async (tx, raw: CloseRevision, { orgId, userId }, trace): Promise<void> => {
    const { id, status, outcome } = parseOrThrow(closeRevisionInput, raw);
    const own = and(eq(contentRevisions.orgId, orgId), eq(contentRevisions.id, id));
    const [found] = await tx.select().from(contentRevisions).where(own).for("update");
    if (!found) throw new DomainError("not-found", "This revision is not there any more");
    if (found.status !== "open") {
      throw new DomainError("conflict", "Somebody else has closed it. Look again; nothing was changed");
    }
    await tx.update(contentRevisions).set({ status, outcome, closedBy: userId, closedAt: new Date() }).where(own);
    trace.subject = id;
    trace.detail = { change: "revision closed", is: status, activity: found.activityId };
  },
);
