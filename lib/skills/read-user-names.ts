import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import type { TaxonomyNode } from "@/lib/skills/tree/node";

/** Names of users by id. */
export async function readUserNames(
  tx: Tx,
  orgId: string,
  ids: Iterable<string | null | undefined>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === "string");
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.orgId, orgId), inArray(users.id, wanted)))
    .orderBy(asc(users.name), asc(users.id));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everybody who owns one of the nodes. */
export function ownersIn(nodes: Iterable<TaxonomyNode>): string[] {
  return [...nodes].flatMap((node) => ("ownerId" in node && node.ownerId ? [node.ownerId] : []));
}
