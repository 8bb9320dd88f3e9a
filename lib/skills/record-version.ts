import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { changesBetween } from "@/lib/skills/tree/apply-changes";
import type { Tree } from "@/lib/skills/tree/node";
import { readTaxonomyVersion } from "./read-taxonomy-version";
import { readTreeInForce } from "./read-tree-in-force";

/** What a version says of itself, beside its changes. */
export type VersionAbout = {
  origin: (typeof taxonomyVersions.$inferSelect)["origin"];
  note: string;
  /** A user; null for a program. */
  publishedBy: string | null;
  draftId?: string;
  batchId?: string;
  backTo?: number;
  /** When it was published, where that is not now: a history that is loaded, such as the demo's. */
  publishedAt?: Date;
};

/**
 * Writes down as the next version how the taxonomy in force differs from `before` (read by `readTreeInForce` ahead of the writing), in the
 * transaction that changed it. The number of the version, or null where nothing differs. The organisation's import lock must be held: it
 * keeps the numbers in a row.
 */
export async function recordVersion(
  tx: Tx,
  orgId: string,
  { before, ...about }: VersionAbout & { before: Tree },
): Promise<number | null> {
  const changes = changesBetween(before, await readTreeInForce(tx, orgId));
  if (changes.length === 0) return null;
  const number = ((await readTaxonomyVersion(tx, orgId)) ?? 0) + 1;
  await tx
    .insert(taxonomyVersions)
    .values({ ...about, orgId, number, changes, publishedAt: about.publishedAt ?? sql`now()` });
  return number;
}
