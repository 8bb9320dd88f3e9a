import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { fileKinds } from "@/db/schema/imports";
import { uploads } from "@/db/schema/uploads";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { command } from "@/lib/server/tenant-access";
import { requireUpload } from "./require-upload";
import { removeUploadFolder } from "./upload-store";

export const uploadInput = z.object({ uploadId: z.uuid() });

export const checkUploadInput = uploadInput.extend({
  /** For files whose name, header and study.json leave something open. */
  choices: z
    .array(
      z.object({
        fileId: z.uuid(),
        kind: z.enum(fileKinds).optional(),
        initiativeCode: z.string().max(200).optional(),
      }),
    )
    .max(500),
  /** Take a people.csv that ends the employment of more than a fifth of the people. */
  confirmLargeExit: z.boolean(),
});

/**
 * Has the files gone through without keeping anything. Once more is harmless while it is under way.
 * @throws DomainError `not-found`, or `conflict` when they are being imported.
 */
export const checkUpload = command(
  "data.import",
  async (
    tx,
    { uploadId, choices, confirmLargeExit }: z.output<typeof checkUploadInput>,
    viewer,
    trace,
  ): Promise<void> => {
    const upload = await requireUpload(tx, uploadId);
    trace.subject = uploadId;
    trace.detail = { step: "check", confirmLargeExit };
    if (upload.status === "checking") return;
    if (upload.status === "importing" || upload.status === "done") {
      throw new DomainError("conflict", "These files have been imported, or are being imported, from another tab");
    }
    const chosen = new Map(choices.map(({ fileId, ...choice }) => [fileId, choice]));
    const files = upload.files.map((file) => ({ ...file, ...chosen.get(file.id) }));
    await tx
      .update(uploads)
      .set({ ...afresh("checking"), files, confirmLargeExit })
      .where(eq(uploads.id, uploadId));
    await enqueue(tx, viewer.orgId, uploadId);
  },
);

/**
 * Has checked files imported. The same upload is imported once, however often this is asked.
 * @throws DomainError `not-found`, or `conflict` when the files have not been checked.
 */
export const importUpload = command(
  "data.import",
  async (tx, { uploadId }: z.output<typeof uploadInput>, viewer, trace): Promise<void> => {
    const upload = await requireUpload(tx, uploadId);
    trace.subject = uploadId;
    trace.detail = { step: "import", confirmLargeExit: upload.confirmLargeExit };
    if (upload.status === "importing" || upload.status === "done") return;
    if (upload.status !== "checked") throw new DomainError("conflict", "These files have not been checked yet");
    await tx.update(uploads).set(afresh("importing")).where(eq(uploads.id, uploadId));
    await enqueue(tx, viewer.orgId, uploadId);
  },
);

/** Forgets an upload that was not imported, with its files. Gone already is as good. Throws `conflict` while it is worked on. */
export async function discardUpload(viewer: Viewer, input: z.output<typeof uploadInput>): Promise<void> {
  await forget(viewer, input);
  await removeUploadFolder(viewer.orgId, input.uploadId);
}

const forget = command(
  "data.import",
  async (tx, { uploadId }: z.output<typeof uploadInput>, _viewer, trace): Promise<void> => {
    trace.subject = uploadId;
    trace.detail = { step: "discard" };
    const [upload] = await tx.select().from(uploads).where(eq(uploads.id, uploadId)).for("update");
    if (upload && !["received", "checked", "failed"].includes(upload.status)) {
      throw new DomainError("conflict", "These files are being worked on, or were imported. Undo the import instead");
    }
    await tx.delete(uploads).where(eq(uploads.id, uploadId));
  },
);

const afresh = (status: "checking" | "importing") => ({
  status,
  error: null,
  progress: null,
  reports: null,
  changedAt: new Date(),
});

/** Part of the transaction: the step and its job come into being together, or neither. One import at a time per organisation. */
async function enqueue(tx: Tx, orgId: string, uploadId: string): Promise<void> {
  const payload = JSON.stringify({ orgId, uploadId });
  await tx.execute(sql`
    select public.enqueue_job('import-upload', ${payload}::json, ${`imports of ${orgId}`}, ${`upload ${uploadId}`})`);
}
