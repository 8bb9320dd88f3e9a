import { isSmallGroup } from "@/lib/access/privacy";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";

type Half = { tries: number; missed: number };

/** One concept (a behaviour, else a skill) as the database adds it up: the first try of each person, and the work of those who missed it and passed later. */
export type MissedSums = {
  id: string;
  people: number;
  missed: number;
  /** Of first tries with a score. */
  scored: number;
  meanScore: number | null;
  earlier: Half;
  later: Half;
  /** Who missed it at first and passed later. */
  passed: number;
  /** Tasks that call for it. */
  tasks: number;
  /** Of who passed later and did such tasks on both sides of it: (trouble after, jobs after, trouble before, jobs before). */
  work: JointMoments & { jobsBefore: number; jobsAfter: number };
};

/** Whether a problem shows up again in production, in those who missed a concept at first and passed it later; observed, no effect. */
type Recurrence =
  | { kind: "no-task" }
  | { kind: "withheld" }
  | { kind: "too-few" }
  | { kind: "told"; people: number; jobs: number; before: number; after: number; change: [number, number] | null };

/**
 * `revise`: often missed and still going wrong. `gone`: often missed, and going wrong less since people passed. `unclear`: often missed, and production
 * cannot tell. `seldom`: not often missed. `too-few`: too few tries to say.
 */
export type MissedVerdict = "revise" | "gone" | "unclear" | "seldom" | "too-few";

export type MissedConcept = {
  id: string;
  withheld: boolean;
  people: number;
  share: number | null;
  meanScore: number | null;
  /** Often missed in the earlier and in the later half: not one bad cohort. */
  consistent: boolean;
  /** Null where fewer than the minimum passed later. */
  passed: number | null;
  recurrence: Recurrence;
  verdict: MissedVerdict;
};

/** Conventions: missed often from a quarter of the first tries on; where a fall by a quarter can be ruled out, it still goes wrong. */
const missedRule = { often: 0.25, tries: 20, triesInHalf: 10, jobs: 30, fall: 0.25 };

const hidden = { people: 0, share: null, meanScore: null, consistent: false, passed: null } as const;

/** What is said of a concept; nothing where fewer people than the minimum tried it. */
export function missedConcept(sums: MissedSums, minimum: number): MissedConcept {
  const { id, people, missed, scored, meanScore, earlier, later, passed } = sums;
  if (isSmallGroup(people, minimum))
    return { id, withheld: true, ...hidden, recurrence: { kind: "withheld" }, verdict: "too-few" };
  const share = people > 0 ? missed / people : null;
  const recurrence = recurrenceOf(sums, minimum);
  return {
    id,
    withheld: false,
    people,
    share,
    meanScore: isSmallGroup(scored, minimum) ? null : meanScore,
    consistent: people >= missedRule.tries && isOften(earlier) && isOften(later),
    passed: isSmallGroup(passed, minimum) ? null : passed,
    recurrence,
    verdict: verdictOf({ people, share, recurrence }),
  };
}

const isOften = ({ tries, missed }: Half) => tries >= missedRule.triesInHalf && missed >= missedRule.often * tries;

function recurrenceOf({ tasks, work }: MissedSums, minimum: number): Recurrence {
  if (tasks === 0) return { kind: "no-task" };
  if (isSmallGroup(work.n, minimum)) return { kind: "withheld" };
  if (work.jobsBefore < missedRule.jobs || work.jobsAfter < missedRule.jobs) return { kind: "too-few" };
  const [a1 = 0, b1 = 0, a0 = 0, b0 = 0] = work.means;
  const figure = ratioOfSumsChange(work);
  return {
    kind: "told",
    people: work.n,
    jobs: work.jobsBefore + work.jobsAfter,
    before: a0 / b0,
    after: a1 / b1,
    change: figure.kind === "figure" ? figure.interval : null,
  };
}

type Facts = { people: number; share: number | null; recurrence: Recurrence };

function verdictOf({ people, share, recurrence }: Facts): MissedVerdict {
  if (share === null || people < missedRule.tries) return "too-few";
  if (share < missedRule.often) return "seldom";
  if (recurrence.kind !== "told" || !recurrence.change) return "unclear";
  const [low, high] = recurrence.change;
  // A fall that is sure but small leaves most of the problem.
  if (recurrence.after > 0 && low > -missedRule.fall * recurrence.before) return "revise";
  return high < 0 ? "gone" : "unclear";
}

/** Whose content is to be revised: what still goes wrong, and what is consistently missed where production cannot say otherwise. */
export const isToRevise = ({ verdict, consistent }: Pick<MissedConcept, "verdict" | "consistent">): boolean =>
  verdict === "revise" || (verdict === "unclear" && consistent);
