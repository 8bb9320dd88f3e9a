import "server-only";
import { and, eq } from "drizzle-orm";
import { digests } from "@/db/schema/sharing";
import { command } from "@/lib/server/tenant-access";
import { requireOwn } from "./save-digest";

/** Pauses a digest of the viewer's own, or lets it go on. @throws DomainError `not-found` */
export const pauseDigest = command(
  "digest.edit",
  async (tx, { id, paused }: { id: string; paused: boolean }, viewer, trace): Promise<void> => {
    const { pausedAt, channel } = await requireOwn(tx, viewer, id);
    await tx
      .update(digests)
      .set({ pausedAt: paused ? (pausedAt ?? new Date()) : null })
      .where(and(eq(digests.orgId, viewer.orgId), eq(digests.id, id)));
    trace.subject = id;
    trace.detail = { change: paused ? "paused" : "resumed", channel };
  },
);

/** Removes a digest of the viewer's own, with the list of what it sent. @throws DomainError `not-found` */
export const removeDigest = command("digest.edit", async (tx, { id }: { id: string }, viewer, trace): Promise<void> => {
  const { channel } = await requireOwn(tx, viewer, id);
  await tx.delete(digests).where(and(eq(digests.orgId, viewer.orgId), eq(digests.id, id)));
  trace.subject = id;
  trace.detail = { change: "removed", channel };
});
