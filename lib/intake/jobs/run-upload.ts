import "server-only";
import { access } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type UploadProgress, uploads } from "@/db/schema/uploads";
import { DomainError } from "@/lib/errors";
import type { BatchReport } from "@/lib/intake/batch-report";
import { importFiles } from "@/lib/intake/import-files";
import { toPublicError } from "@/lib/server/public-error";
import { inTenant } from "@/lib/server/tenant-access";
import { fileOfUpload, removeUploadFolder } from "./upload-store";

type Upload = typeof uploads.$inferSelect;

const job = z.object({ orgId: z.uuid(), uploadId: z.uuid() });
const mostAttempts = 3;
const noteEvery = 300;

/**
 * The job behind "check" and "import": takes the upload through the step it stands in. Run again after a crash it goes on with the
 * files that were not finished; an upload that ended the server three times is given up.
 */
export async function runUpload(payload: unknown, attempts: number): Promise<void> {
  const { orgId, uploadId } = job.parse(payload);
  const [upload] = await inTenant(orgId, (tx) => tx.select().from(uploads).where(eq(uploads.id, uploadId)));
  if (upload?.status !== "checking" && upload?.status !== "importing") return;
  try {
    if (attempts > mostAttempts) {
      throw new DomainError(
        "conflict",
        "The server stopped three times at this step. Files before it are in the history",
      );
    }
    const reports = await run(upload);
    await finish(upload, { status: upload.status === "checking" ? "checked" : "done", reports });
    if (upload.status === "importing") await removeUploadFolder(orgId, uploadId);
  } catch (error) {
    await finish(upload, { status: "failed", error: toPublicError(error).message });
  }
}

async function run({ orgId, id: uploadId, startedBy: userId, status, files, confirmLargeExit }: Upload) {
  const incoming = files.map(({ id, name, kind, initiativeCode }) => ({
    name,
    path: fileOfUpload(orgId, uploadId, id),
    kind,
    initiativeCode,
  }));
  await Promise.all(incoming.map(({ path }) => access(path))).catch(() => {
    throw new DomainError("not-found", "The files are no longer on the server. Send them again");
  });
  const dryRun = status === "checking";
  const { note, settled } = noteProgress(orgId, uploadId);
  const request = { orgId, userId, uploadId, files: incoming, dryRun, confirmLargeExit };
  const reports = await importFiles({
    ...request,
    onProgress: ({ fileName: file, ...progress }) => note({ file, ...progress }),
  });
  await settled();
  return reports;
}

/** A few times a second, one write at a time; a picture that cannot be drawn does not end the import. */
function noteProgress(orgId: string, uploadId: string) {
  let last = 0;
  let writing: Promise<unknown> | null = null;
  const note = (progress: UploadProgress) => {
    if (writing || Date.now() - last < noteEvery) return;
    last = Date.now();
    const write = inTenant(orgId, (tx) => tx.update(uploads).set({ progress }).where(eq(uploads.id, uploadId)));
    writing = write
      .catch(() => {})
      .finally(() => {
        writing = null;
      });
  };
  return { note, settled: async () => void (await writing) };
}

type Finish = { status: "checked" | "done"; reports: BatchReport[] } | { status: "failed"; error: string };

/** Only from the step it was started in, so that two runs of one job cannot overwrite each other's end. */
async function finish({ orgId, id, status }: Upload, outcome: Finish): Promise<void> {
  await inTenant(orgId, (tx) =>
    tx
      .update(uploads)
      .set({ ...outcome, progress: null, changedAt: new Date() })
      .where(and(eq(uploads.id, id), eq(uploads.status, status))),
  );
}
