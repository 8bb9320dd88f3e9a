import "server-only";
import { eq, sql } from "drizzle-orm";
import { importBatches } from "@/db/schema/imports";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";

const atOnce = 5_000;

type RejectedFile = { fileName: string; columns: string[] };
type RejectedRow = { line: number; raw: Record<string, string>; column: string; reason: string };

/** The file whose rows were rejected and its header, or null when this organisation has no such batch. */
export const readRejectedFile = query("data.read", async (tx, batchId: string): Promise<RejectedFile | null> => {
  const [batch] = await tx
    .select({ fileName: importBatches.fileName, columns: importBatches.columns })
    .from(importBatches)
    .where(eq(importBatches.id, batchId));
  return batch ?? null;
});

/** Every rejected row of a batch, in the order of the file, once, with all that is wrong with it. Memory holds 5,000 at a time. */
export async function* readRejectedRows(viewer: Viewer, batchId: string): AsyncGenerator<RejectedRow[]> {
  for (let after = -1; ; ) {
    const rows = await readPage(viewer, { batchId, after });
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.line ?? after;
  }
}

const readPage = query("data.read", async (tx, { batchId, after }: { batchId: string; after: number }) => {
  const { rows } = await tx.execute<RejectedRow>(sql`
    select line, (array_agg(raw))[1] as raw,
      string_agg(nullif(column_name, ''), '; ' order by column_name) as column,
      string_agg(case when column_name = '' then reason else column_name || ': ' || reason end, '; ' order by column_name) as reason
    from rejected_rows where batch_id = ${batchId} and line > ${after}
    group by line order by line limit ${atOnce}`);
  return rows;
});
