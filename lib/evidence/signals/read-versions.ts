import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type SignalDefinition, signalDefinition } from "./definition";
import type { SignalMonths } from "./signal-sql";

export type RuledMonths = {
  ruleId: string;
  behaviourId: string;
  version: number;
  definition: SignalDefinition;
  months: SignalMonths;
};

/**
 * Every version of the active rules with the months it rates: from its first month up to the first month of the next version, and never the
 * month that is not over. So a change leaves what was rated before as it was.
 */
export async function readRuledMonths(tx: Tx, orgId: string, today: string): Promise<RuledMonths[]> {
  const { rows } = await tx.execute<{ ruleId: string; behaviourId: string; version: number; definition: unknown }>(sql`
    select r.id as "ruleId", r.behaviour_id as "behaviourId", v.version, v.definition
    from signal_rules r join signal_rule_versions v on v.org_id = ${orgId} and v.rule_id = r.id and v.version <= r.version
    join behaviours b on b.org_id = ${orgId} and b.id = r.behaviour_id and b.retired_at is null
    where r.org_id = ${orgId} and r.status = 'active' order by r.id, v.version`);
  const thisMonth = `${today.slice(0, 7)}-01`;
  const read = rows.map((row) => ({ ...row, definition: signalDefinition.parse(row.definition) }));
  return read.flatMap((row, index) => {
    const next = read[index + 1];
    const until = next?.ruleId === row.ruleId ? `${next.definition.since}-01` : thisMonth;
    const months = { from: `${row.definition.since}-01`, until: until < thisMonth ? until : thisMonth };
    return months.from < months.until ? [{ ...row, months }] : [];
  });
}
