import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { FileKind } from "@/db/schema/imports";
import { importBatches } from "@/db/schema/imports";
import { inTenant } from "@/lib/server/tenant-access";
import type { ArrangedFile } from "./arrange-files";

type Change = Partial<typeof importBatches.$inferInsert>;

/**
 * The batch of each file of an upload, made anew or, when the upload was interrupted, found again; done ones stay as they are.
 * Files whose kind is not certain have none.
 */
export async function prepareBatches(
  orgId: string,
  uploadId: string,
  userId: string | null,
  files: readonly ArrangedFile[],
) {
  return inTenant(orgId, async (tx) => {
    const known = await tx.select().from(importBatches).where(eq(importBatches.uploadId, uploadId));
    const batches = [];
    for (const file of files) {
      const [kind] = file.kinds;
      const found = known.find((batch) => batch.fileName === file.name && batch.sha256 === file.sha256);
      if (found || !kind || file.kinds.length > 1) batches.push(found ?? null);
      else batches.push(await insertBatch(file, kind));
    }
    return batches;

    async function insertBatch(file: ArrangedFile, kind: FileKind) {
      const { name: fileName, bytes, sha256, code: initiativeCode } = file;
      const [batch] = await tx
        .insert(importBatches)
        .values({
          orgId,
          uploadId,
          startedBy: userId,
          kind,
          fileName,
          bytes,
          sha256,
          initiativeCode,
          status: "waiting",
        })
        .returning();
      return batch ?? null;
    }
  });
}

/** Written apart from the import's own transaction, so that pages see how far it is. */
export async function noteBatch(orgId: string, batchId: string, change: Change): Promise<void> {
  await inTenant(orgId, (tx) => tx.update(importBatches).set(change).where(eq(importBatches.id, batchId)));
}

/** Whoever holds the import lock knows that no other import of the organisation runs: what says so was interrupted. */
export async function failInterrupted(orgId: string, uploadId: string): Promise<void> {
  await inTenant(orgId, (tx) =>
    tx
      .update(importBatches)
      .set({
        status: "failed",
        error: "Interrupted. Nothing of this file was written; import it again",
        finishedAt: sql`now()`,
      })
      .where(and(inArray(importBatches.status, ["running"]), ne(importBatches.uploadId, uploadId))),
  );
}
