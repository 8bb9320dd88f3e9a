import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { shareLinks } from "@/db/schema/sharing";
import { may } from "@/lib/access/policy";
import { mostListed } from "@/lib/most-listed";
import { query } from "@/lib/server/tenant-access";

export type SharedLink = {
  id: string;
  label: string;
  report: string;
  by: string | null;
  state: "open" | "expired" | "revoked";
  /** Moments as ISO strings. */
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  openings: number;
  lastOpenedAt: string | null;
};
/** `everybodys`: an administrator sees those of all; `total`: how many there are, listed or not. */
export type SharedLinks = { links: SharedLink[]; everybodys: boolean; total: number };

/** Links the viewer made, or that anybody made, those that work first, then the newest, as many as a list holds. The address itself is not among what is kept. */
export const readLinks = query("report.share", async (tx, now: Date, viewer): Promise<SharedLinks> => {
  const { orgId, userId, roles } = viewer;
  const everybodys = may(roles, "user.manage");
  const theirs = and(eq(shareLinks.orgId, orgId), everybodys ? undefined : eq(shareLinks.createdBy, userId ?? orgId));
  const rows = await tx
    .select({
      id: shareLinks.id,
      label: shareLinks.title,
      report: sql<string>`${shareLinks.document}->>'title'`,
      by: users.name,
      createdAt: shareLinks.createdAt,
      expiresAt: shareLinks.expiresAt,
      revokedAt: shareLinks.revokedAt,
      openings: shareLinks.openings,
      lastOpenedAt: shareLinks.lastOpenedAt,
    })
    .from(shareLinks)
    .leftJoin(users, and(eq(users.orgId, shareLinks.orgId), eq(users.id, shareLinks.createdBy)))
    .where(theirs)
    .orderBy(
      desc(sql`${shareLinks.revokedAt} is null and ${shareLinks.expiresAt} > ${now.toISOString()}`),
      desc(shareLinks.createdAt),
      desc(shareLinks.id),
    )
    .limit(mostListed);
  return {
    everybodys,
    total: await tx.$count(shareLinks, theirs),
    links: rows.map(({ createdAt, expiresAt, revokedAt, lastOpenedAt, ...row }) => ({
      ...row,
      state: revokedAt ? "revoked" : expiresAt <= now ? "expired" : "open",
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
    })),
  };
});
