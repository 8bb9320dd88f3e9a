import "server-only";
import type { Tx } from "@/db/client";
import { kpis } from "@/db/schema/work";

/** Names of the organisation's KPIs by code. */
export async function readKpiNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.select({ code: kpis.code, name: kpis.name }).from(kpis);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
