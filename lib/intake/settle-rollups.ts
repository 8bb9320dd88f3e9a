import "server-only";
import { hasPendingRollups, takePendingRollups } from "@/lib/rollups/pending-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { inImport } from "./in-import";

/** Recomputes what the files of an upload, or of one that was interrupted, have left for the end. */
export async function settleRollups(orgId: string): Promise<void> {
  if (!(await inTenant(orgId, hasPendingRollups))) return;
  await inImport(orgId, (tx) => takePendingRollups(tx, orgId));
}
