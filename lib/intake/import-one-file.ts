import "server-only";
import { eq, sql } from "drizzle-orm";
import { importBatches } from "@/db/schema/imports";
import { DomainError } from "@/lib/errors";
import { toPublicError } from "@/lib/server/public-error";
import { leaveTrace } from "@/lib/server/tenant-access";
import type { ArrangedFile } from "./arrange-files";
import type { BatchReport } from "./batch-report";
import { failInterrupted, noteBatch } from "./batches";
import { emptyReport } from "./empty-report";
import type { ImportRequest } from "./import-files";
import { inImport } from "./in-import";
import { progressOf } from "./progress";
import { startMerge } from "./start-merge";
import { takeFile } from "./take-file";
import type { Setting, Taken } from "./take-rows";

type Batch = typeof importBatches.$inferSelect;

/** Imports one file as one transaction: all of it with its rollups, batch and audit row, or nothing. */
export async function importOneFile(request: ImportRequest, file: ArrangedFile, batch: Batch): Promise<BatchReport> {
  const report = { ...emptyReport(file), batchId: batch.id, kind: batch.kind };
  if (batch.status === "done" || batch.status === "undone")
    return { ...report, ...countsOf(batch), status: batch.status };
  return runBatch(request, batch, report, (setting) => takeFile(setting, file, batch.kind));
}

type Take = (setting: Setting) => Promise<Taken & { columns: string[] }>;

/** Runs a batch: `take` in a transaction under the import lock, the batch's progress and end around it. */
export async function runBatch(
  request: ImportRequest,
  batch: Batch,
  report: BatchReport,
  take: Take,
): Promise<BatchReport> {
  const { orgId, userId } = request;
  const { fileName, bytes, kind } = batch;
  const progress = progressOf(orgId, batch.id, (bytesRead, rows) =>
    request.onProgress?.({ fileName, bytes, bytesRead, rows }),
  );
  try {
    return await inImport(orgId, async (tx, client) => {
      await failInterrupted(orgId, batch.uploadId);
      await noteBatch(orgId, batch.id, { status: "running", startedAt: new Date(), finishedAt: null, error: null });
      const merge = startMerge(tx, request, batch.id, batch.initiativeCode);
      const taken = await take({ tx, client, merge, fileName, onProgress: progress.note });
      await progress.stop();
      const { faults, ...stored } = taken;
      const isRefused = kind === "study" && taken.rejected > 0;
      const status = isRefused ? ("refused" as const) : ("done" as const);
      const error = isRefused ? faultSentence(faults) : null;
      await tx
        .update(importBatches)
        .set({ ...stored, status, error, notices: merge.notices, bytesRead: bytes, finishedAt: sql`clock_timestamp()` })
        .where(eq(importBatches.id, batch.id));
      const counts = { rows: taken.rows, ...countsOf(taken) };
      await leaveTrace(tx, { orgId, userId }, "data.import", {
        subject: batch.id,
        detail: { kind, status, ...counts },
      });
      const difference = Object.fromEntries(merge.difference);
      return { ...report, ...counts, faults, status, error, notices: merge.notices, difference };
    });
  } catch (error) {
    await progress.stop();
    const status = error instanceof DomainError ? ("refused" as const) : ("failed" as const);
    const sentence = toPublicError(error).message;
    await noteBatch(orgId, batch.id, { status, error: sentence, finishedAt: new Date() });
    return { ...report, status, error: sentence, faults: fileFaults(fileName, error) };
  }
}

type Counts = Pick<Batch, "added" | "corrected" | "unchanged" | "rejected" | "parked">;

const countsOf = ({ added, corrected, unchanged, rejected, parked }: Counts) => ({
  added,
  corrected,
  unchanged,
  rejected,
  parked,
});

const faultSentence = (faults: BatchReport["faults"]) =>
  faults
    .slice(0, 5)
    .map(({ column, reason }) => (column ? `${column}: ${reason}` : reason))
    .join("; ");

/** A file refused as a whole, as a fault like any other, so that a caller lists them all in one way. */
export function fileFaults(file: string, error: unknown): BatchReport["faults"] {
  if (!(error instanceof DomainError)) return [];
  return [{ file, line: Number(error.fields.line?.[0] ?? 0), column: "", value: null, reason: error.message }];
}
