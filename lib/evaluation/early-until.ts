import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "./plan";
import { valuesOf } from "./values-sql";
import type { Windows } from "./windows";

/**
 * The last day of the follow-up window while it is still open: today lies before it, and the data do not reach it either
 * (another whole period would fit in). Null once it is over.
 */
export async function earlyUntil(tx: Tx, plan: Plan, windows: Windows, today: string): Promise<string | null> {
  const until = windows.followUp?.to ?? null;
  if (until === null || today >= until || !plan.primary) return null;
  const { source, where } = await valuesOf(tx, plan, plan.primary);
  const step = plan.period === "quarter" ? "3 months" : `1 ${plan.period}`;
  const { rows } = await tx.execute<{ complete: boolean | null }>(
    sql`select (max(k.ends_on) + ${step}::interval)::date > ${until}::date as complete from ${source} where ${where}`,
  );
  return rows[0]?.complete ? null : until;
}
