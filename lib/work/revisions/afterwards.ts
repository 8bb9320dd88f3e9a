import { isSmallGroup } from "@/lib/access/privacy";
import { addDays } from "@/lib/days";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { beforeAndSince, type Recheck } from "@/lib/work/friction/recheck";

/** Before and since a revision was closed; null where no concept, or no task, is known that it is about. */
export type Since = { missed: Recheck | null; work: Recheck | null };

/** What is known of the time after: nothing for a while, nothing that would tell, or what was missed and what went wrong before and since. */
export type Afterwards = { kind: "too-early"; until: string } | { kind: "cannot-tell" } | ({ kind: "told" } & Since);

/** Nothing is said of the first days: whoever learned before goes on for a while as they did. */
const quietDays = 60;

/** Conventions: as many first tries before and since as for a concept to be called missed. */
const leastTries = 20;

export type TriesAround = { moments: JointMoments; before: number; since: number };

/** First tries before and since; each person stands on one side. */
export function missedSince({ moments, before, since }: TriesAround, minimum: number): Recheck {
  if (isSmallGroup(before, minimum) || isSmallGroup(since, minimum)) return { verdict: "withheld" };
  return before < leastTries || since < leastTries ? { verdict: "unknown" } : beforeAndSince(moments);
}

/** @param closedOn, today 'YYYY-MM-DD' */
export function afterwardsOf(closedOn: string, since: Since | undefined, today: string): Afterwards {
  const until = addDays(closedOn, quietDays);
  if (today < until) return { kind: "too-early", until };
  const { missed, work } = since ?? { missed: null, work: null };
  return isSilent(missed) && isSilent(work) ? { kind: "cannot-tell" } : { kind: "told", missed, work };
}

/** What is too early for a comparison of work has too few full months or jobs since. */
const isSilent = (recheck: Recheck | null) =>
  recheck === null || recheck.verdict === "unknown" || recheck.verdict === "too-early";
