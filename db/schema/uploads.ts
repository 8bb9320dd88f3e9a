import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { FileKind } from "./imports";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

export const uploadStatuses = ["received", "checking", "checked", "importing", "done", "failed"] as const;
export type UploadStatus = (typeof uploadStatuses)[number];

/** A file as it lies in the upload's folder, under its id. `name` is its path in the folder it was dropped from. */
export type UploadedFile = {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
  /** What name and header allow; exactly one where they leave nothing open. */
  couldBe: FileKind[];
  /** What the user chose where name, header and study.json leave it open. */
  kind?: FileKind | undefined;
  initiativeCode?: string | undefined;
};

export type UploadProgress = { file: string; bytesRead: number; bytes: number; rows: number };

/** Files handed in together in the browser, on their way from reception through a dry run to the import. */
export const uploads = pgTable(
  "uploads",
  {
    id: id(),
    orgId: orgId(),
    status: text("status", { enum: uploadStatuses }).notNull(),
    files: jsonb("files").$type<UploadedFile[]>().notNull(),
    progress: jsonb("progress").$type<UploadProgress>(),
    /** What the last step found, file by file: of the dry run when checked, of the import when done. */
    reports: jsonb("reports").$type<unknown[]>(),
    confirmLargeExit: boolean("confirm_large_exit").notNull().default(false),
    /** Why the last step could not be finished, as a sentence. */
    error: text("error"),
    startedBy: uuid("started_by"),
    createdAt: createdAt(),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "uploads_pk", columns: [t.orgId, t.id] }),
    index("uploads_created").on(t.orgId, t.createdAt),
    tenantOnly(),
  ],
);
