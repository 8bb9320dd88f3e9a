import "server-only";
import { and, eq, sql } from "drizzle-orm";
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
  for (const name of new Set(names.map((one) => one.toLowerCase()))) {
    const [stored] = await tx
      .select()
      .from(ratingScales)
      .where(and(eq(ratingScales.orgId, orgId), eq(sql`lower(${ratingScales.name})`, name)))
      .orderBy(sql`${ratingScales.version} desc`)
      .limit(1);
    const preset = presetOf(name);
    if (stored) found.set(name, stored);
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
