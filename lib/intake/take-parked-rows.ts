import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { importBatches } from "@/db/schema/imports";
import { inTenant } from "@/lib/server/tenant-access";
import type { BatchReport } from "./batch-report";
import { emptyReport } from "./empty-report";
import { fileDefinitions } from "./files/all-files";
import type { ImportRequest } from "./import-files";
import { runBatch } from "./import-one-file";
import type { RowSource } from "./read/row-source";
import { takeRows } from "./take-rows";
import { logBefore } from "./write/log-changes";

type Batch = typeof importBatches.$inferSelect;

const atOnce = 5_000;

/** The parked rows of a batch whose person is known by now. */
const resolvable = (orgId: string, batchId: SQL) => sql`
  from parked_rows p where p.org_id = ${orgId} and p.batch_id = ${batchId} and p.resolved_at is null and exists (
    select from identities i where i.org_id = ${orgId} and (i.kind, i.value) in (
      ('employee_id', p.identity), ('email', lower(p.identity)), ('account', p.identity)))`;

/**
 * Takes in parked rows about people who are known by now, each earlier file's as a batch of its own, so that the history shows them
 * and each can be undone.
 */
export async function takeParkedRows(request: ImportRequest, uploadId: string): Promise<BatchReport[]> {
  const { orgId } = request;
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ id: string }>(sql`
      select b.id from import_batches b
      where b.status = 'done' and b.parked > 0 and exists (select ${resolvable(orgId, sql`b.id`)}) order by b.started_at`),
  );
  const reports: BatchReport[] = [];
  for (const { id } of rows) reports.push(await takeFrom(request, uploadId, id));
  return reports;
}

async function takeFrom(request: ImportRequest, uploadId: string, parkedBatchId: string): Promise<BatchReport> {
  const { orgId, userId } = request;
  const { original, batch } = await inTenant(orgId, async (tx) => {
    const [original] = await tx.select().from(importBatches).where(eq(importBatches.id, parkedBatchId));
    if (!original) throw new Error("A batch whose rows wait has gone");
    const { kind, sha256, initiativeCode } = original;
    const fileName = `${original.fileName} (parked rows)`;
    const values = {
      orgId,
      uploadId,
      startedBy: userId,
      kind,
      fileName,
      bytes: 0,
      sha256,
      initiativeCode,
      status: "waiting" as const,
    };
    const [batch] = await tx.insert(importBatches).values(values).returning();
    if (!batch) throw new Error("A batch was added and has gone");
    return { original, batch };
  });
  const { kind } = original;
  if (kind === "study") throw new Error("A plan names nobody, so none of it can wait");
  const report = emptyReport({ name: batch.fileName, kinds: [kind], code: original.initiativeCode });
  return runBatch(request, batch, { ...report, batchId: batch.id }, async (setting) => {
    const source = parkedSource(orgId, original);
    const taken = await takeRows(setting, fileDefinitions[kind], source);
    const { tx, merge } = setting;
    const resolved = sql`${resolvable(orgId, sql`${original.id}::uuid`)} and p.line not in (select line from outcomes where verdict = 'parked')`;
    await logBefore(
      merge,
      "parked_rows",
      sql`from parked_rows t where (t.batch_id, t.line) in (select p.batch_id, p.line ${resolved})`,
    );
    await tx.execute(sql`
      update parked_rows t set resolved_at = now()
      where t.org_id = ${orgId} and (t.batch_id, t.line) in (select p.batch_id, p.line ${resolved})`);
    return { ...taken, columns: source.header };
  });
}

/** Rows as they stood in the file, read by a connection of their own: the import's is taken up by COPY. */
function parkedSource(orgId: string, { id, columns }: Batch): RowSource {
  const names = columns.map((name, at) => name || `column ${at + 1}`);
  const readPage = (after: number) =>
    inTenant(orgId, (tx) =>
      tx.execute<{ line: number; raw: Record<string, string> }>(sql`
        select p.line, p.raw ${resolvable(orgId, sql`${id}::uuid`)} and p.line > ${after} order by p.line limit ${atOnce}`),
    );
  return {
    header: columns,
    async each(onRow, pause) {
      for (let after = -1; ; ) {
        const { rows } = await readPage(after);
        for (const { line, raw } of rows)
          onRow(
            names.map((name) => raw[name] ?? ""),
            line,
            null,
          );
        await pause(0);
        if (rows.length < atOnce) return;
        after = rows.at(-1)?.line ?? after;
      }
    },
  };
}
