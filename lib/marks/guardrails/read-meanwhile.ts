import "server-only";
import { sql } from "drizzle-orm";
import { type Meanwhile, readLastHand } from "@/lib/marks/meanwhile";
import { metricKey } from "@/lib/metrics/metric-key";
import { query } from "@/lib/server/tenant-access";
import type { GuardrailSide, GuardrailTerms } from "./input";

/** How the audit log names a guardrail. */
export const guardrailSubject = ({ metric, side }: GuardrailSide) => `guardrail ${metric} ${side}`;

/** A guardrail as it stands, and who touched it last. */
export const readMeanwhile = query(
  "guardrail.set",
  async (tx, { metric, side }: GuardrailSide, { orgId }): Promise<Meanwhile<GuardrailTerms>> => {
    const key = metricKey(metric);
    const { rows } = await tx.execute<GuardrailTerms>(sql`
      select bound, because from guardrails where org_id = ${orgId} and metric = ${key} and side = ${side}`);
    return { now: rows[0] ?? null, by: await readLastHand(tx, orgId, guardrailSubject({ metric: key, side })) };
  },
);
