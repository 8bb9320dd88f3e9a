import "server-only";
import { sql } from "drizzle-orm";
import { metricKey } from "@/lib/metrics/metric-key";
import { query } from "@/lib/server/tenant-access";
import type { GuardrailSide, GuardrailTerms } from "./input";

/** What became of a guardrail while somebody else was about to change it. */
export type Meanwhile = {
  /** How it stands now; null: it is gone. */
  now: GuardrailTerms | null;
  /** Who did it; null where nobody is known by that id any more. */
  by: string | null;
};

/** How the audit log names a guardrail. */
export const guardrailSubject = ({ metric, side }: GuardrailSide) => `guardrail ${metric} ${side}`;

/** A guardrail as it stands, and who touched it last. */
export const readMeanwhile = query(
  "guardrail.set",
  async (tx, { metric, side }: GuardrailSide, { orgId }): Promise<Meanwhile> => {
    const key = metricKey(metric);
    const { rows: standing } = await tx.execute<GuardrailTerms>(sql`
      select bound, because from guardrails where org_id = ${orgId} and metric = ${key} and side = ${side}`);
    const { rows: touched } = await tx.execute<{ by: string | null }>(sql`
      select u.name as by from audit_log l left join users u on u.org_id = l.org_id and u.id = l.actor_id
      where l.org_id = ${orgId} and l.subject = ${guardrailSubject({ metric: key, side })} order by l.at desc limit 1`);
    return { now: standing[0] ?? null, by: touched[0]?.by ?? null };
  },
);
