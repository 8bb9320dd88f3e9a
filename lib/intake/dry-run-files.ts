import "server-only";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { DomainError } from "@/lib/errors";
import type { ArrangedFile } from "./arrange-files";
import type { BatchReport } from "./batch-report";
import { emptyReport } from "./empty-report";
import type { ImportRequest } from "./import-files";
import { fileFaults } from "./import-one-file";
import { inImport } from "./in-import";
import { startMerge } from "./start-merge";
import { takeFile } from "./take-file";

/** Does everything an import does, files building on each other, in one transaction that is taken back. */
export async function dryRunFiles(request: ImportRequest, files: readonly ArrangedFile[]): Promise<BatchReport[]> {
  const reports: BatchReport[] = [];
  const undo = new Error("A dry run keeps nothing");
  await inImport(request.orgId, async (tx, client) => {
    for (const file of files) reports.push(await tryFile(tx, client, file));
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return reports;

  async function tryFile(
    tx: Tx,
    client: Parameters<Parameters<typeof inImport>[1]>[1],
    file: ArrangedFile,
  ): Promise<BatchReport> {
    const report = emptyReport(file);
    if (!report.kind) return { ...report, status: "refused", error: "Neither name nor header tell what this file is" };
    const { kind } = report;
    await dropWorkTables(tx);
    const merge = startMerge(tx, request, randomUUID(), file.code);
    try {
      const taken = await tx.transaction(async (inner) => {
        const onProgress = (bytesRead: number, rows: number) =>
          request.onProgress?.({ fileName: file.name, bytes: file.bytes, bytesRead, rows });
        merge.tx = inner;
        return takeFile({ tx: inner, client, merge, fileName: file.name, onProgress }, file, kind);
      });
      const { coversFrom, coversTo, columns, ...counted } = taken;
      const status = kind === "study" && taken.rejected > 0 ? ("refused" as const) : ("done" as const);
      return {
        ...report,
        ...counted,
        status,
        notices: merge.notices,
        difference: Object.fromEntries(merge.difference),
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...report, status: "refused", error: error.message, faults: fileFaults(file.name, error) };
    }
  }
}

/** Temp tables go when a transaction ends; here several files share one. */
async function dropWorkTables(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'r'`);
  for (const { name } of rows) await tx.execute(sql`drop table ${sql.identifier(name)}`);
}
