import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { digestSends, digests } from "@/db/schema/sharing";
import { query } from "@/lib/server/tenant-access";
import type { Digest } from "./digest";

/**
 * Notes that whoever a digest is for came from it, and says where its link leads: to a page the digest named, or to the list of digests. Null
 * where the sending is not the viewer's own. No row in the audit log: nothing is seen by opening it that its page would not show.
 */
export const openDigest = query(
  "digest.edit",
  async (tx, { sendId, to }: { sendId: string; to: string | undefined }, { orgId, userId }): Promise<string | null> => {
    const [found] = await tx
      .select({ document: digestSends.document })
      .from(digestSends)
      .innerJoin(digests, and(eq(digests.orgId, digestSends.orgId), eq(digests.id, digestSends.digestId)))
      .where(and(eq(digestSends.orgId, orgId), eq(digestSends.id, sendId), eq(digests.userId, userId ?? orgId)));
    if (!found) return null;
    await tx
      .update(digestSends)
      .set({ openedAt: sql`now()` })
      .where(and(eq(digestSends.orgId, orgId), eq(digestSends.id, sendId), isNull(digestSends.openedAt)));
    // What `deliver` has written.
    const sections = (found.document as Digest | null)?.sections ?? [];
    const named = sections.flatMap(({ href, items }) => [href, ...items.map((item) => item.href)]);
    if (to === "/") return "/";
    return named.find((href) => href === to) ?? "/me/digests";
  },
);
