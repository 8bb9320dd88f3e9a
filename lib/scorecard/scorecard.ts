import type { ScopeRequest } from "@/lib/access/scope-request";
import type { Category, ClaimGrade, Metric, MetricKind } from "@/lib/metrics/metric";
import type { Grain } from "@/lib/metrics/period";
import type { NotEstimableReason } from "@/lib/stats/estimate";
import type { OrderName } from "./input";
import type { Ranked } from "./rank-movers";

/** What a tile, a point of a history or a group of a table holds: a figure, or the reason there is none. */
export type FigureState =
  | {
      kind: "figure";
      value: number;
      interval: [number, number] | null;
      people: number;
      method: string;
      numerator: number | null;
      denominator: number | null;
    }
  | { kind: "withheld"; minimum: number; why: "too-few" | "complementary" }
  | { kind: "too-early"; until: string; why: string }
  | { kind: "not-estimable"; reason: NotEstimableReason; people: number }
  | { kind: "no-data"; how: string };

/** Against the comparison: a difference in the metric's unit, or a ratio of rates. Null interval: no method gives one. */
export type Change =
  | {
      kind: "difference" | "ratio";
      estimate: number;
      interval: [number, number] | null;
      method: string;
      verdict: Verdict;
    }
  | { kind: "none"; reason: string };

/** Whether the interval excludes "no change", and then for better or worse (or just different, where neither is better). */
export type Verdict = "better" | "worse" | "different" | "unclear";

export type Point = { period: string; start: string; state: FigureState };

export type ShownMetric = Pick<
  Metric,
  "id" | "category" | "name" | "question" | "unit" | "direction" | "source" | "owner" | "windowDays"
> &
  Pick<Metric, "kpi"> & { kind: MetricKind; counts: "people" | "teams"; numerator: string; denominator: string };

/** How a figure stands in its own last periods: see `ownStanding`. */
export type OwnStanding = {
  place: "highest" | "lowest" | "within";
  /** Beyond chance: it differs from every single earlier figure. */
  isSure: boolean;
  /** Smallest and largest of the earlier figures. */
  range: [number, number];
  /** Above how many of the earlier figures it lies. */
  above: number;
  earlier: number;
};

export type Tile = {
  metric: ShownMetric;
  state: FigureState;
  change: Change;
  /** The last periods up to this one, oldest first. Empty where none are kept. */
  history: Point[];
  /** Null where its own history is too short, or the data cover only part of the period. */
  standing: OwnStanding | null;
  target: number | null;
  grade: ClaimGrade;
  gradeReason: string;
  /** What may be said. */
  sentence: string;
};

export type Group = { id: string; label: string; scope: string | null; state: FigureState; history: Point[] };

export type Breakdown = {
  by: string;
  metric: ShownMetric;
  groups: Group[];
  periods: string[];
  reference: (number | null)[];
  more: number;
  order: OrderName;
  movers: Movers;
};

/** The groups of a table by how they changed since a period (its first day), with what of it is noise. */
export type Movers =
  | {
      kind: "ranked";
      since: string;
      isRatio: boolean;
      movers: (Ranked & { label: string; scope: string | null })[];
      /** Groups without a figure, or an interval, in one of the two periods. */
      left: number;
    }
  | { kind: "none"; why: "unlike" | "few" };

export type CertifiedApplied = {
  periods: string[];
  certified: Point[];
  applied: Point[];
  /** `verdict`: what became of it since the first period with a figure. */
  kpi: { metric: ShownMetric; points: Point[]; verdict: "better" | "worse" | "unchanged" | "unknown" } | null;
  answer: string;
};

export type WhatChanged = { metricId: string; text: string };

export type Choice = { value: string; label: string };
type Choices = {
  scopes: { label: string; options: Choice[] }[];
  periods: { label: string; options: Choice[] }[];
  against: Choice[];
};

export type Header = {
  scope: { text: string; label: string; kind: ScopeRequest["kind"] };
  people: number;
  period: { name: string; grain: Grain; start: string; end: string; complete: boolean };
  /** `isTime` where the same people are compared with themselves at another time. */
  against: { text: string; label: string; isTime: boolean };
  minimum: number;
  asOf: string;
  revisedAt: string;
  dataVersion: string;
  /** Facts have changed that these figures do not include yet. */
  behind: boolean;
  /** What the viewer may do beyond reading: set targets; see, one by one, the people a figure is made of. */
  rights: { targets: boolean; people: boolean };
  choices: Choices;
};

export type Scorecard =
  | { kind: "empty" }
  /** The period lies before the first or after the last month with data. */
  | { kind: "outside"; header: Header }
  | { kind: "withheld"; header: Header; why: "too-few" | "complementary" | "differencing" }
  | {
      kind: "shown";
      header: Header;
      whatChanged: WhatChanged[];
      /** Figures that differ beyond noise when all are judged together, and how many there are to judge. */
      beyondNoise: { moved: number; of: number };
      categories: { id: Exclude<Category, "activity">; tiles: Tile[] }[];
      certifiedApplied: CertifiedApplied | null;
      breakdown: Breakdown | null;
      activity: Tile[];
    };
