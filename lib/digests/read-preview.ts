import "server-only";
import { and, eq } from "drizzle-orm";
import { digests } from "@/db/schema/sharing";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import { buildDigest } from "./content/build-digest";
import { readTold } from "./deliver";
import type { Digest } from "./digest";

const readOwn = query("digest.edit", async (tx, id: string, { orgId, userId }) => {
  const [row] = await tx
    .select()
    .from(digests)
    .where(and(eq(digests.orgId, orgId), eq(digests.id, id), eq(digests.userId, userId ?? orgId)));
  return row ?? null;
});

/** What the next digest would say, as of now; nothing is sent and nothing kept. Null for one that is not the viewer's. */
export async function readPreview(viewer: Viewer, id: string): Promise<Digest | null> {
  const row = await readOwn(viewer, id);
  return row && buildDigest({ ...row, viewer, told: await readTold(row) }, new Date());
}
