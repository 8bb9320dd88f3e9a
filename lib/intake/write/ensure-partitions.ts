import "server-only";
import { sql } from "drizzle-orm";
import { inTenant } from "@/lib/server/tenant-access";

/**
 * Makes the monthly partitions that are missing, in a transaction of its own; empty ones that an interrupted import leaves behind
 * are harmless. @param months "2025-03"; only these, so that one slip of a year does not open the years between
 */
export async function ensurePartitions(orgId: string, parent: string, months: ReadonlySet<string>): Promise<void> {
  const names = [...months];
  await inTenant(orgId, async (tx) => {
    const missing = await tx.execute<{ month: string }>(sql`
      select m as month from unnest(${sql.param(names)}::text[]) m
      where to_regclass(${parent} || '_' || replace(m, '-', '_')) is null`);
    for (const { month } of missing.rows) {
      const first = `${month}-01`;
      await tx.execute(sql`select ensure_month_partitions(${parent}, ${first}::date, ${first}::date)`);
    }
  });
}
