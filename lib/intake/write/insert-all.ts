import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Tries an `insert ... on conflict do nothing`; where it does not add exactly `expected` rows it is taken back. A first import of a
 * big file needs no more than this one attempt: each row is looked up in the index once, as it is inserted.
 */
export async function insertAllOrNothing(tx: Tx, expected: number, insert: SQL): Promise<boolean> {
  await tx.execute(sql`savepoint everything_is_new`);
  const { rowCount } = await tx.execute(insert);
  const isNew = rowCount === expected;
  await tx.execute(isNew ? sql`release savepoint everything_is_new` : sql`rollback to savepoint everything_is_new`);
  return isNew;
}

export async function countStaged(tx: Tx, where = sql`true`): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from staged where ${where}`);
  return rows[0]?.n ?? 0;
}

const manyRows = 10_000;

/** Call before many facts are inserted: their foreign keys are checked by a plan made from what Postgres knows of table sizes. */
export async function learnSizes(tx: Tx, rows: number): Promise<void> {
  if (rows >= manyRows) await tx.execute(sql`select learn_sizes()`);
}
