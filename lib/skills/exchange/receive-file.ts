import "server-only";
import { randomUUID } from "node:crypto";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { IncomingFile } from "@/lib/intake/jobs/file-route";
import { command } from "@/lib/server/tenant-access";
import { removeOldFiles, storeFile } from "./upload-files";

/** Takes one file of a framework, for somebody who may edit the taxonomy. */
export async function receiveTaxonomyFile(viewer: Viewer, { uploadId, name, body }: IncomingFile) {
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
