import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { shareLinks } from "@/db/schema/sharing";
import type { ReportDocument } from "@/lib/reports/document";
import { inTenant, leaveTrace } from "@/lib/server/tenant-access";
import { readToken } from "./token";

export type SharedReport = { document: ReportDocument; expiresAt: string };

/**
 * What a link shows to whoever has it, without an account. Null for one that ran out, was taken back, whose maker may no longer sign in, or that never
 * was: nobody can tell which. Openings
 * are counted, and leave one row in the audit log an hour.
 */
export async function openShared(token: string): Promise<SharedReport | null> {
  const asked = readToken(token);
  if (!asked) return null;
  const { orgId, hash } = asked;
  return inTenant(orgId, async (tx) => {
    const [found] = await tx
      .select()
      .from(shareLinks)
      .where(
        and(
          eq(shareLinks.orgId, orgId),
          eq(shareLinks.tokenHash, hash),
          isNull(shareLinks.revokedAt),
          gt(shareLinks.expiresAt, sql`now()`),
          sql`exists (select from users u where u.org_id = ${orgId} and u.id = ${shareLinks.createdBy} and u.disabled_at is null)`,
        ),
      )
      .for("update");
    if (!found) return null;
    const { id, openings, lastOpenedAt } = found;
    const now = new Date();
    await tx
      .update(shareLinks)
      .set({ openings: openings + 1, lastOpenedAt: now })
      .where(and(eq(shareLinks.orgId, orgId), eq(shareLinks.id, id)));
    if (hourOf(lastOpenedAt) !== hourOf(now)) {
      await leaveTrace(tx, { orgId, userId: null }, "report.open", { subject: id, detail: { openings: openings + 1 } });
    }
    // What `makeLink` has written; links of earlier versions carry no sources.
    const document = { sources: [], ...(found.document as Omit<ReportDocument, "sources">) };
    return { document, expiresAt: found.expiresAt.toISOString() };
  });
}

const hourOf = (moment: Date | null): string | null => moment?.toISOString().slice(0, 13) ?? null;
