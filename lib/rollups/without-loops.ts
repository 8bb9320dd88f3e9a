import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Statements over many people join by hashing. Left to itself the planner loops: of rows this transaction wrote, of CTEs and of an
 * organisation that is new to it, it knows no size and expects a handful.
 */
export async function withoutLoops<Output>(tx: Tx, many: boolean, work: () => Promise<Output>): Promise<Output> {
  if (!many) return work();
  await tx.execute(sql`set local enable_nestloop = off`);
  const output = await work();
  await tx.execute(sql`set local enable_nestloop to default`);
  return output;
}
