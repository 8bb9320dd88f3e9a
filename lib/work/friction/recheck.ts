import type { JointMoments } from "@/lib/stats/joint-moments";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";

type Shares = { before: number; after: number; change: [number, number] | null };

export type Recheck =
  | { verdict: "withheld" | "too-early" | "unknown" }
  /** Fewer than before; more than before; or no difference that can be told: it may well be back. */
  | ({ verdict: "fewer" | "more" | "as-before" } & Shares);

/** Full months and jobs after the fix before anything is said. */
const least = { months: 2, jobs: 30 };

/**
 * What became of a solved friction point.
 * @param moments of what each person did: (count after, of after, count before, of before)
 */
export function recheckOf(moments: JointMoments, since: { months: number; jobs: number }): Recheck {
  return since.months < least.months || since.jobs < least.jobs ? { verdict: "too-early" } : beforeAndSince(moments);
}

/** A share before and since something was done. @param moments of each person: (count after, of after, count before, of before) */
export function beforeAndSince(moments: JointMoments): Recheck {
  const [a1 = 0, b1 = 0, a0 = 0, b0 = 0] = moments.means;
  if (b0 === 0 || b1 === 0) return { verdict: "unknown" };
  const figure = ratioOfSumsChange(moments);
  const change = figure.kind === "figure" ? figure.interval : null;
  const shares = { before: a0 / b0, after: a1 / b1, change };
  if (!change) return { verdict: "as-before", ...shares };
  return { verdict: change[1] < 0 ? "fewer" : change[0] > 0 ? "more" : "as-before", ...shares };
}
