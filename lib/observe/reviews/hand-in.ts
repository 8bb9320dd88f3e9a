import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { artefactReviews, evidenceFiles } from "@/db/schema/development";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import type { Photo } from "@/lib/observe/files/photo";
import { readNeedsSeenBy } from "@/lib/observe/read-candidates";
import { requireOwnRecord } from "@/lib/observe/require-writer";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import type { Again, HandIn, withdrawInput } from "./input";
import { isPeer } from "./read-peers";

/**
 * Hands a piece of one's own work to a peer. The same id again is the same hand-in.
 * @throws DomainError `invalid-input` for oneself or somebody who is no peer, or a behaviour the own role does not ask for
 */
export const handInReview = query(
  "review.hand-in",
  async (tx, { file, ...work }: HandIn & { file: Photo | null }, viewer): Promise<{ personId: string; id: string }> => {
    const personId = requireOwnRecord(viewer);
    const { orgId } = viewer;
    if (!(await isPeer(tx, orgId, personId, work.reviewerId))) {
      throw new DomainError("invalid-input", "Choose a colleague of your team or role", {
        reviewerId: ["Choose another"],
      });
    }
    const needs = await readNeedsSeenBy(tx, orgId, [personId], dayOf(new Date()), "peer");
    if (!work.behaviourIds.every((id) => needs.some((need) => need.behaviourId === id))) {
      const fields = { behaviourIds: ["Choose what your role asks for"] };
      throw new DomainError("invalid-input", "A peer cannot see this behaviour in your role", fields);
    }
    if (!work.link && !file) {
      throw new DomainError("invalid-input", "There is nothing to look at yet", { link: ["Add a link or a file"] });
    }
    const added = await tx
      .insert(artefactReviews)
      .values({ ...work, orgId, personId, round: 1 })
      .onConflictDoNothing()
      .returning({ id: artefactReviews.id });
    if (added.length === 0) return { personId, id: work.id };
    if (file) await keepFile(tx, viewer, personId, work.id, file);
    await trace(tx, viewer, personId, { step: "hand in", review: work.id, round: 1 });
    return { personId, id: work.id };
  },
);

/**
 * Hands the changed work in again after the reviewer asked for it.
 * @throws DomainError `not-found` for somebody else's, `conflict` where no change was asked for
 */
export const handInAgain = query(
  "review.hand-in",
  async (tx, { id, round, link, note, file }: Again & { file: Photo | null }, viewer): Promise<void> => {
    const personId = requireOwnRecord(viewer);
    const last = await lastRound(tx, viewer.orgId, personId, id);
    if (last.round === round + 1 && last.status === "waiting") return;
    if (last.status !== "redo" || last.round !== round) {
      throw new DomainError("conflict", "No change is asked for. Hand in another piece of work instead");
    }
    const { title, behaviourIds, reviewerId } = last;
    await tx.insert(artefactReviews).values({
      orgId: viewer.orgId,
      personId,
      id,
      round: round + 1,
      title,
      behaviourIds,
      reviewerId,
      link: link ?? last.link,
      note,
    });
    if (file) await keepFile(tx, viewer, personId, id, file);
    await trace(tx, viewer, personId, { step: "hand in again", review: id, round: round + 1 });
  },
);

/** The author takes work back that nobody has answered yet. */
export const withdrawReview = query(
  "review.hand-in",
  async (tx, { id, round }: z.output<typeof withdrawInput>, viewer): Promise<void> => {
    const personId = requireOwnRecord(viewer);
    const last = await lastRound(tx, viewer.orgId, personId, id);
    if (last.round === round && last.status === "withdrawn") return;
    if (last.round !== round || (last.status !== "waiting" && last.status !== "redo")) {
      throw new DomainError("conflict", "This was answered already");
    }
    await tx
      .update(artefactReviews)
      .set({ status: "withdrawn", answeredAt: new Date() })
      .where(ofRound(viewer.orgId, personId, id, round));
    await trace(tx, viewer, personId, { step: "withdraw", review: id, round });
  },
);

const ofRound = (orgId: string, personId: string, id: string, round: number) =>
  and(
    eq(artefactReviews.orgId, orgId),
    eq(artefactReviews.personId, personId),
    eq(artefactReviews.id, id),
    eq(artefactReviews.round, round),
  );

async function lastRound(tx: Tx, orgId: string, personId: string, id: string) {
  const [last] = await tx
    .select()
    .from(artefactReviews)
    .where(and(eq(artefactReviews.orgId, orgId), eq(artefactReviews.personId, personId), eq(artefactReviews.id, id)))
    .orderBy(desc(artefactReviews.round))
    .limit(1)
    .for("update");
  if (!last) throw new DomainError("not-found", "This review does not exist");
  return last;
}

async function keepFile(tx: Tx, { orgId, userId }: Viewer, personId: string, reviewId: string, file: Photo) {
  if (!userId) throw new DomainError("forbidden", "Only somebody signed in can add a file");
  await tx.insert(evidenceFiles).values({ ...file, orgId, personId, reviewId, addedBy: userId });
}

const trace = (tx: Tx, viewer: Viewer, subject: string, detail: Record<string, unknown>) =>
  leaveTrace(tx, viewer, "review.hand-in", { subject, detail });
