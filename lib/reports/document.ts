import type { Grade } from "@/lib/evaluation/result";
import type { Unit } from "@/lib/format/measure";
import type { Signatures } from "@/lib/roi/results/signatures-of";

/** A figure with its name: `text` is how it is written everywhere, `value` what it is. Null is unknown, never zero. */
export type ReportFigure = {
  id: string;
  label: string;
  text: string;
  value: number | null;
  unit: Unit;
  interval: [number, number] | null;
  /** The interval as it is written; null where there is none. */
  intervalText: string | null;
  grade: Grade | null;
  /** Where it comes from and what limits it. */
  note: string | null;
  /** The page it leads to, from the root of the app. */
  href: string | null;
};

/** Whatever has a value has the unit it is in. `outside`: what stands there for readers outside the organisation, where `text` names somebody. */
export type ReportCell = { text: string; outside?: string } & (
  | { value?: never; unit?: never }
  | { value: number | null; unit: Unit }
);
/** `width`: how wide it is beside the others; one unless it says so. `internal`: it names people, and does not leave the organisation. */
export type ReportColumn = { id: string; header: string; align?: "end"; width?: number; internal?: true };

/** Units are those of `lib/format`: share, money, or a word. What is drawn has its interval where it has one; native charts are made of it, and pictures. */
export type ReportChart =
  | {
      type: "intervals";
      unit: string;
      rows: { label: string; value: number; interval: [number, number]; grade: Grade | null }[];
    }
  | { type: "bars"; unit: string; rows: { label: string; value: number }[] }
  | {
      type: "lines";
      unit: string;
      periods: string[];
      /** The last day of each of them, 'YYYY-MM-DD'. */
      days: string[];
      series: {
        label: string;
        arm: "trained" | "comparison" | null;
        /** What would have been, not what was. */
        supposed: boolean;
        values: (number | null)[];
        /** One per value; null where there is no interval at all. */
        bands: ([number, number] | null)[] | null;
      }[];
      exposure: { at: number; label: string } | null;
    }
  | {
      type: "portfolio";
      unit: string;
      marks: { label: string; value: number; interval: [number, number]; grade: Grade; size: number }[];
    };

export type ReportBlock = {
  /** Unique within its report. */
  title: string;
  /** Only in the full report. */
  full: boolean;
  /** Carries names or notes that do not leave the organisation. */
  internal: boolean;
} & (
  | { kind: "figures"; figures: ReportFigure[] }
  | { kind: "text"; paragraphs: string[] }
  | { kind: "list"; items: string[] }
  | { kind: "table"; columns: ReportColumn[]; rows: Record<string, ReportCell>[] }
  | { kind: "chart"; answer: string; caption: string; chart: ReportChart }
);

/** Files of one kind: what they hold and which system such files come out of. */
export type ReportSource = {
  label: string;
  from: string;
  files: number;
  /** When the newest was taken in (an instant), and the last day any row speaks of ('YYYY-MM-DD'); null for kinds without a time. */
  takenAt: string;
  newestFact: string | null;
};

/**
 * A report before it is a page, slides or a workbook: every format is drawn from this, so that a figure is the same in all of them. Plain data
 * that survive JSON.
 */
export type ReportDocument = {
  kind: "roi" | "initiative" | "scorecard" | "digest";
  title: string;
  /** The one sentence that may be said. */
  lead: string;
  grade: Grade | null;
  organisation: string;
  locale: string;
  currency: string;
  /** When the figures were computed (an instant), and of which data. */
  madeAt: string;
  /** The day what runs is counted from, YYYY-MM-DD: on another day such figures are others, of the same data. Absent where none of them runs. */
  day?: string;
  dataVersion: string;
  /** Files the figures rest on, by kind, in the order of `fileKinds`. */
  sources: ReportSource[];
  filters: string[];
  /** Which assumptions finance signed: `signed` of `used`, and who signed last when. Null where the report rests on none. */
  signatures: Signatures | null;
  limits: string[];
  notices: string[];
  /** The page it is of, from the root of the app. */
  href: string;
  blocks: ReportBlock[];
};
