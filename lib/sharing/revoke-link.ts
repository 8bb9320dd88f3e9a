import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { shareLinks } from "@/db/schema/sharing";
import { may } from "@/lib/access/policy";
import { DomainError } from "@/lib/errors";
import { command } from "@/lib/server/tenant-access";

/** Takes a link back: its own maker, or an administrator. @throws DomainError `not-found`, `conflict` where it was taken back already */
export const revokeLink = command("report.share", async (tx, { id }: { id: string }, viewer, trace): Promise<void> => {
  const { orgId, userId, roles } = viewer;
  const own = may(roles, "user.manage") ? undefined : eq(shareLinks.createdBy, userId ?? orgId);
  const it = and(eq(shareLinks.orgId, orgId), eq(shareLinks.id, id), own);
  const [found] = await tx.select({ id: shareLinks.id }).from(shareLinks).where(it);
  if (!found) throw new DomainError("not-found", "This link is not there any more");
  const [taken] = await tx
    .update(shareLinks)
    .set({ revokedAt: new Date() })
    .where(and(it, isNull(shareLinks.revokedAt)))
    .returning({ id: shareLinks.id });
  if (!taken) throw new DomainError("conflict", "This link was taken back already");
  trace.subject = id;
  trace.detail = { change: "taken back" };
});
