import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisionReviews, decisions } from "@/db/schema/decisions";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, keptOtherwise, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command, query } from "@/lib/server/tenant-access";
import {
  type ReviewDecision,
  reviewDecisionInput,
  type WithdrawDecision,
  withdrawDecisionInput,
} from "./decision-input";
import type { EvidenceSnapshot, ReviewEvidence } from "./evidence-snapshot";
import { takeSnapshot } from "./take-snapshot";

/**
 * Says what happened after a decision, beside the evidence as it stands today, and when to look again, if at all. Throws `not-found`,
 * `invalid-input` (a next review that is no day to come) and `conflict` (withdrawn, or changed since it was seen). The same sent again is kept once.
 */
export async function reviewDecision(viewer: Viewer, raw: Entry<ReviewDecision>): Promise<{ id: string }> {
  authorise(viewer.roles, "decision.record");
  const input = parseOrThrow(reviewDecisionInput, withEntryId(raw));
  const today = new Date().toISOString().slice(0, 10);
  if (input.nextReviewOn !== null && input.nextReviewOn <= today) {
    const message = "Choose a day to come";
    throw new DomainError("invalid-input", message, { nextReviewOn: [message] });
  }
  const subject = await findSubject(viewer, input.id);
  return keep(viewer, { input, today, evidence: await takeSnapshot(viewer, subject) });
}

/** Takes a decision back. It stays in the log, struck through. Throws as `reviewDecision`. */
export const withdrawDecision = command(
  "decision.record",
  async (tx, raw: WithdrawDecision, { orgId }, trace): Promise<void> => {
    const { id, revision } = parseOrThrow(withdrawDecisionInput, raw);
    await lockOpen(tx, orgId, { id, revision });
    await tx
      .update(decisions)
      .set({ withdrawnAt: new Date(), revision: revision + 1 })
      .where(and(eq(decisions.orgId, orgId), eq(decisions.id, id)));
    trace.subject = id;
    trace.detail = { change: "withdrawn" };
  },
);

const findSubject = query("decision.read", async (tx, id: string, { orgId }): Promise<string | null> => {
  const [found] = await tx
    .select({ initiativeId: decisions.initiativeId })
    .from(decisions)
    .where(and(eq(decisions.orgId, orgId), eq(decisions.id, id)));
  if (!found) throw gone();
  return found.initiativeId;
});

type Kept = { input: ReviewDecision; today: string; evidence: EvidenceSnapshot };

const keep = command(
  "decision.record",
  async (tx, { input, today, evidence }: Kept, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { entryId, id, outcome, whatHappened, nextReviewOn } = input;
    const entry = { id: entryId, decisionId: id, outcome, whatHappened };
    const kept = await findEntry(tx, { orgId, userId }, trace, {
      table: decisionReviews,
      madeBy: "reviewedBy",
      entry,
    });
    if (kept) {
      await requireAgain(tx, { orgId, id, nextReviewOn });
      return { id: kept.id };
    }
    const { reviewOn } = await lockOpen(tx, orgId, input);
    const shown: ReviewEvidence = { ...evidence, dueOn: reviewOn };
    const [row] = await tx
      .insert(decisionReviews)
      .values({ ...entry, orgId, reviewedOn: today, evidence: shown, reviewedBy: userId })
      .returning({ id: decisionReviews.id });
    if (!row) throw new Error("The review was not written");
    await tx
      .update(decisions)
      .set({ reviewOn: nextReviewOn, revision: sql`${decisions.revision} + 1` })
      .where(and(eq(decisions.orgId, orgId), eq(decisions.id, id)));
    trace.subject = id;
    trace.detail = { change: "reviewed", outcome, again: nextReviewOn };
    return row;
  },
);

/** When to look again stands with the decision. */
async function requireAgain(
  tx: Tx,
  { orgId, id, nextReviewOn }: { orgId: string; id: string; nextReviewOn: string | null },
) {
  const own = and(eq(decisions.orgId, orgId), eq(decisions.id, id));
  const [decision] = await tx.select({ reviewOn: decisions.reviewOn }).from(decisions).where(own);
  if (decision?.reviewOn !== nextReviewOn) throw keptOtherwise();
}

async function lockOpen(tx: Tx, orgId: string, { id, revision }: WithdrawDecision) {
  const [found] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.orgId, orgId), eq(decisions.id, id)))
    .for("update");
  if (!found) throw gone();
  if (found.withdrawnAt !== null) throw new DomainError("conflict", "This decision has been withdrawn");
  if (found.revision !== revision) {
    throw new DomainError("conflict", "Somebody else has just reviewed this decision. Look again; nothing was changed");
  }
  return found;
}

const gone = () => new DomainError("not-found", "There is no such decision");
