import "server-only";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type FileKind, importBatches } from "@/db/schema/imports";
import { type UploadedFile, type UploadProgress, type UploadStatus, uploads } from "@/db/schema/uploads";
import { query } from "@/lib/server/tenant-access";
import type { BatchReport } from "./batch-report";

export type UploadFile = {
  id: string;
  name: string;
  bytes: number;
  /** Null where it is open. */
  kind: FileKind | null;
  couldBe: FileKind[];
  /** Belongs to an initiative that nothing in the upload names. */
  needsInitiative: boolean;
  initiativeCode: string | null;
  /** When exactly these bytes were taken in before, as ISO time. */
  takenBefore: string | null;
};

export type Upload = {
  id: string;
  status: UploadStatus;
  files: UploadFile[];
  progress: UploadProgress | null;
  reports: BatchReport[] | null;
  error: string | null;
  createdAt: string;
};

/** One upload as the browser follows it, or null when there is none (any more) in this organisation. */
export const readUpload = query("data.import", async (tx, uploadId: string): Promise<Upload | null> => {
  const [upload] = await tx.select().from(uploads).where(eq(uploads.id, uploadId));
  if (!upload) return null;
  const before = await takenBefore(tx, uploadId, upload.files);
  return {
    id: upload.id,
    status: upload.status,
    files: describeFiles(upload.files, before),
    progress: upload.progress,
    reports: upload.reports as BatchReport[] | null,
    error: upload.error,
    createdAt: upload.createdAt.toISOString(),
  };
});

async function takenBefore(tx: Tx, uploadId: string, files: UploadedFile[]): Promise<Map<string, string>> {
  if (files.length === 0) return new Map();
  const hashes = files.map(({ sha256 }) => sha256);
  const rows = await tx
    .select({
      sha256: importBatches.sha256,
      at: sql<Date>`max(${importBatches.finishedAt})`.mapWith(importBatches.finishedAt),
    })
    .from(importBatches)
    .where(
      and(
        inArray(importBatches.sha256, hashes),
        eq(importBatches.status, "done"),
        isNull(importBatches.undoneAt),
        ne(importBatches.uploadId, uploadId),
      ),
    )
    .groupBy(importBatches.sha256);
  return new Map(rows.map(({ sha256, at }) => [sha256, at.toISOString()]));
}

function describeFiles(files: UploadedFile[], before: Map<string, string>): UploadFile[] {
  const described = files.map((file) => {
    const kind = file.kind ?? (file.couldBe.length === 1 ? (file.couldBe[0] ?? null) : null);
    return { ...file, kind };
  });
  const studies = described.filter(({ kind }) => kind === "study").map(({ name }) => folderOf(name));
  const isOneStudy = studies.length === 1 && described.every(({ name }) => folderOf(name) === "");
  return described.map(({ id, name, bytes, kind, couldBe, initiativeCode, sha256 }) => ({
    id,
    name,
    bytes,
    kind,
    couldBe,
    needsInitiative: kind === "cohort" && !studies.includes(folderOf(name)) && !isOneStudy,
    initiativeCode: initiativeCode ?? null,
    takenBefore: before.get(sha256) ?? null,
  }));
}

const folderOf = (name: string) => name.split("/").slice(0, -1).join("/");
