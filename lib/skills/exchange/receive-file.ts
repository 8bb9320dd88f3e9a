import "server-only";
import { randomUUID } from "node:crypto";
import type { ReadableStream } from "node:stream/web";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { command } from "@/lib/server/tenant-access";
import { removeOldFiles, storeFile } from "./upload-files";

type Incoming = {
  /** Null begins a new upload. */
  uploadId: string | null;
  name: string;
  body: ReadableStream<Uint8Array> | null;
};

/** Takes one file of a framework, for somebody who may edit the taxonomy. */
export async function receiveTaxonomyFile(viewer: Viewer, { uploadId, name, body }: Incoming) {
  authorise(viewer.roles, "skill.edit");
  if (!uploadId) await removeOldFiles(viewer.orgId);
  const id = uploadId ?? randomUUID();
  const file = await storeFile(viewer.orgId, id, name, body);
  await note(viewer, { uploadId: id, ...file });
  return { uploadId: id, file };
}

const note = command(
  "skill.edit",
  async (_tx, { uploadId, name, bytes }: { uploadId: string; name: string; bytes: number }, _viewer, trace) => {
    trace.subject = uploadId;
    trace.detail = { step: "file received", name, bytes };
  },
);
