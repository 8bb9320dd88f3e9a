import type { CostKind, Stated, Unproven, ValueType } from "./case";
import type { ConservativeRule } from "./conservative-rules";

/** The figure of the stated values, and where 95 % of the draws lie. */
export type Ranged = { central: number; interval: [number, number] };

/** Why a line is not in the counted benefit. */
export type NotCounted = Unproven | "missing" | "unsourced" | "intangible" | "same_stream";

/** Money the evidence is too weak for: plausible, and not counted. Everything else that is not counted is no money yet. */
export const plausibleBecause: readonly NotCounted[] = ["grade", "chance", "unadjusted"];

export type LineResult = {
  id: string;
  counted: boolean;
  because: NotCounted | null;
  /** Factors nobody has stated, by id of the assumption. */
  missing: string[];
  /** Over all years counted, undiscounted; of a line that is not counted: what it would be. Null where it cannot be computed. */
  benefit: Ranged | null;
  hours: Ranged | null;
};

/** What an assumption came to under the rules. */
export type UsedAssumption = {
  id: string;
  value: number;
  low: number;
  high: number;
  /** Stated values that were left out as extreme. */
  dropped: Stated[];
};

/** How far the net benefit moves when one thing goes to the 5th and 95th percentile of its range, the others as stated. */
export type Swing = { id: string; kind: "effect" | "assumption"; at: [number, number]; net: [number, number] };

export type CaseResult = {
  currency: string;
  seed: number;
  draws: number;
  switchedOff: ConservativeRule[];
  years: number;
  cost: {
    total: number;
    once: number;
    /** What runs, over the years counted. */
    running: number;
    byKind: Record<CostKind | "unnamed", number>;
    /** Kinds nobody has entered anything for. */
    missing: CostKind[];
    learnerHours: number;
  };
  /** Counted, undiscounted, over the years counted. */
  benefit: Ranged;
  byType: Record<ValueType, Ranged>;
  net: Ranged;
  /** (benefit - cost) / cost; null where nothing was spent. */
  returnOnInvestment: Ranged | null;
  benefitCostRatio: Ranged | null;
  /** Null where nobody has stated a discount rate. */
  presentValue: Ranged | null;
  /** Months until what came back is what was spent; null where that does not happen within the years counted. */
  paybackMonths: number | null;
  /** Share of draws in which less came back than was spent. */
  lossProbability: number;
  /** The multiple of every counted effect at which nothing is gained or lost; below one it pays. Null where no benefit is counted. */
  breakEven: { multiple: number; improvements: { lineId: string; improvement: number }[] } | null;
  /** Cost for each person who became able to do the task; null where that is unknown or nobody did. */
  costPerAble: number | null;
  capacity: { hours: Ranged; fullTimeEquivalents: Ranged | null } | null;
  lines: LineResult[];
  assumptions: UsedAssumption[];
  /** The widest first. */
  tornado: Swing[];
  /** Shares of draws by net benefit, equally wide. */
  histogram: { from: number; to: number; share: number }[];
};
