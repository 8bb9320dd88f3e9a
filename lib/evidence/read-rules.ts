import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceRules } from "@/db/schema/evidence";
import { defaultRules, type EvidenceRules } from "./rules";

/** The rules in force; version 0 is the defaults of this code. */
export async function readRules(tx: Tx, orgId: string): Promise<{ version: number; rules: EvidenceRules }> {
  const [row] = await tx
    .select({ version: evidenceRules.version, rules: evidenceRules.rules })
    .from(evidenceRules)
    .where(eq(evidenceRules.orgId, orgId))
    .orderBy(desc(evidenceRules.version))
    .limit(1);
  if (!row) return { version: 0, rules: defaultRules };
  // A setting that came later than the row takes its default.
  return { version: row.version, rules: { ...defaultRules, ...(row.rules as Partial<EvidenceRules>) } };
}
