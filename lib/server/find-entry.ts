import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import { openAgain } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import type { Trace } from "./tenant-access";

type EntryTable = PgTable & { id: AnyPgColumn; orgId: AnyPgColumn };

type Asked<Table extends EntryTable> = {
  table: Table;
  /** The column that holds who wrote the row; null where none does and the audit log tells it by the row's id. */
  madeBy: (keyof Table["$inferSelect"] & string) | null;
  /** The id the form made, and what it holds, as the row holds it. */
  entry: { id: string } & Partial<Table["$inferInsert"]>;
};

/**
 * The row that what a form sends became before, because its answer was lost or it was sent twice; null where it is new. Whoever sends the same at
 * the same moment waits for the first. A row that is found is answered as it was the first time: nothing is written, and nothing left in the audit log.
 * @throws DomainError `invalid-input` for the id of somebody else's row, and `conflict` where the row does not hold what is sent
 */
export async function findEntry<Table extends EntryTable>(
  tx: Tx,
  { orgId, userId }: Pick<Viewer, "orgId" | "userId">,
  trace: Trace,
  { table, madeBy, entry }: Asked<Table>,
): Promise<Table["$inferSelect"] | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`entry ${orgId} ${entry.id}`}, 0))`);
  const [row] = await tx
    .select()
    .from(table as PgTable)
    .where(and(eq(table.orgId, orgId), eq(table.id, entry.id)));
  if (!row) return null;
  const author = madeBy ? row[madeBy] : await readFirstHand(tx, orgId, entry.id);
  if (author !== userId) {
    throw new DomainError("invalid-input", "Some fields need another look", { entryId: [openAgain] });
  }
  if (!Object.entries(entry).every(([name, value]) => isDeepStrictEqual(plain(row[name]), plain(value)))) {
    throw keptOtherwise();
  }
  trace.isRepeat = true;
  return row;
}

/** What was sent before and is sent again changed: it was kept as it came first. */
export const keptOtherwise = () =>
  new DomainError(
    "conflict",
    "This was kept already, as you first sent it. Load the page again to change it; what you send now is kept as another one",
  );

/** With an id of its own where no form made one. */
export const withEntryId = <Input extends object>(raw: Input) => ({ entryId: randomUUID(), ...raw });

async function readFirstHand(tx: Tx, orgId: string, id: string): Promise<string | null> {
  const [first] = await tx
    .select({ actorId: auditLog.actorId })
    .from(auditLog)
    .where(and(eq(auditLog.orgId, orgId), eq(auditLog.subject, id)))
    .orderBy(asc(auditLog.at))
    .limit(1);
  return first?.actorId ?? null;
}

/** As JSON keeps it: nothing is null, and a moment its text. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
