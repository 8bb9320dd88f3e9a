import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

const manyRows = 10_000;

/** Call before statements over many rows: what they are joined with may be new, and then Postgres does not know its size. */
export async function learnSizes(tx: Tx, rows: number): Promise<void> {
  if (rows >= manyRows) await tx.execute(sql`select learn_sizes()`);
}
