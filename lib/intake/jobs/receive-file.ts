import "server-only";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { type UploadedFile, uploads } from "@/db/schema/uploads";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { arrangeFiles } from "@/lib/intake/arrange-files";
import { command, query } from "@/lib/server/tenant-access";
import { cleanName } from "./clean-name";
import type { IncomingFile } from "./file-route";
import { requireUpload } from "./require-upload";
import { fileOfUpload, storeBody } from "./upload-store";

const mostFiles = 500;

/**
 * Takes one file of an upload to disk and says what it is. A second file of the same name replaces the first.
 * @throws DomainError `not-found` for somebody else's upload, `conflict` when the upload is being checked or imported already,
 * `invalid-input` when the file is empty, too large or has no name.
 */
export async function receiveFile(
  viewer: Viewer,
  incoming: IncomingFile,
): Promise<{ uploadId: string; file: UploadedFile }> {
  const name = cleanName(incoming.name);
  await requireReception(viewer, incoming.uploadId);
  const uploadId = incoming.uploadId ?? randomUUID();
  const id = randomUUID();
  const path = fileOfUpload(viewer.orgId, uploadId, id);
  await storeBody(path, incoming.body);
  try {
    const [found] = await arrangeFiles([{ name, path }]);
    if (!found) throw new Error("One file was looked at and none was found");
    const file = { id, name, bytes: found.bytes, sha256: found.sha256, couldBe: found.kinds };
    const replaced = await noteFile(viewer, { uploadId, file, isNew: incoming.uploadId === null });
    for (const old of replaced) await rm(fileOfUpload(viewer.orgId, uploadId, old), { force: true });
    return { uploadId, file };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

const requireReception = query("data.import", async (tx, uploadId: string | null): Promise<void> => {
  if (uploadId) openForFiles(await requireUpload(tx, uploadId));
});

/** @returns the ids of files it takes the place of. */
const noteFile = command(
  "data.import",
  async (tx, input: { uploadId: string; file: UploadedFile; isNew: boolean }, viewer, trace): Promise<string[]> => {
    const { uploadId, file, isNew } = input;
    trace.subject = uploadId;
    trace.detail = { step: "received", bytes: file.bytes, sha256: file.sha256 };
    if (isNew) {
      const { orgId, userId: startedBy } = viewer;
      await tx.insert(uploads).values({ orgId, id: uploadId, status: "received", files: [file], startedBy });
      return [];
    }
    const upload = openForFiles(await requireUpload(tx, uploadId));
    const kept = upload.files.filter(({ name }) => name !== file.name);
    if (kept.length >= mostFiles) throw new DomainError("invalid-input", `At most ${mostFiles} files at once`);
    await tx
      .update(uploads)
      .set({ files: [...kept, file], changedAt: new Date() })
      .where(eq(uploads.id, uploadId));
    return upload.files.filter(({ name }) => name === file.name).map(({ id }) => id);
  },
);

function openForFiles(upload: typeof uploads.$inferSelect) {
  if (upload.status === "received") return upload;
  throw new DomainError("conflict", "These files are being worked on already. Send more files as another import");
}
