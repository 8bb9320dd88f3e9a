import type { FrictionKind } from "./kinds";

/**
 * People doing a task, those of them who used learning made for it, and how often the signal came in the jobs of both. Under the minimum a side
 * is counted with the other: `engaged` is then all of them, or none.
 */
export type Engagement = {
  people: number;
  engaged: number;
  /** Shares of their jobs; null for a side that is empty. */
  used: { share: number; jobs: number } | null;
  others: { share: number; jobs: number } | null;
};

export type Diagnosis = "process" | "content" | "reach" | null;

/** From so large a share of the people on, engagement counts as high. */
const highEngagement = 0.6;
const leastJobs = 30;

/**
 * Why a task that stands out goes badly although there is learning for it. **Process**: it ends in errors or escalations, six in ten people or more used the learning, and
 * who used it does no better than nine tenths of who did not (or nearly everybody used it): high engagement and poor performance point to the
 * design of the process, not the learner. **Content**: who used it still does worse in it, or asks more, than in other tasks: consistently
 * misunderstood, so what they were taught needs revision. **Reach**: most never used it. Null where learning seems to help or too little is known.
 *
 * @param rest the share of the signal in the role's other tasks
 */
export function diagnose(
  { people, engaged, used, others }: Engagement,
  { rest, kind }: { rest: number; kind: FrictionKind },
): Diagnosis {
  if (people === 0) return null;
  if (!used || used.jobs < leastJobs) return engaged / people < highEngagement ? "reach" : null;
  const isHigh = engaged / people >= highEngagement;
  const noBetter = !others || others.jobs < leastJobs || used.share >= 0.9 * others.share;
  if (kind !== "struggle" && isHigh && noBetter) return "process";
  if (used.share > 1.1 * rest) return "content";
  return isHigh ? null : "reach";
}
