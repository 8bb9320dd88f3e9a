import "server-only";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { evidenceRules } from "@/db/schema/evidence";
import { DomainError } from "@/lib/errors";
import { postponeSkillStates } from "@/lib/rollups/pending-rollups";
import { settleLater } from "@/lib/rollups/settle-later";
import { command } from "@/lib/server/tenant-access";
import { readRules } from "./read-rules";
import type { ChangeRules } from "./rules-input";

/**
 * Puts the next version of the rules of evidence in force. Skill states are computed anew by the worker. Throws `conflict` where another
 * version came in between, `invalid-input` where nothing would change.
 */
export const changeRules = command(
  "evidence.rule",
  async (tx, { rules, basedOn, why }: ChangeRules, viewer, trace): Promise<{ version: number }> => {
    const { orgId, userId } = viewer;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rules of evidence ${orgId}`}, 0))`);
    const inForce = await readRules(tx, orgId);
    if (inForce.version !== basedOn) {
      throw new DomainError(
        "conflict",
        `Version ${inForce.version} came in between. Open the page again, look at what changed and decide anew`,
      );
    }
    if (isDeepStrictEqual(rules, inForce.rules)) {
      throw new DomainError("invalid-input", "Nothing is different from the version in force");
    }
    const version = basedOn + 1;
    await tx.insert(evidenceRules).values({ orgId, version, rules, why, changedBy: userId });
    await postponeSkillStates(tx, orgId);
    await settleLater(tx, orgId);
    trace.detail = { version };
    return { version };
  },
);
