import "server-only";
import { and, desc, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import type { Tree } from "@/lib/skills/tree/node";
import { asDescribed } from "@/lib/skills/tree/same-node";
import { readTreeInForce } from "./read-tree-in-force";
import { storedChanges } from "./stored";

/**
 * The taxonomy as version `number` had it (0: before version 1): what is in force with every later change taken back. What is not versioned
 * (how often a task is done, how much it matters) is as it is today.
 */
export async function treeAt(tx: Tx, orgId: string, number: number, inForce?: Tree): Promise<Tree> {
  const today = inForce ?? (await readTreeInForce(tx, orgId));
  const later = await tx
    .select({ changes: taxonomyVersions.changes })
    .from(taxonomyVersions)
    .where(and(eq(taxonomyVersions.orgId, orgId), gt(taxonomyVersions.number, number)))
    .orderBy(desc(taxonomyVersions.number));
  const tree = new Map(today);
  for (const { changes } of later) {
    for (const { id, before } of storedChanges(changes)) {
      if (before) tree.set(id, asDescribed(before, today.get(id)));
      else tree.delete(id);
    }
  }
  return tree;
}
