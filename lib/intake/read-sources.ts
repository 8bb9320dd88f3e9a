import "server-only";
import { sql } from "drizzle-orm";
import type { FileKind } from "@/db/schema/imports";
import { query } from "@/lib/server/tenant-access";

export type Source = {
  kind: FileKind;
  files: number;
  lastImport: Date;
  /** The name of the file that came last. */
  lastFile: string;
  /** The last day any row speaks of (YYYY-MM-DD); null for kinds without a time. */
  newestFact: string | null;
  /** Rows that were taken in, corrections not counted twice. */
  added: number;
  rejected: number;
  waiting: number;
};

/** What feeds the organisation, kind by kind, from every file that was taken in and not undone. */
export const readSources = query("data.read", async (tx, _input: null): Promise<Source[]> => {
  const { rows } = await tx.execute<Omit<Source, "lastImport"> & { lastImport: string }>(sql`
    select b.kind, count(*)::int as files, max(b.finished_at) as "lastImport", (array_agg(b.file_name order by b.finished_at desc, b.id))[1] as "lastFile", max(b.covers_to) as "newestFact",
      sum(b.added)::float8 as added, sum(b.rejected)::float8 as rejected,
      (select count(*)::int from parked_rows p where p.org_id = b.org_id and p.kind = b.kind and p.resolved_at is null
        and exists (select from import_batches o where o.org_id = p.org_id and o.id = p.batch_id and o.status = 'done')) as waiting
    from import_batches b where b.status = 'done' group by b.org_id, b.kind`);
  return rows.map((row) => ({ ...row, lastImport: new Date(row.lastImport) }));
});
