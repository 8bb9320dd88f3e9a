import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { type Heirs, heirsOf } from "@/lib/skills/tree/follow-heirs";
import { storedChanges } from "./stored";

/** What a version merged into what. */
export async function readVersionHeirs(tx: Tx, orgId: string, number: number): Promise<Heirs> {
  const [version] = await tx
    .select({ changes: taxonomyVersions.changes })
    .from(taxonomyVersions)
    .where(and(eq(taxonomyVersions.orgId, orgId), eq(taxonomyVersions.number, number)));
  return heirsOf(storedChanges(version?.changes ?? []));
}
