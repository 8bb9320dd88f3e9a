import { isSmallGroup } from "@/lib/access/privacy";
import type { NotEstimableReason } from "@/lib/stats/estimate";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { ratioOfSumsChange, ratioOfSumsDid } from "@/lib/stats/ratio-of-sums-change";

/** A stretch of days, both included; 'YYYY-MM-DD'. */
export type Days = { from: string; to: string };

type Verdict = "better" | "worse" | "no-difference";

/** A figure that answers a question, or why there is none. */
export type Answer =
  | {
      kind: "figure";
      method: string;
      /** D: before and after only; C: against people who were not in it, by a comparison nobody registered. */
      grade: "C" | "D";
      verdict: Verdict;
      /** Of the learners, before and since. */
      before: number;
      since: number;
      /** Change of the learners, less that of the others where there are any. */
      change: number;
      interval: [number, number];
      learners: number;
      /** Null where nobody is compared with. */
      others: number | null;
    }
  | { kind: "withheld"; minimum: number }
  | { kind: "cannot-tell"; because: string };

/** Joint moments of (numerator since, denominator since, numerator before, denominator before) over people with both. */
export type Side = JointMoments;
export type Sides = { learners: Side; others: Side };

/** People with values both before and since that an answer needs; a convention: under it an interval says nothing. */
const fewest = 10;

/**
 * Whether a ratio of sums changed in the learners, against the others where there are enough (`did_ratio_of_sums`), else against itself
 * (`ratio_of_sums_change`).
 */
export function answerOf(
  { learners, others }: Sides,
  { minimum, wanted, nothing }: { minimum: number; wanted: "up" | "down"; nothing: string },
): Answer {
  if (learners.n === 0) return { kind: "cannot-tell", because: nothing };
  if (isSmallGroup(learners.n, minimum)) return { kind: "withheld", minimum };
  if (learners.n < fewest) {
    return {
      kind: "cannot-tell",
      because: `Only ${learners.n} learners have values before and since; it takes ${fewest}.`,
    };
  }
  const compared = others.n >= Math.max(fewest, minimum);
  const result = compared ? ratioOfSumsDid({ treated: learners, control: others }) : ratioOfSumsChange(learners);
  if (result.kind === "not-estimable") return { kind: "cannot-tell", because: reasons[result.reason] ?? nothing };
  const change = result.kind === "estimate" ? result.estimate : result.value;
  const [n1 = 0, d1 = 0, n0 = 0, d0 = 0] = learners.means;
  return {
    kind: "figure",
    method: result.method,
    grade: compared ? "C" : "D",
    verdict: verdictOf(result.interval, wanted),
    before: n0 / d0,
    since: n1 / d1,
    change,
    interval: result.interval,
    learners: learners.n,
    others: compared ? others.n : null,
  };
}

const reasons: Partial<Record<NotEstimableReason, string>> = {
  "no-variation": "Nothing differs between the people, so no interval can be drawn.",
  "no-denominator": "There is nothing to count it by, before or since.",
};

function verdictOf([low, high]: [number, number], wanted: "up" | "down"): Verdict {
  if (low <= 0 && high >= 0) return "no-difference";
  return low > 0 === (wanted === "up") ? "better" : "worse";
}
