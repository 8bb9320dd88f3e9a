import type { ArmMean } from "@/lib/evaluation/result";
import type { LaggedCorrelations } from "@/lib/stats/association/lagged-within-correlation";
import type { Arms } from "@/lib/stats/estimate";

/** The layers of the KPI ladder, from use to careers. */
export const rungIds = ["reached", "understood", "applied", "in_work", "business", "talent"] as const;
export type RungId = (typeof rungIds)[number];

/** The least effect worth having, and where that comes from; in the unit of the estimate, above zero. */
export type Matters = { value: number; because: "target" | "plan" | "spread" | "convention" };

/** One figure of a rung: its effect between arms, or why there is none, and the level of each arm at follow-up. */
export type LadderMeasure = {
  id: string;
  name: string;
  source: "learning" | "observation" | "kpi";
  /** Whether the rung hangs on it; else it stands beside. */
  decides: boolean;
  /** `chain`: the chain names it, the plan does not compare it. */
  role: "primary" | "secondary" | "chain";
  unit: string | null;
  currency: string | null;
  direction: "up" | "down";
  log: boolean;
  method: string | null;
  status: "estimated" | "not_estimable" | "too_early";
  reason: string | null;
  /** The day before which nothing is said. */
  until: string | null;
  estimate: number | null;
  ci: [number, number] | null;
  p: number | null;
  /** Of a secondary KPI, adjusted for there being several. */
  p_adjusted: number | null;
  /** What the estimate rests on, and what these are: people, or teams where teams are compared. */
  n: Arms<number>;
  counted: "people" | "teams";
  /** At follow-up, untransformed; null where nothing may be said yet. */
  levels: Arms<ArmMean> | null;
  /** The level the treated need for this alone to count as reached, where nobody compares (0 to 1). */
  mark: number | null;
  /** What the organisation wants the figure to be, and the effect that would have brought the treated there (null: they are there without it). */
  target: number | null;
  needed: number | null;
  matters: Matters | null;
};

export type LadderRung = { id: RungId; measures: LadderMeasure[] };

/** People by how they did in training and at work. `strong` is above the cut (by time: faster than it), `good` better than the median at work. */
export type TransferTable = {
  /** Null: over all activities of the chain. */
  activity: string | null;
  behaviour: string | null;
  by: "score" | "time";
  cut: { kind: "pass_mark" | "median"; value: number };
  /** Of the primary KPI at follow-up, among those counted. */
  median: number;
  cells: { strong_good: number; strong_poor: number; weak_good: number; weak_poor: number };
};

/** Does the applied skill move before the KPI, in the same people? */
export type Alignment =
  | (LaggedCorrelations & { period: string; sampled: boolean })
  | { kind: "not-estimable"; reason: string };

export type Traces = {
  /** People the programme was meant for, and how many of them used it; used it at least twice in a month before one complex task; passed it on. */
  treated: number;
  users: number;
  repeated: number;
  shared: number;
};

export type Survey = { helpful: number; distracting: number; irrelevant: number };

export type Ladder = {
  rungs: LadderRung[];
  transfer: TransferTable[];
  alignment: Alignment;
  /** Null where the chain names no activity that is on file. */
  traces: Traces | null;
  /** Latest answer of each person; anonymous ones count one each. */
  survey: Survey;
};
