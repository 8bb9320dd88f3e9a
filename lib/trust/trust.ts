import type { NotEstimableReason } from "@/lib/stats/estimate";

export const detectorIds = ["severity", "range", "halo", "bursts", "quarter_end", "drift", "system_gap"] as const;
/** What is looked at in how somebody rates. */
export type DetectorId = (typeof detectorIds)[number];

/** `look`: told from what is usual after adjusting for how many were looked at, and large enough to matter. */
export type TrustStatus = "fine" | "look" | "cannot-tell";

/** One detector for one rater. `value` in levels, for `range` the ratio of standard deviations, for `bursts` the share of ratings. */
export type RaterFigure = {
  detector: DetectorId;
  status: TrustStatus;
  value: number | null;
  interval: [number, number] | null;
  /** Two-sided unless the detector looks to one side; adjusted over raters by Benjamini and Hochberg. */
  p: number | null;
  /** As it was before looking at many. */
  ownP: number | null;
  people: number;
  ratings: number;
};

export type RaterRow = { id: string; name: string; people: number; ratings: number; figures: RaterFigure[] };

/** One detector over all raters. */
export type DetectorSummary = {
  detector: DetectorId;
  status: TrustStatus;
  looked: number;
  standOut: number;
  /** Raters with too little to tell by. */
  tooFew: number;
};

export type Coefficient = { value: number; interval: [number, number] | null };

/** How far raters of the same person, behaviour and quarter agree. */
export type Agreement =
  | {
      kind: "agreement";
      alpha: Coefficient | null;
      ac2: Coefficient | null;
      /** Share of pairs of ratings at the same level, and at most one apart. */
      exact: number;
      within: number;
      people: number;
      units: number;
    }
  | { kind: "withheld" }
  | { kind: "not-estimable"; reason: NotEstimableReason };

export type SourcePair = "manager_peer" | "manager_system" | "peer_system";

export type PairRow =
  | {
      pair: SourcePair;
      /** First less second, in levels. */
      difference: Coefficient | null;
      kappa: Coefficient | null;
      exact: number;
      within: number;
      people: number;
      units: number;
    }
  | { pair: SourcePair; withheld: true };

export type AgreementRow = { id: string; name: string; skill: string | null; agreement: Agreement };

export type SiteRow = {
  id: string;
  name: string;
  people: number;
  withheld: boolean;
  agreement: Agreement;
  /** Ratings by people less those of systems of the same person, behaviour and quarter. */
  gap: Coefficient | null;
};

/** A figure over the whole, with what it says. */
export type WholeFigure = {
  id: "quarter_end" | "inflation" | "ceiling" | "quality_falls";
  status: TrustStatus;
  value: number | null;
  interval: [number, number] | null;
  people: number;
  /** Which: KPIs of `quality_falls`, behaviours of `ceiling`. */
  names: string[];
};

export type TrustMonth = {
  month: string;
  /** Mean rating, less what is usual for the behaviour; null under the minimum of people. */
  people: Coefficient | null;
  systems: Coefficient | null;
};

export type Trust =
  | { kind: "empty" }
  | { kind: "withheld"; minimum: number }
  | {
      kind: "shown";
      window: { start: string; end: string };
      minimum: number;
      counts: { people: number; ratings: number; raters: number; manager: number; peer: number; system: number };
      overall: Agreement;
      pairs: PairRow[];
      behaviours: AgreementRow[];
      skills: AgreementRow[];
      sites: SiteRow[];
      detectors: DetectorSummary[];
      /** How far raters differ in severity beyond chance: a standard deviation in levels; null where it cannot be told. */
      severitySpread: number | null;
      /** Null for those who may not see raters by name. */
      raters: RaterRow[] | null;
      whole: WholeFigure[];
      months: TrustMonth[];
      asOf: string;
      dataVersion: string;
    };

/** Fewer ratings of one rater than this say nothing about how they rate. */
export const leastRatings = 20;
