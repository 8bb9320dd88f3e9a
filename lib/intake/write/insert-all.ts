import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isRepeat } from "@/lib/server/is-repeat";

/**
 * Tries an insert of `expected` rows that may all be new; where one of them is there already, everything is taken back. A first
 * import of a big file needs no more than this one attempt, and without `on conflict` each row goes down the index once.
 */
export async function insertAllOrNothing(tx: Tx, expected: number, insert: SQL): Promise<boolean> {
  await tx.execute(sql`savepoint everything_is_new`);
  try {
    const { rowCount } = await tx.execute(insert);
    if (rowCount !== expected) throw new Error(`${rowCount} of ${expected} staged rows would have been written`);
  } catch (error) {
    if (!isRepeat(error)) throw error;
    await tx.execute(sql`rollback to savepoint everything_is_new`);
    return false;
  }
  await tx.execute(sql`release savepoint everything_is_new`);
  return true;
}

export async function countStaged(tx: Tx, where = sql`true`): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from staged where ${where}`);
  return rows[0]?.n ?? 0;
}
