type Share = { yes: number; known: number };

/** What speaks of one person at one task: ratings by others of the behaviours that show it, and finished pieces of work by month. */
export type TaskEvidence = {
  ratings: number;
  independent: Share;
  accurate: Share;
  consistent: Share;
  months: {
    month: string;
    jobs: number;
    known: number;
    ok: number;
    errors: number;
    assistedKnown: number;
    assisted: number;
  }[];
  quality: { sum: number; known: number };
  lastSeen: string | null;
  lastWork: string | null;
};

/** Of a pair nothing speaks of. */
export const noEvidence = (): TaskEvidence => ({
  ratings: 0,
  independent: { yes: 0, known: 0 },
  accurate: { yes: 0, known: 0 },
  consistent: { yes: 0, known: 0 },
  months: [],
  quality: { sum: 0, known: 0 },
  lastSeen: null,
  lastWork: null,
});

/** From when on work of a task speaks: the role's own rule for newcomers, or the usual one. */
export type ReadyRule = { jobs: number; rightFirstTime: number; assisted: number };

export type Part = "yes" | "no" | "unknown";
export type Readiness = {
  /** Alone: all three parts hold. Never a score. */
  state: "alone" | "not-yet" | "not-enough";
  parts: Record<"independent" | "accurate" | "consistent", Part>;
  /** How many kinds of evidence speak: seen by others, work events. */
  kinds: 0 | 1 | 2;
};

/** Ratings (with the answer known) from which on they speak, and the share of them that must say yes. */
export const seenRule = { ratings: 2, share: 0.8 } as const;

/**
 * Whether somebody can do a task alone: independently, accurately and consistently. Each part is asked of both kinds of evidence, each
 * where there is enough of it: one no is a no, no answer is "unknown". Work is consistent where at least two months with enough jobs
 * all reach the share right first time.
 */
export function taskReadiness(evidence: TaskEvidence, rule: ReadyRule): Readiness {
  const { months } = evidence;
  const total = (name: "known" | "ok" | "assistedKnown" | "assisted") =>
    months.reduce((sum, month) => sum + month[name], 0);
  const enough = months.filter(({ known }) => known >= rule.jobs);
  const atWork = {
    independent:
      total("assistedKnown") >= rule.jobs
        ? total("assisted") <= rule.assisted * total("assistedKnown") + tolerance
        : null,
    accurate: total("known") >= rule.jobs ? total("ok") >= rule.rightFirstTime * total("known") - tolerance : null,
    consistent:
      enough.length >= 2 ? enough.every(({ ok, known }) => ok >= rule.rightFirstTime * known - tolerance) : null,
  };
  const seen = {
    independent: vote(evidence.independent),
    accurate: vote(evidence.accurate),
    consistent: vote(evidence.consistent),
  };
  const parts = {
    independent: partOf(seen.independent, atWork.independent),
    accurate: partOf(seen.accurate, atWork.accurate),
    consistent: partOf(seen.consistent, atWork.consistent),
  };
  const all = Object.values(parts);
  const speaks = (votes: typeof seen) => Number(Object.values(votes).some((one) => one !== null));
  return {
    state: all.includes("no") ? "not-yet" : all.every((part) => part === "yes") ? "alone" : "not-enough",
    parts,
    kinds: (speaks(seen) + speaks(atWork)) as Readiness["kinds"],
  };
}

/** Shares that differ by less are the same. */
export const tolerance = 1e-9;

function vote({ yes, known }: Share): boolean | null {
  return known >= seenRule.ratings ? yes >= seenRule.share * known - tolerance : null;
}

function partOf(...votes: (boolean | null)[]): Part {
  if (votes.includes(false)) return "no";
  return votes.includes(true) ? "yes" : "unknown";
}
