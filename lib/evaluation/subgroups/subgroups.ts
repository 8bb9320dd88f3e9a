import type { Arms } from "@/lib/stats/estimate";

/** By what people are told apart. Teams are not among these: they are small, and their figure would be read as their manager's. */
export const dimensions = ["role", "unit", "site", "tenure"] as const;
export type DimensionName = (typeof dimensions)[number];

export type GroupEffect = {
  group: string;
  n: Arms<number>;
  /** The group's own effect, with its interval; in the unit of the panel (logarithms where the plan takes them). */
  estimate: number;
  standard_error: number;
  ci: [number, number];
  /** Pulled towards the mean of all groups, the more the less is known; null under four groups. */
  shrunken: { estimate: number; ci: [number, number] } | null;
  /** The effect on the group less that on everybody else of the study. */
  difference: number;
  p: number;
  /** Benjamini-Hochberg over all groups of all dimensions. */
  p_adjusted: number;
};

export type GroupDimension = {
  dimension: DimensionName;
  groups: GroupEffect[];
  /** Groups that are not shown because they, or what would be left of the total without them, hold too few people. */
  withheld: number;
  /** Groups whose effect could not be computed, in words. */
  not_estimable: { group: string; reason: string }[];
  /** How much the true effects differ between the groups shown; null under two. */
  between: {
    mean: number;
    ci: [number, number];
    /** Standard deviation of the true effects. */
    tau: number;
    tau_ci: [number, number];
    q: number;
    df: number;
    p: number;
    i_squared: number;
    i_squared_ci: [number, number];
  } | null;
};

/** For whom the effect was larger or smaller; or why nobody can say. */
export type Subgroups =
  | {
      status: "estimated";
      /** What is compared within a group, and how its error is had. */
      compares: "adjusted" | "change" | "follow-up";
      errors: "welch" | "cr2";
      confidence: number;
      /** People of an arm under which a group is withheld. */
      minimum: number;
      dimensions: GroupDimension[];
    }
  | { status: "not_estimable"; reason: string };
