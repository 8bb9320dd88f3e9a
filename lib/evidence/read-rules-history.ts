import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { evidenceRules } from "@/db/schema/evidence";
import { query } from "@/lib/server/tenant-access";
import { defaultRules, type EvidenceRules } from "./rules";

export type RulesVersion = {
  version: number;
  rules: EvidenceRules;
  why: string | null;
  /** Null for the defaults, and for what no user did. */
  by: string | null;
  at: Date | null;
};

export type RulesHistory = {
  /** Newest first; the first is in force, the last the defaults (version 0). */
  versions: RulesVersion[];
  /** Skill states are still those of an earlier version. */
  pending: boolean;
};

/** The rules of evidence, every version of them. Whoever works under them may read them. */
export const readRulesHistory = query("skill.read", async (tx, _: null, { orgId }): Promise<RulesHistory> => {
  const rows = await tx
    .select({
      version: evidenceRules.version,
      rules: evidenceRules.rules,
      why: evidenceRules.why,
      by: users.name,
      at: evidenceRules.changedAt,
    })
    .from(evidenceRules)
    .leftJoin(users, and(eq(users.orgId, evidenceRules.orgId), eq(users.id, evidenceRules.changedBy)))
    .where(eq(evidenceRules.orgId, orgId))
    .orderBy(desc(evidenceRules.version));
  const versions = rows.map((row) => ({
    ...row,
    rules: { ...defaultRules, ...(row.rules as Partial<EvidenceRules>) },
  }));
  const { rows: found } = await tx.execute<{ pending: boolean }>(sql`
    select exists (select from pending_rollups where org_id = ${orgId} and source = 'skill') as pending`);
  return {
    versions: [...versions, { version: 0, rules: defaultRules, why: null, by: null, at: null }],
    pending: found[0]?.pending ?? false,
  };
});
