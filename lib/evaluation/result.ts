import type { designs, kpiRoles } from "@/db/schema/plan-terms";
import type { CheckResult } from "./checks/check";
import type { DoseResponse } from "./dose-response/dose-response";
import type { Ladder } from "./ladder/ladder";
import type { Window } from "./plan";
import type { SpillOver } from "./spill-over/spill-over";
import type { Subgroups } from "./subgroups/subgroups";

export type Grade = "A" | "B" | "C" | "D" | "E";
export type Direction = "better" | "worse" | "unclear" | "negligible" | "not_worse" | "none";

export type MethodResult = {
  kpi: string;
  role: (typeof kpiRoles)[number];
  method: string;
  headline: boolean;
  status: "estimated" | "not_estimable";
  reason: string | null;
  estimate: number | null;
  standard_error: number | null;
  df: number | null;
  ci: [number, number] | null;
  p: number | null;
  n: { treated: number; control: number };
  detail: Record<string, unknown>;
};

export type Claim = {
  grade: Grade;
  sentence: string;
  limits: string[];
  would_raise: string[];
  /** Each check or fact that holds the grade down, in words. */
  because: string[];
  direction: Direction;
};

export type ArmMean = { n: number; mean: number | null; sd: number | null; ci: [number, number] | null };
export type Means = Record<"treated" | "control", { baseline: ArmMean; follow_up: ArmMean }>;

export type SeriesPoint = {
  period: string;
  ends: string;
  treated: ArmMean | null;
  control: ArmMean | null;
  /** Where the treated would stand had they changed as the control people did. */
  counterfactual: number | null;
};

type ArmInStudy = {
  label: string;
  arm: "treated" | "control" | null;
  people: number;
  exposed: number;
};

/** The document of study-format.md, and beside it what the pages draw. Keys are those of the format. */
export type EvaluationResult = {
  study: {
    title: string;
    design: (typeof designs)[number];
    people: number;
    clusters: number;
    data_version: string;
  };
  results: MethodResult[];
  checks: CheckResult[];
  claim: Claim;
  /** Chance decided who is in which arm, or who goes when. */
  lots_drawn: boolean;
  /** Set while the follow-up window is open: no verdict before this day. */
  early_until: string | null;
  windows: { baseline: Window | null; follow_up: Window | null; first_exposure: string | null };
  means: Means;
  picture: SeriesPoint[];
  arms: ArmInStudy[];
  seed: number;
  /** From use to careers, what people say and do, and skill against KPI; see lib/ladder for what follows from it. */
  ladder: Ladder;
  /** Of the primary KPI, once the follow-up window is over. */
  subgroups?: Subgroups;
  dose_response?: DoseResponse;
  spill_over?: SpillOver;
};

/** What `npm run evaluate` prints: the format, and nothing beside it. */
export function toStudyFormat({ study, results, checks, claim }: EvaluationResult) {
  const { grade, sentence, limits, would_raise } = claim;
  return {
    study,
    results,
    checks: checks.map(({ id, status, value, says }) => ({ id, status, value, says })),
    claim: { grade, sentence, limits, would_raise },
  };
}
