import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roiScenarios } from "@/db/schema/money";
import { may } from "@/lib/access/policy";
import { DomainError } from "@/lib/errors";
import type { ConservativeRule } from "@/lib/money/conservative-rules";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { outOfBounds } from "./assumption-bounds";
import { buildCases } from "./build-cases";
import { type KeepScenario, keepScenarioInput, type RemoveScenario, removeScenarioInput } from "./case-input";

/** Another set of values that stands beside a case. */
export type KeptScenario = {
  id: string;
  name: string;
  /** By id of the assumption, or `effect <id of the line>`. */
  overrides: Record<string, number>;
  switchedOff: ConservativeRule[];
  by: string | null;
  byId: string | null;
  keptOn: string;
};

/** Scenarios of an initiative, the oldest first. */
export async function readScenarios(tx: Tx, orgId: string, initiativeId: string): Promise<KeptScenario[]> {
  const { rows } = await tx.execute<KeptScenario>(sql`
    select s.id, s.name, s.overrides, s.switched_off as "switchedOff", u.name as by, s.created_by as "byId",
      (s.created_at at time zone 'UTC')::date::text as "keptOn"
    from roi_scenarios s left join users u on u.org_id = s.org_id and u.id = s.created_by
    where s.org_id = ${orgId} and s.initiative_id = ${initiativeId} order by s.created_at, s.id`);
  return rows;
}

/**
 * Keeps a set of values beside a case, which stays as it is. Throws `not-found` for an initiative that has no case, `invalid-input` where a value is
 * of none of its assumptions or outside what it can be, and `conflict` where the name is taken.
 */
export const keepScenario = command(
  "scenario.keep",
  async (tx, raw: KeepScenario, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { initiativeId, name, overrides, switchedOff } = parseOrThrow(keepScenarioInput, raw);
    const [built] = await buildCases(tx, orgId, [initiativeId]);
    if (!built) throw new DomainError("not-found", "This initiative has no case any more");
    const known = new Set([...built.assumptions.map(({ id }) => id), ...built.lines.map(({ id }) => `effect ${id}`)]);
    if (Object.keys(overrides).some((key) => !known.has(key))) {
      throw new DomainError("invalid-input", "The case has changed meanwhile. Open it again; nothing was kept");
    }
    const alone = { low: null, high: null, alternatives: [] };
    if (built.assumptions.some(({ id, key }) => outOfBounds(key, { ...alone, value: overrides[id] ?? null }))) {
      throw new DomainError("invalid-input", "A value of it is outside what it can be");
    }
    const [row] = await tx
      .insert(roiScenarios)
      .values({ orgId, initiativeId, name, overrides, switchedOff, createdBy: userId })
      .onConflictDoNothing()
      .returning({ id: roiScenarios.id });
    if (!row) {
      const message = "There is a scenario of this name already";
      throw new DomainError("conflict", message, { name: [message] });
    }
    trace.subject = initiativeId;
    trace.detail = { change: "scenario kept", scenario: row.id, values: Object.keys(overrides).length, switchedOff };
    return row;
  },
);

/** Removes a scenario: one's own, or any by whoever may edit the case. Throws `not-found` and `forbidden`. */
export const removeScenario = command(
  "scenario.keep",
  async (tx, raw: RemoveScenario, { orgId, userId, roles }, trace): Promise<void> => {
    const { id } = parseOrThrow(removeScenarioInput, raw);
    const own = and(eq(roiScenarios.orgId, orgId), eq(roiScenarios.id, id));
    const [found] = await tx.select().from(roiScenarios).where(own).for("update");
    if (!found) throw new DomainError("not-found", "This scenario is not there any more");
    if (found.createdBy !== userId && !may(roles, "case.edit")) {
      throw new DomainError("forbidden", "Somebody else keeps this scenario");
    }
    await tx.delete(roiScenarios).where(own);
    trace.subject = found.initiativeId;
    trace.detail = { change: "scenario removed", scenario: id };
  },
);
