import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uploads } from "@/db/schema/uploads";
import { DomainError } from "@/lib/errors";

/** The upload, locked until the transaction ends. @throws DomainError `not-found`, also for another organisation's. */
export async function requireUpload(tx: Tx, uploadId: string) {
  const [upload] = await tx.select().from(uploads).where(eq(uploads.id, uploadId)).for("update");
  if (!upload) throw new DomainError("not-found", "This import no longer exists. Nothing was changed");
  return upload;
}
