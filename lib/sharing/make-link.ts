import "server-only";
import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { shareLinks } from "@/db/schema/sharing";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import type { ReportDocument } from "@/lib/reports/document";
import { findEntry, keptOtherwise, withEntryId } from "@/lib/server/find-entry";
import { command } from "@/lib/server/tenant-access";
import { knownPeople } from "./names-in";
import { scrubbed } from "./scrub";
import { newToken } from "./token";

/** `token` ends the address, is handed out this once, and cannot be found again. */
export type MadeLink = { id: string; token: string; expiresAt: string };

type Asked = { entryId: string; label: string; days: number; document: ReportDocument };

/**
 * Freezes a report for whoever has its address, for 1 to 90 days, without names of people. What changes later changes nothing in it. The same sent
 * again is one link; because its address was lost with the answer, it gets another one, as long as nobody has opened it.
 * @throws DomainError `forbidden` for somebody who cannot sign in
 */
export const makeLink = command(
  "report.share",
  async (tx, asked: Entry<Asked>, { orgId, userId }, trace): Promise<MadeLink> => {
    if (!userId) throw new DomainError("forbidden", "A link belongs to somebody who can sign in");
    const { entryId, label, days, document } = withEntryId(asked);
    const frozen = scrubbed(document, knownPeople(await readPeople(tx, orgId)));
    const { token, hash } = newToken(orgId);
    const entry = { id: entryId, title: label };
    const kept = await findEntry(tx, { orgId, userId }, trace, { table: shareLinks, madeBy: "createdBy", entry });
    if (kept) {
      requireUnopened(kept, { days, document: frozen });
      const own = and(eq(shareLinks.orgId, orgId), eq(shareLinks.id, kept.id));
      await tx.update(shareLinks).set({ tokenHash: hash }).where(own);
      return { id: kept.id, token, expiresAt: kept.expiresAt.toISOString() };
    }
    const [row] = await tx
      .insert(shareLinks)
      .values({
        ...entry,
        orgId,
        tokenHash: hash,
        document: frozen,
        expiresAt: sql`now() + make_interval(days => ${days})`,
        createdBy: userId,
      })
      .returning({ id: shareLinks.id, expiresAt: shareLinks.expiresAt });
    if (!row) throw new Error("The link was not written");
    trace.subject = row.id;
    trace.detail = { change: "made", report: document.kind, days };
    return { id: row.id, token, expiresAt: row.expiresAt.toISOString() };
  },
);

type Kept = typeof shareLinks.$inferSelect;

/** Of the same report for as long, and in nobody's hands. */
function requireUnopened(kept: Kept, { days, document }: Pick<Asked, "days" | "document">): void {
  const about = ({ kind, title, filters }: ReportDocument) => [kind, title, filters];
  const keptDays = Math.round((kept.expiresAt.getTime() - kept.createdAt.getTime()) / 86_400_000);
  const isSame = isDeepStrictEqual(about(kept.document as ReportDocument), about(document)) && keptDays === days;
  if (!isSame || kept.openings > 0 || kept.revokedAt) throw keptOtherwise();
}

/** Everybody whose name or id could stand in a text: people, and users who are none. */
async function readPeople(tx: Tx, orgId: string) {
  const { rows } = await tx.execute<{ name: string | null; employeeId: string | null }>(sql`
    select name, employee_id as "employeeId" from people where org_id = ${orgId}
    union all select name, null from users where org_id = ${orgId}`);
  return rows;
}
