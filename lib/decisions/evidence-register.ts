import type { Grade } from "@/lib/evaluation/result";
import type { InitiativeRow } from "@/lib/initiatives/read-initiatives";
import { type Decision, isRecordedLater } from "./decision";
import type { DecisionOutcome } from "./kinds";

/** One initiative: what is known of it now, what was decided last, on what, and what happened after. */
export type RegisterRow = Pick<
  InitiativeRow,
  "id" | "title" | "status" | "followUpTo" | "kpi" | "claim" | "headline"
> & {
  /** Null where nothing was decided, or all of it withdrawn. */
  decision: Decision | null;
};

/** How decisions turned out that were taken on evidence of one grade; `none`: on no claim at all; `later`: on what was known at a time nobody recorded. */
export type Reckoning = {
  grade: Grade | "none" | "later";
  decisions: number;
  /** Decisions by the outcome of their latest review; the others were not reviewed yet. */
  reviewed: Record<DecisionOutcome, number>;
};

/** Every initiative with the latest decision about it that stands, those with a claim first, by grade. */
export function registerOf(initiatives: readonly InitiativeRow[], decisions: readonly Decision[]): RegisterRow[] {
  const latest = new Map<string, Decision>();
  for (const one of decisions) {
    if (one.initiativeId === null || one.withdrawnOn !== null) continue;
    const known = latest.get(one.initiativeId);
    if (!known || one.decidedOn > known.decidedOn) latest.set(one.initiativeId, one);
  }
  return initiatives
    .map(({ id, title, status, followUpTo, kpi, claim, headline }) => ({
      ...{ id, title, status, followUpTo, kpi, claim, headline },
      decision: latest.get(id) ?? null,
    }))
    .toSorted((one, other) => rank(one) - rank(other) || (one.title < other.title ? -1 : 1));
}

const letters = ["A", "B", "C", "D", "E"] as const;
const rank = ({ claim }: RegisterRow) => (claim ? letters.indexOf(claim.grade) : letters.length);

/** Decisions that stand, by the grade of what they rested on; grades without one are left out. */
export function reckoningOf(decisions: readonly Decision[]): Reckoning[] {
  const standing = decisions.filter(({ withdrawnOn }) => withdrawnOn === null);
  return [...letters, "none" as const, "later" as const].flatMap((grade) => {
    const own = standing.filter((one) => gradeOf(one) === grade);
    if (own.length === 0) return [];
    const reviewed = { as_expected: 0, better: 0, worse: 0, cannot_tell: 0 };
    for (const { reviews } of own) {
      const last = reviews.at(-1);
      if (last) reviewed[last.outcome] += 1;
    }
    return [{ grade, decisions: own.length, reviewed }];
  });
}

function gradeOf(one: Decision): Reckoning["grade"] {
  if (isRecordedLater(one)) return "later";
  const { claim } = one.evidence;
  return claim?.kind === "claimed" ? claim.grade : "none";
}
