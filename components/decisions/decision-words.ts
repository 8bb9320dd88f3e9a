import type { Decision, DecisionState } from "@/lib/decisions/decision";
import type { ClaimThen } from "@/lib/decisions/evidence-snapshot";
import type { DecisionKind, DecisionOutcome } from "@/lib/decisions/kinds";
import type { Formats } from "@/lib/format/formats";

export const kindMeaning: Record<DecisionKind, string> = {
  scale: "Scale: give it to more people",
  fix: "Fix: change it and look again",
  stop: "Stop: spend nothing more on it",
  wait: "Wait: decide when more is known",
  start: "Start: begin something new",
  other: "Something else",
};

export const outcomeWords: Record<DecisionOutcome, string> = {
  as_expected: "As expected",
  better: "Better than expected",
  worse: "Worse than expected",
  cannot_tell: "Cannot tell",
};

/** Where the review of a decision stands, in a few words. */
export function stateWords(
  state: DecisionState,
  { reviewOn, withdrawnOn, reviews }: Decision,
  formats: Formats,
): string {
  const last = reviews.at(-1);
  switch (state) {
    case "withdrawn":
      return `Withdrawn on ${formats.date(withdrawnOn ?? "")}`;
    case "overdue":
      return `Review overdue since ${formats.date(reviewOn ?? "")}`;
    case "due":
      return "Review due today";
    case "planned":
      return `Review on ${formats.date(reviewOn ?? "")}`;
    case "reviewed":
      return `Reviewed on ${formats.date(last?.reviewedOn ?? "")}`;
    case "unplanned":
      return "No review planned";
  }
}

/** The grade a claim had, or why it had none, in a word. */
export function gradeText(claim: ClaimThen): string {
  if (claim.kind === "claimed") return claim.grade;
  return { draft: "Draft", "too-early": "Too early", withheld: "Withheld" }[claim.kind];
}

/** What came of a decision by its latest review. */
export function afterWords({ reviews }: Decision): string | null {
  const last = reviews.at(-1);
  return last ? `${outcomeWords[last.outcome]}: ${last.whatHappened}` : null;
}
