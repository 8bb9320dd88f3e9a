import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { artefactReviews } from "@/db/schema/development";
import { behaviours } from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import { requireOwnRecord } from "@/lib/observe/require-writer";
import { writeRatings } from "@/lib/observe/write-ratings";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import type { AnswerReview } from "./input";

/**
 * The reviewer's answer: taken as it is, sent back with what to change, or rejected with the reason; with it what the work shows of each
 * behaviour, which becomes an observation by a peer, once.
 * @throws DomainError `not-found` for whoever was not asked, `conflict` where it was answered or withdrawn meanwhile
 */
export const answerReview = query(
  "review.hand-in",
  async (tx, { personId, id, round, status, answer, ratings }: AnswerReview, viewer): Promise<void> => {
    const reviewerId = requireOwnRecord(viewer);
    const { orgId } = viewer;
    const thisRound = and(
      eq(artefactReviews.orgId, orgId),
      eq(artefactReviews.personId, personId),
      eq(artefactReviews.id, id),
      eq(artefactReviews.round, round),
    );
    const [row] = await tx.select().from(artefactReviews).where(thisRound).for("update");
    if (!row || row.reviewerId !== reviewerId) throw new DomainError("not-found", "This review does not exist");
    if (row.status === status && row.answer === answer) return;
    if (row.status === "withdrawn") throw new DomainError("conflict", "It was withdrawn meanwhile");
    if (row.status !== "waiting") throw new DomainError("conflict", "You answered this already");
    if (!ratings.every(({ behaviourId }) => row.behaviourIds.includes(behaviourId))) {
      throw new DomainError("invalid-input", "This was not asked about the work");
    }
    const observedAt = new Date();
    await tx.update(artefactReviews).set({ status, answer, answeredAt: observedAt }).where(thisRound);

    const inUse = await tx
      .select({ id: behaviours.id })
      .from(behaviours)
      .where(and(eq(behaviours.orgId, orgId), inArray(behaviours.id, row.behaviourIds), isNull(behaviours.retiredAt)));
    const seen = ratings.filter(({ behaviourId }) => inUse.some((behaviour) => behaviour.id === behaviourId));
    if (seen.length > 0) {
      const rating = {
        personId,
        raterId: reviewerId,
        observedAt,
        source: "peer" as const,
        artefact: `/reviews/${personId}/${id}`,
      };
      const said = { independent: null, accurate: null, consistent: null, note: null };
      await writeRatings(
        tx,
        viewer,
        seen.map(({ behaviourId, level }) => ({
          ...rating,
          ...said,
          behaviourId,
          level,
          observationId: `review ${id} ${round} ${behaviourId}`,
        })),
        [status, seen],
      );
    }
    // That it was answered, not how: the audit log is read beyond the wall.
    const detail = { step: "answer", review: id, round };
    await leaveTrace(tx, viewer, "review.hand-in", { subject: personId, detail });
  },
);
