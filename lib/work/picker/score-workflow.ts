/** What is known of a workflow; null is not known. Shares of jobs. */
export type WorkflowFacts = {
  /** Errors, re-opened and escalated jobs of its tasks, and of all work the viewer sees. */
  trouble: number | null;
  usualTrouble: number | null;
  /** Hours cases wait between its steps, added up. `stated` where no case tells and people said so. */
  delay: { hours: number; stated: boolean } | null;
  /** Jobs that needed help or went up the line. */
  dependency: number | null;
  steps: number;
  stepsWithEvents: number;
  stepsWithKpi: number;
  observed: boolean;
};

type WorkflowPart = "errors" | "delay" | "dependency";

export type WorkflowScore = {
  /** Points from 0 to 3; null where not known, which counts as none and is said. */
  parts: Record<WorkflowPart, number | null>;
  pain: number;
  measurability: number;
  /** Pain times measurability: what hurts and can be shown to get better comes first. */
  score: number;
};

const pointsOf = (value: number, bounds: readonly [number, number, number]) =>
  bounds.filter((bound) => value >= bound).length;

/**
 * How well a workflow suits to prove value quickly: visible pain (errors against what is usual, hours of waiting, dependence on others, three points
 * each) times measurability (work events on at least half of its steps, a KPI on one, observations in its role, a point each). The bounds are
 * fixed: 0.75, 1.25 and 2 times the usual trouble; 4, 16 and 40 hours; 3, 8 and 15 % of jobs.
 */
export function scoreWorkflow(facts: WorkflowFacts): WorkflowScore {
  const { trouble, usualTrouble, delay, dependency, steps, stepsWithEvents, stepsWithKpi, observed } = facts;
  const parts = {
    errors: trouble === null || !usualTrouble ? null : pointsOf(trouble / usualTrouble, [0.75, 1.25, 2]),
    delay: delay === null ? null : pointsOf(delay.hours, [4, 16, 40]),
    dependency: dependency === null ? null : pointsOf(dependency, [0.03, 0.08, 0.15]),
  };
  const pain = (parts.errors ?? 0) + (parts.delay ?? 0) + (parts.dependency ?? 0);
  const measurability = Number(steps > 0 && stepsWithEvents * 2 >= steps) + Number(stepsWithKpi > 0) + Number(observed);
  return { parts, pain, measurability, score: pain * measurability };
}
