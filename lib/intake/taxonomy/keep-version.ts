import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importBatches } from "@/db/schema/imports";
import type { Merge } from "@/lib/intake/merge";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import { recordVersion } from "@/lib/skills/record-version";

/** Runs what changes the taxonomy in force, and writes down the version that came of it. A dry run leaves none. */
export async function keepVersion<Output>(merge: Merge, write: () => Promise<Output>): Promise<Output> {
  const { tx, orgId, batchId, dryRun } = merge;
  if (dryRun) return write();
  const before = await readTreeInForce(tx, orgId);
  const output = await write();
  const { fileName, startedBy } = await readBatch(tx, batchId);
  await recordVersion(tx, orgId, {
    before,
    origin: "import",
    note: `Imported ${fileName}`,
    publishedBy: startedBy,
    batchId,
  });
  return output;
}

/** The same for taking an import back. */
export async function keepUndoneVersion(
  tx: Tx,
  { orgId, userId }: { orgId: string; userId: string | null },
  batch: { id: string; fileName: string },
  undo: () => Promise<void>,
): Promise<void> {
  const before = await readTreeInForce(tx, orgId);
  await undo();
  await recordVersion(tx, orgId, {
    before,
    origin: "undo",
    note: `Took back the import of ${batch.fileName}`,
    publishedBy: userId,
    batchId: batch.id,
  });
}

async function readBatch(tx: Tx, batchId: string) {
  const [batch] = await tx
    .select({ fileName: importBatches.fileName, startedBy: importBatches.startedBy })
    .from(importBatches)
    .where(eq(importBatches.id, batchId));
  return batch ?? { fileName: "skills.csv", startedBy: null };
}
