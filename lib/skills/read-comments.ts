import "server-only";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import { taxonomyComments } from "@/db/schema/taxonomy-versions";
import { query } from "@/lib/server/tenant-access";

export type Comment = {
  id: string;
  nodeId: string;
  text: string;
  writtenBy: string | null;
  writtenAt: Date;
  settledBy: string | null;
  settledAt: Date | null;
};

/** Comments on a node, or on all of them, oldest first. Names stand in the place of users. */
export const readComments = query(
  "skill.comment",
  async (tx, { nodeId }: { nodeId?: string | undefined }, { orgId }): Promise<Comment[]> => {
    const writer = alias(users, "writer");
    const settler = alias(users, "settler");
    return tx
      .select({
        id: taxonomyComments.id,
        nodeId: taxonomyComments.nodeId,
        text: taxonomyComments.text,
        writtenBy: writer.name,
        writtenAt: taxonomyComments.writtenAt,
        settledBy: settler.name,
        settledAt: taxonomyComments.settledAt,
      })
      .from(taxonomyComments)
      .leftJoin(writer, and(eq(writer.orgId, taxonomyComments.orgId), eq(writer.id, taxonomyComments.writtenBy)))
      .leftJoin(settler, and(eq(settler.orgId, taxonomyComments.orgId), eq(settler.id, taxonomyComments.settledBy)))
      .where(and(eq(taxonomyComments.orgId, orgId), nodeId ? eq(taxonomyComments.nodeId, nodeId) : undefined))
      .orderBy(asc(taxonomyComments.writtenAt), asc(taxonomyComments.id))
      .limit(2_000);
  },
);

/** By node, how many comments nobody has settled. */
export async function countOpenComments(tx: Tx, orgId: string): Promise<Record<string, number>> {
  const rows = await tx
    .select({ nodeId: taxonomyComments.nodeId, open: count() })
    .from(taxonomyComments)
    .where(and(eq(taxonomyComments.orgId, orgId), isNull(taxonomyComments.settledAt)))
    .groupBy(taxonomyComments.nodeId);
  return Object.fromEntries(rows.map(({ nodeId, open }) => [nodeId, open]));
}
