import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { kpiValuesOf } from "./panel-sql";
import type { Plan } from "./plan";
import type { Windows } from "./windows";

/**
 * The last day of the follow-up window while it is still open: today lies before it, and the data do not reach it either
 * (another whole period would fit in). Null once it is over.
 */
export async function earlyUntil(tx: Tx, plan: Plan, windows: Windows, today: string): Promise<string | null> {
  const until = windows.followUp?.to ?? null;
  if (until === null || today >= until || !plan.primary) return null;
  const { values } = await kpiValuesOf(tx, plan.primary);
  const step = plan.period === "quarter" ? "3 months" : `1 ${plan.period}`;
  const { rows } = await tx.execute<{ complete: boolean | null }>(
    sql`select (max(ends_on) + ${step}::interval)::date > ${until}::date as complete from (${values}) v`,
  );
  return rows[0]?.complete ? null : until;
}
