import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { changesBetween } from "@/lib/skills/tree/apply-changes";
import type { Tree } from "@/lib/skills/tree/node";
import { carryAlong } from "./publishing/carry-along";
import { heirsInForce } from "./publishing/heirs-in-force";
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

/** `countsOtherwise`: facts count for another skill or task than before, because nodes were merged or come back. */
type RecordedVersion = { number: number; countsOtherwise: boolean };

/**
 * Writes down as the next version how the taxonomy in force differs from `before` (read by `readTreeInForce` ahead of the writing), in the
 * transaction that changed it, and has what points to merged nodes follow (`carryAlong`). Null where nothing differs. The organisation's
 * import lock must be held: it keeps the numbers in a row.
 */
export async function recordVersion(
  tx: Tx,
  orgId: string,
  { before, ...about }: VersionAbout & { before: Tree },
): Promise<RecordedVersion | null> {
  const differing = changesBetween(before, await readTreeInForce(tx, orgId));
  if (differing.length === 0) return null;
  const gone = differing.flatMap(({ id, after }) => (after ? [] : [id]));
  const heirs = gone.length > 0 ? await heirsInForce(tx, orgId, gone) : new Map<string, string>();
  const changes = differing.map((change) => {
    const heir = heirs.get(change.id);
    return heir ? { ...change, heir } : change;
  });
  const number = ((await readTaxonomyVersion(tx, orgId)) ?? 0) + 1;
  const { followed, countsOtherwise } = await carryAlong(tx, orgId, { number, backTo: about.backTo, changes });
  await tx
    .insert(taxonomyVersions)
    .values({ ...about, orgId, number, changes, followed, publishedAt: about.publishedAt ?? sql`now()` });
  return { number, countsOtherwise };
}
