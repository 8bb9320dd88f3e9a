import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { shareLinks } from "@/db/schema/sharing";
import { DomainError } from "@/lib/errors";
import type { ReportDocument } from "@/lib/reports/document";
import { command } from "@/lib/server/tenant-access";
import { knownPeople } from "./names-in";
import { scrubbed } from "./scrub";
import { newToken } from "./token";

/** `token` ends the address, is handed out this once, and cannot be found again. */
export type MadeLink = { id: string; token: string; expiresAt: string };

type Asked = { label: string; days: number; document: ReportDocument };

/**
 * Freezes a report for whoever has its address, for 1 to 90 days, without names of people. What changes later changes nothing in it.
 * @throws DomainError `forbidden` for somebody who cannot sign in
 */
export const makeLink = command(
  "report.share",
  async (tx, { label, days, document }: Asked, { orgId, userId }, trace): Promise<MadeLink> => {
    if (!userId) throw new DomainError("forbidden", "A link belongs to somebody who can sign in");
    const people = knownPeople(await readPeople(tx, orgId));
    const { token, hash } = newToken(orgId);
    const [row] = await tx
      .insert(shareLinks)
      .values({
        orgId,
        tokenHash: hash,
        title: label,
        document: scrubbed(document, people),
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

/** Everybody whose name or id could stand in a text: people, and users who are none. */
async function readPeople(tx: Tx, orgId: string) {
  const { rows } = await tx.execute<{ name: string | null; employeeId: string | null }>(sql`
    select name, employee_id as "employeeId" from people where org_id = ${orgId}
    union all select name, null from users where org_id = ${orgId}`);
  return rows;
}
