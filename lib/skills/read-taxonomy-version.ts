import "server-only";
import { eq, max } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";

/** The number of the taxonomy in force; null before anything was published or imported. */
export async function readTaxonomyVersion(tx: Tx, orgId: string): Promise<number | null> {
  const [row] = await tx
    .select({ number: max(taxonomyVersions.number) })
    .from(taxonomyVersions)
    .where(eq(taxonomyVersions.orgId, orgId));
  return row?.number ?? null;
}
