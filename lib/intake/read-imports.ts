import "server-only";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/access";
import { importBatches } from "@/db/schema/imports";
import { query } from "@/lib/server/tenant-access";

const perPage = 50;

/** As precise as the time that stands in an address. */
const began = sql<Date>`date_trunc('milliseconds', ${importBatches.startedAt})`.mapWith(importBatches.startedAt);

const undoers = alias(users, "undoers");

const shown = {
  id: importBatches.id,
  kind: importBatches.kind,
  fileName: importBatches.fileName,
  initiativeCode: importBatches.initiativeCode,
  status: importBatches.status,
  rows: importBatches.rows,
  added: importBatches.added,
  corrected: importBatches.corrected,
  unchanged: importBatches.unchanged,
  rejected: importBatches.rejected,
  parked: importBatches.parked,
  error: importBatches.error,
  notices: importBatches.notices,
  startedAt: began,
  startedBy: users.name,
  undoneAt: importBatches.undoneAt,
  undoneBy: undoers.name,
};

type Page = { before?: { at: Date; id: string } | undefined };

/** Files taken in, newest first, fifty at a time; `next` is where the page after this one begins, or null. */
export const readImports = query("data.read", async (tx, { before }: Page) => {
  const rows = await tx
    .select(shown)
    .from(importBatches)
    .leftJoin(users, eq(users.id, importBatches.startedBy))
    .leftJoin(undoers, eq(undoers.id, importBatches.undoneBy))
    .where(
      before &&
        or(
          lt(began, before.at.toISOString()),
          and(eq(began, before.at.toISOString()), lt(importBatches.id, before.id)),
        ),
    )
    .orderBy(desc(began), desc(importBatches.id))
    .limit(perPage + 1);
  const batches = rows.slice(0, perPage);
  const last = rows.length > perPage ? batches.at(-1) : undefined;
  return { batches, next: last ? { at: last.startedAt, id: last.id } : null };
});

export type ImportedBatch = Awaited<ReturnType<typeof readImports>>["batches"][number];
