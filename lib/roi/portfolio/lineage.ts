import type { Plan, Window } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import type { CostKind } from "@/lib/money/case";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";

/** Rows of one file that an effect was computed from. Who they are about is not told. */
export type SourceRows = {
  kpiId: string;
  window: "baseline" | "follow_up";
  level: "person" | "team";
  rows: number;
  /** People or teams; null where they are fewer than the minimum. */
  of: number | null;
  firstDay: string;
  lastDay: string;
  file: SourceFile | null;
};

export type SourceFile = {
  /** Null where it came in by no upload that is still kept. */
  uploadId: string | null;
  name: string;
  sha256: string;
  /** Rows of the whole file, whoever they are about. */
  rows: number;
  takenAt: string;
};

export type LineageKpi = {
  id: string;
  code: string;
  name: string;
  kind: string;
  unit: string | null;
  direction: "up" | "down";
  role: "primary" | "secondary" | "placebo" | "line";
  /** Null where nothing was estimated, or too few people stand behind it. */
  headline: MethodResult | null;
  sources: SourceRows[];
};

export type LineageCost = {
  id: string;
  item: string;
  kind: CostKind | null;
  amount: number;
  currency: string | null;
  recurrence: "one_off" | "monthly" | "yearly";
  spentOn: string | null;
  file: SourceFile | null;
  /** Who entered it in the app; null for one from a file. */
  enteredBy: string | null;
};

/** What a figure of money was computed from, down to the files and how many of their rows. */
export type Lineage = {
  money: InitiativeMoney;
  plan: Plan;
  minimum: number;
  /** Null before there is an evaluation that may be shown. */
  evaluation: {
    id: string;
    dataVersion: string;
    codeVersion: string;
    planHash: string;
    evaluatedAt: string;
    baseline: Window | null;
    followUp: Window | null;
  } | null;
  kpis: LineageKpi[];
  costs: LineageCost[];
  cohort: SourceFile | null;
};
