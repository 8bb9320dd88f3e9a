import type { CheckStatus } from "@/lib/evaluation/checks/check";
import type { Grade } from "@/lib/evaluation/result";

/** What the grade is computed from; nothing else counts, and nobody types a grade in. */
export type Evidence = {
  /** The headline of the primary KPI has an estimate. */
  estimated: boolean;
  /** There is a comparison group. */
  compares: boolean;
  /** Chance decided who is in which arm. */
  random: boolean;
  checks: readonly { id: string; status: CheckStatus }[];
};

type Rule = { grade: Grade; needs: string; holds(evidence: Evidence): boolean };

const statusOf = ({ checks }: Evidence, id: string) => checks.find((check) => check.id === id)?.status;
const none = ({ checks }: Evidence, ...statuses: CheckStatus[]) =>
  checks.every(({ status }) => !statuses.includes(status));
const registered = (evidence: Evidence) => {
  const status = statusOf(evidence, "baseline_locked");
  return status === "pass" || status === "warn";
};

/** Read from above; the first rule that holds gives the grade. */
export const gradeTable: readonly Rule[] = [
  {
    grade: "E",
    needs: "No effect could be estimated: what is left is activity.",
    holds: ({ estimated }) => !estimated,
  },
  {
    grade: "D",
    needs: "Before and after, no comparison group.",
    holds: ({ compares }) => !compares,
  },
  {
    grade: "A",
    needs: "Random assignment, plan registered before the start, every check passed.",
    holds: (evidence) => evidence.random && none(evidence, "warn", "fail", "cannot_tell"),
  },
  {
    grade: "B",
    needs: "Random assignment and a registered plan; every check possible, none failed, some with a warning.",
    holds: (evidence) => evidence.random && registered(evidence) && none(evidence, "fail", "cannot_tell"),
  },
  {
    grade: "B",
    needs:
      "A real comparison group and a registered plan; no check failed, parallel pre-trends not rejected with enough power, placebo quiet.",
    holds: (evidence) =>
      !evidence.random &&
      registered(evidence) &&
      none(evidence, "fail") &&
      statusOf(evidence, "pre_trends") === "pass" &&
      statusOf(evidence, "placebo") === "pass",
  },
  {
    grade: "C",
    needs: "A comparison group, but the plan is unregistered, or a check failed or was impossible.",
    holds: () => true,
  },
];

export function gradeOf(evidence: Evidence): Grade {
  return gradeTable.find((rule) => rule.holds(evidence))?.grade ?? "E";
}
