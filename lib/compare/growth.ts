import type { FigureState } from "@/lib/scorecard/scorecard";
import type { Estimate } from "@/lib/stats/estimate";
import type { Adjusted, ComparedGroup, ComparisonClaim } from "./comparison";
import type { LearningKind } from "./skill-window";

type LearnedGroup = {
  kind: LearningKind;
  /** Levels a quarter, by the ratings of others. */
  growth: FigureState;
  /** By what people say of themselves. */
  self: FigureState;
};

export type GrowthPair = { kinds: [LearningKind, LearningKind]; estimate: Estimate; adjustedP: number | null };

export type SkillGrowth = {
  skill: string;
  flow: FigureState;
  traditional: FigureState;
  none: FigureState;
  /** In the flow against at a destination only; null where one of them is not shown. */
  difference: Estimate | null;
  adjustedP: number | null;
};

export type Growth =
  | { kind: "empty" }
  | { kind: "withheld"; why: NonNullable<ComparedGroup["withheld"]>; minimum: number }
  | {
      kind: "shown";
      scope: string;
      window: { start: string; end: string };
      minimum: number;
      groups: LearnedGroup[];
      pairs: GrowthPair[];
      adjusted: Adjusted | null;
      skills: SkillGrowth[];
      claim: ComparisonClaim;
      asOf: string;
      dataVersion: string;
    };
