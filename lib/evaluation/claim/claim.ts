import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { Design } from "@/lib/evaluation/design";
import type { EarlyLook } from "@/lib/evaluation/early-look";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { Claim, Grade } from "@/lib/evaluation/result";
import { type Evidence, gradeOf } from "./grade-table";
import { directionOf, type Finding, sentenceFor } from "./sentence";

export type ClaimFacts = {
  design: Design;
  drawn: boolean;
  checks: CheckResult[];
  /** The headline of the primary KPI, or why there is none. */
  finding: Finding | { reason: string };
  earlyUntil: string | null;
  /** What may be said of the KPI before: an interval that holds at every look. */
  look: EarlyLook | null;
  kpi: PlanKpi | null;
  /** Limits that come from the data rather than from the design. */
  limits: string[];
};

const downgrades = new Set(["warn", "fail", "cannot_tell"]);

/** Grade, sentence, limits and what would raise it, from design and checks alone. */
export function claimFor({ design, drawn, checks, finding, earlyUntil, look, kpi, limits }: ClaimFacts): Claim {
  if (earlyUntil !== null) {
    const decided = look && kpi && look.decision !== "open" ? sentenceBefore(earlyUntil, kpi, look.decision) : null;
    return {
      grade: "E",
      sentence: decided ?? `Too early to tell until ${earlyUntil}: the follow-up window is not over.`,
      limits: [
        decided
          ? "Only the direction may be said: how large the effect is, and its grade, stand when the follow-up window is over."
          : "Nothing may be said about the effect before the follow-up window is over.",
      ],
      would_raise: [`Wait until ${earlyUntil}.`],
      because: ["The follow-up window is not over."],
      direction: "none",
    };
  }
  const estimated = "estimate" in finding;
  const { compares } = design;
  const grade = bestGrade({ estimated, compares, checks }, design.random, drawn);
  // Checks that no design of this kind can pass hold nothing down.
  const relevant = checks.filter(({ id, status }) => downgrades.has(status) && (drawn || id !== "sample_ratio"));
  const because = estimated ? relevant.map(({ says }) => says) : [finding.reason];
  if (estimated && !compares) because.unshift("There is no comparison group.");
  if (estimated && compares && !drawn) because.unshift("Nobody drew lots.");

  return {
    grade,
    sentence: estimated
      ? sentenceFor(grade, finding)
      : `No effect could be estimated, so this shows activity, not effect. ${finding.reason}`,
    limits: [...design.limits, ...limits],
    would_raise: estimated
      ? raisers({ random: drawn, compares }, relevant)
      : ["An estimate: see the reason above.", ...relevant.map(({ help }) => help)],
    because,
    direction: estimated ? directionOf(finding) : "none",
  };
}

/** The one thing an interval that holds at every look allows before the end. */
function sentenceBefore(until: string, { name, direction }: PlanKpi, decision: "above" | "below"): string {
  const valued = (decision === "above") === (direction === "up") ? "an improvement" : "a worsening";
  const side = decision === "above" ? "higher" : "lower";
  return `Too early to tell how much until ${until}, but the direction is decided: “${name}” is ${side} in the programme, ${valued}.`;
}

function raisers({ random, compares }: Pick<Design, "random" | "compares">, relevant: CheckResult[]): string[] {
  const fromChecks = [...new Set(relevant.map(({ help }) => help))];
  if (!compares)
    return ["A comparison group, so that seasons and chance can be told apart from the programme.", ...fromChecks];
  if (random) return fromChecks;
  return ["Assignment by chance: draw lots among people or teams next time.", ...fromChecks];
}

/**
 * An order of waves that was drawn counts as lots where the plan says in which shares, so that somebody can hold it to them; it is then
 * graded as drawn or as compared, whichever is stronger.
 */
function bestGrade(evidence: Omit<Evidence, "random">, random: boolean, drawn: boolean): Grade {
  const grade = gradeOf({ ...evidence, random });
  const held = evidence.checks.some(({ id, status }) => id === "sample_ratio" && status !== "cannot_tell");
  if (random || !drawn || !held) return grade;
  const [stronger = grade] = [grade, gradeOf({ ...evidence, random: true })].sort();
  return stronger;
}
