import "server-only";
import { randomUUID } from "node:crypto";
import { runSignalsLater } from "@/lib/evidence/signals/run-signals-later";
import { prepareAnew } from "@/lib/prepared/prepare-later";
import { inTenant } from "@/lib/server/tenant-access";
import { arrangeFiles } from "./arrange-files";
import type { BatchReport, IncomingFile } from "./batch-report";
import { prepareBatches } from "./batches";
import { dryRunFiles } from "./dry-run-files";
import { emptyReport } from "./empty-report";
import { importOneFile } from "./import-one-file";
import { inImportSlot } from "./import-slots";
import { settleRollups } from "./settle-rollups";
import { freezeWhatCameIn } from "./study/frozen-cohort";
import { takeParkedRows } from "./take-parked-rows";

export type ImportRequest = {
  orgId: string;
  /** Null for a script. */
  userId: string | null;
  files: readonly IncomingFile[];
  /** Files handed in together; a repeated import of the same upload goes on where it was interrupted. */
  uploadId?: string | undefined;
  /** Say what would change, and change nothing. */
  dryRun?: boolean | undefined;
  /** Take a people.csv that ends the employment of more than a fifth of the people. */
  confirmLargeExit?: boolean | undefined;
  /** For a study without people.csv: whoever a file names is taken as a person; likewise KPIs without kpis.csv. */
  createMissingPeople?: boolean | undefined;
  /** Leave the rollups alone: for an organisation that is evaluated once and thrown away. */
  withoutRollups?: boolean | undefined;
  /** The day people.csv speaks of (YYYY-MM-DD). Default: today. */
  asOf?: string | undefined;
  onProgress?: ((progress: { fileName: string; bytes: number; bytesRead: number; rows: number }) => void) | undefined;
};

/**
 * Takes study-format files into an organisation, each as a batch that is all or nothing, in the order in which they build on each
 * other. Rows that do not fit are rejected with line, column and reason; rows about unknown people are parked and taken in once a
 * people.csv or accounts.csv names them. The same file again changes nothing. Checks no permission: `import-upload` and the scripts do.
 * @returns one report per file, and one per earlier file whose parked rows could now be taken in.
 */
export async function importFiles(request: ImportRequest): Promise<BatchReport[]> {
  return inImportSlot(async () => {
    const files = await arrangeFiles(request.files);
    if (request.dryRun) return dryRunFiles(request, files);
    const uploadId = request.uploadId ?? randomUUID();
    const batches = await prepareBatches(request.orgId, uploadId, request.userId, files);
    const reports: BatchReport[] = [];
    for (const [at, file] of files.entries()) {
      const batch = batches[at];
      reports.push(batch ? await importOneFile(request, file, batch) : undecided(file));
    }
    if (
      reports.some(({ kind, added, corrected }) => (kind === "people" || kind === "accounts") && added + corrected > 0)
    ) {
      reports.push(...(await takeParkedRows(request, uploadId)));
    }
    if (!request.withoutRollups) {
      await settleRollups(request.orgId);
      await inTenant(request.orgId, async (tx) => {
        await freezeWhatCameIn(tx, request.orgId);
        if (reports.some(({ kind }) => kind === "work_events" || kind === "kpi"))
          await runSignalsLater(tx, request.orgId);
        await prepareAnew(tx, request.orgId);
      });
    }
    return reports;
  });
}

function undecided(file: Awaited<ReturnType<typeof arrangeFiles>>[number]): BatchReport {
  const error =
    file.kinds.length === 0
      ? "Neither name nor header tell what this file is"
      : `This file could be ${file.kinds.join(" or ")}. Choose one`;
  return { ...emptyReport(file), status: "refused", error };
}
