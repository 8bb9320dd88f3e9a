import { daysBetween } from "@/lib/days";
import type { EvidenceSnapshot, ReviewEvidence } from "./evidence-snapshot";
import type { DecisionKind, DecisionOutcome } from "./kinds";

type DecisionReview = {
  id: string;
  /** Days of UTC, 'YYYY-MM-DD'. */
  reviewedOn: string;
  outcome: DecisionOutcome;
  whatHappened: string;
  evidence: ReviewEvidence;
  /** Null where the user is gone. */
  reviewedBy: string | null;
};

export type Decision = {
  id: string;
  initiativeId: string | null;
  /** As it is called now. */
  initiative: string | null;
  kind: DecisionKind;
  title: string;
  reason: string;
  decidedBy: string;
  decidedOn: string;
  /** The next one; null where nobody is to look again. */
  reviewOn: string | null;
  evidence: EvidenceSnapshot;
  revision: number;
  withdrawnOn: string | null;
  recordedBy: string | null;
  recordedOn: string;
  /** The latest last. */
  reviews: DecisionReview[];
};

/** Days after which what was known when a decision was recorded is not what it was taken on. */
const recordedSoon = 7;

/** Whether a decision was recorded so long after it was taken that the evidence kept with it is that of another day. */
export const isRecordedLater = ({ decidedOn, recordedOn }: Pick<Decision, "decidedOn" | "recordedOn">): boolean =>
  daysBetween(decidedOn, recordedOn) > recordedSoon;

export type DecisionState = "overdue" | "due" | "planned" | "reviewed" | "unplanned" | "withdrawn";

/** Where a decision stands on a day: on the day of its review it is due, afterwards overdue. */
export function stateOf(
  { withdrawnOn, reviewOn, reviews }: Pick<Decision, "withdrawnOn" | "reviewOn" | "reviews">,
  today: string,
): DecisionState {
  if (withdrawnOn !== null) return "withdrawn";
  if (reviewOn === null) return reviews.length > 0 ? "reviewed" : "unplanned";
  if (reviewOn < today) return "overdue";
  return reviewOn === today ? "due" : "planned";
}

/** Who stands first where something is to be done: overdue ones, the longest first, then those due. */
export function waitingForReview<One extends Pick<Decision, "withdrawnOn" | "reviewOn" | "reviews">>(
  decisions: readonly One[],
  today: string,
): One[] {
  return decisions
    .filter((one) => ["overdue", "due"].includes(stateOf(one, today)))
    .toSorted((one, other) => ((one.reviewOn ?? "") < (other.reviewOn ?? "") ? -1 : 1));
}
