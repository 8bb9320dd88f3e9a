import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addMonths } from "@/lib/metrics/period";

/** Months from the first day of `start` up to and not including `end`, "YYYY-MM-01". */
export type WorkPeriod = { start: string; end: string };

/** All figures under /work are of so many months: long enough for rare tasks, short enough to be about now. */
export const workMonths = 6;

/**
 * The last months of work on file, up to and including the last one somebody did a recorded job or asked for help in. Null where there are
 * neither.
 */
export async function readWorkPeriod(tx: Tx, orgId: string): Promise<WorkPeriod | null> {
  const { rows } = await tx.execute<{ last: string | null }>(sql`
    select greatest(
      (select month from person_months where org_id = ${orgId} and jobs > 0 order by month desc limit 1),
      (select date_trunc('month', max(asked_at) at time zone 'UTC')::date from help_requests where org_id = ${orgId})
    )::text as last`);
  const last = rows[0]?.last;
  if (!last) return null;
  const end = addMonths(last, 1);
  return { start: addMonths(end, -workMonths), end };
}
