import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ratingScales } from "@/db/schema/taxonomy-versions";
import type { Scale } from "./mapping";
import { presetOf } from "./presets";

export type ScaleInUse = Scale & { id: string; name: string; kind: "points" | "percentile" };

/**
 * The scales that are named, by name in lower case, each in its latest version. A preset named for the first time becomes version 1, so that
 * what is read by it can say so.
 */
export async function scalesInUse(tx: Tx, orgId: string, names: readonly string[]): Promise<Map<string, ScaleInUse>> {
  const found = new Map<string, ScaleInUse>();
  const stored = await tx
    .select({ scale: ratingScales, key: sql<string>`lower(${ratingScales.name})` })
    .from(ratingScales)
    .where(eq(ratingScales.orgId, orgId))
    .orderBy(ratingScales.version);
  const latest = new Map(stored.map(({ scale, key }) => [key, scale]));
  for (const name of new Set(names.map((one) => one.toLowerCase()))) {
    const known = latest.get(name);
    const preset = presetOf(name);
    if (known) found.set(name, known);
    else if (preset) {
      const { about: _about, ...values } = preset;
      const [added] = await tx
        .insert(ratingScales)
        .values({ orgId, version: 1, ...values })
        .returning();
      if (added) found.set(name, added);
    }
  }
  return found;
}
