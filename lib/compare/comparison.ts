import type { Period } from "@/lib/metrics/period";
import type { Choice, FigureState, ShownMetric } from "@/lib/scorecard/scorecard";
import type { Estimate } from "@/lib/stats/estimate";
import type { GroupName, Look } from "./input";

export type Grade = "C" | "D" | "E";

/** A count of people; null where it is above zero and under the minimum. */
type ShownCount = number | null;

export type TrendPoint = { value: number; interval: [number, number] | null; people: number } | null;

export type ComparedGroup = {
  name: GroupName;
  /** What it is called in sentences: "Group A". */
  title: string;
  /** What it is made of. */
  label: string;
  /** Employed in the period, after overlaps were settled; null of a group withheld, because counts can be subtracted, too. */
  people: ShownCount;
  /** In the period; where a change is looked at, that change. */
  state: FigureState;
  /** Where a change is looked at: the level of the same people, earlier and now. */
  levels: { earlier: number; now: number } | null;
  withheld: "too-few" | "complementary" | "differencing" | null;
  /** Of frozen cohorts among its rules: how many of its people have left since. */
  frozen: { name: string; on: string; people: ShownCount; left: ShownCount }[];
  trend: TrendPoint[];
};

/** Of two groups that are both shown. */
export type Overlap = {
  names: [GroupName, GroupName];
  people: ShownCount;
  /** Both lost them, or the wider one did because it holds the other whole. */
  settled: "both" | GroupName;
};

/** What a difference is measured with, and why. */
export type MethodChoice = { id: string; name: string; why: string };

export type PairDifference = {
  names: [GroupName, GroupName];
  method: MethodChoice;
  estimate: Estimate;
  /** A ratio of rates, else a difference in the unit of the metric. */
  kind: "difference" | "ratio";
  /** Holm, over all pairs; null with one pair. */
  adjustedP: number | null;
  effectSize: { g: number; interval: [number, number] } | null;
  eValue: { estimate: number; limit: number | null } | null;
  /** The shift between typical people, where values are few and lopsided. */
  beside: Estimate | null;
  sentence: string;
  verdict: "better" | "worse" | "different" | "unclear" | "none";
};

export type BalanceRow = {
  label: string;
  unit: "years" | "share" | "metric";
  values: Partial<Record<GroupName, number>>;
  /** Of each other group against the first. */
  differences: Partial<Record<GroupName, number | null>>;
};

export type Adjusted = {
  names: [GroupName, GroupName];
  adjustedFor: string[];
  /** Per person, as they are, of the same people the adjusted one is of. */
  raw: Estimate;
  adjusted: Estimate;
  methodName: string;
  left: number;
  sample: number | null;
};

export type ComparisonClaim = {
  grade: Grade;
  sentence: string;
  /** People chose what parts the groups. */
  selfSelected: boolean;
  because: string[];
  raise: string[];
  limits: string[];
};

export type Header = {
  metric: ShownMetric;
  period: Period & { name: string };
  compared: { start: string; end: string; name: string; grain: Period["grain"] } | null;
  look: Look;
  minimum: number;
  asOf: string;
  revisedAt: string;
  dataVersion: string;
  behind: boolean;
};

export type GroupOffer = {
  /** What conditions may be chosen, by kind. */
  places: { label: string; options: Choice[] }[];
  arms: Choice[];
  activities: Choice[];
  formats: Choice[];
  surfaces: Choice[];
  quarters: string[];
  cohorts: Choice[];
};

/** A kept cohort as its list shows it. */
export type KeptCohort = {
  id: string;
  name: string;
  isList: boolean;
  frozenOn: string | null;
  createdOn: string;
  createdBy: string | null;
};

export type Offer = {
  groups: GroupOffer;
  metrics: { label: string; options: Choice[] }[];
  periods: { label: string; options: { value: string; label: string; start: string; grain: Period["grain"] }[] }[];
  scopes: { label: string; options: Choice[] }[];
};

export type Comparison =
  | { kind: "empty" }
  | { kind: "outside"; header: Header }
  /** Fewer than two groups are named. */
  | { kind: "unchosen" }
  | { kind: "same-group"; names: [GroupName, GroupName] }
  | {
      kind: "compared";
      header: Header;
      groups: ComparedGroup[];
      overlaps: Overlap[];
      pairs: PairDifference[];
      adjusted: Adjusted | null;
      notAdjusted: string | null;
      balance: BalanceRow[];
      trend: { months: string[]; why: string | null };
      claim: ComparisonClaim | null;
      /** The groups are the arms of this initiative, whose page says what may be claimed. */
      initiative: { id: string; title: string } | null;
    };
