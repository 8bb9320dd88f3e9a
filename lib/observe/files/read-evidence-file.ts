import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { artefactReviews, evidenceFiles } from "@/db/schema/development";
import type { Viewer } from "@/lib/access/viewer";
import { mayRead } from "@/lib/observe/may-read";
import { leaveTrace, query } from "@/lib/server/tenant-access";

export type EvidenceFile = { name: string; mediaType: string; content: Buffer };

/**
 * A file of somebody's evidence: for themselves, their coach, and, where it was handed in for review and not taken back, the reviewer. Null for everybody
 * else, and where there is none. A look by somebody else leaves a row in the audit log.
 */
export const readEvidenceFile = query(
  "self.read",
  async (tx, { personId, fileId }: { personId: string; fileId: string }, viewer): Promise<EvidenceFile | null> => {
    const { orgId } = viewer;
    const [file] = await tx
      .select()
      .from(evidenceFiles)
      .where(and(eq(evidenceFiles.orgId, orgId), eq(evidenceFiles.personId, personId), eq(evidenceFiles.id, fileId)));
    if (!file) return null;
    const isReviewer = file.reviewId !== null && (await isAsked(tx, viewer, { personId, id: file.reviewId }));
    if (!isReviewer && !(await mayRead(tx, viewer, personId))) return null;
    if (viewer.personId !== personId) {
      const detail = { what: "file", observation: file.observationId, review: file.reviewId };
      await leaveTrace(tx, viewer, "person.read", { subject: personId, detail });
    }
    return { name: file.name, mediaType: file.mediaType, content: file.content };
  },
);

/** Whether the viewer was asked to review the work, and it was not taken back. */
async function isAsked(tx: Tx, viewer: Viewer, { personId, id }: { personId: string; id: string }): Promise<boolean> {
  if (!viewer.personId) return false;
  const rounds = await tx
    .select({ status: artefactReviews.status })
    .from(artefactReviews)
    .where(
      and(
        eq(artefactReviews.orgId, viewer.orgId),
        eq(artefactReviews.personId, personId),
        eq(artefactReviews.id, id),
        eq(artefactReviews.reviewerId, viewer.personId),
      ),
    );
  return rounds.length > 0 && rounds.every(({ status }) => status !== "withdrawn");
}
