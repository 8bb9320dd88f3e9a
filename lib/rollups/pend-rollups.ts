import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Source } from "@/lib/metrics/person-columns";

/** Notes months (YYYY-MM-01) of people whose facts of one source changed, for the next `takePendingRollups`. */
export async function pendRollups(
  tx: Tx,
  orgId: string,
  facts: readonly { personId: string; month: string }[],
  source: Source,
): Promise<void> {
  await tx.execute(sql`
    insert into pending_rollups (org_id, person_id, month, source)
    select distinct ${orgId}::uuid, f.person_id, f.month, ${source}
    from unnest(${sql.param(facts.map((fact) => fact.personId))}::uuid[], ${sql.param(facts.map((fact) => fact.month))}::date[])
      as f (person_id, month)
    on conflict do nothing`);
}
