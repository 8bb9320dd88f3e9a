import type { ReactNode } from "react";
import type { Unit } from "@/lib/format/measure";
import type { ChartWords } from "./chart-frame";

export type TrendValue = {
  value: number;
  /** 95 % interval. */
  interval?: readonly [number, number];
  /** 50 % interval, drawn darker. */
  core?: readonly [number, number];
};

export type TrendSeries = {
  id: string;
  label: string;
  /** Decides colour and dash: trained solid blue, comparison dashed ochre, others in ink. */
  arm?: "trained" | "comparison";
  /** One per period; null where there is no figure. */
  values: readonly (TrendValue | null)[];
};

export type TrendChartProps = ChartWords & {
  /** Written out and in order: "Oct 2026", "Nov 2026". */
  periods: readonly string[];
  /** Four at most; the rest are small multiples. */
  series: readonly TrendSeries[];
  unit: Unit;
  /** Where people were first exposed: the index of the first exposed period. */
  exposure?: { at: number; label: string };
  /** Shaded from one index to another, both included. */
  followUp?: { from: number; to: number; label: string };
  /** What would have happened without it, dashed. */
  counterfactual?: { label: string; values: readonly (number | null)[] };
  target?: { value: number; label: string };
  /** Bounds that should not be crossed. */
  bounds?: readonly { value: number; label: string }[];
  /** Remarks on periods (by index), numbered in the drawing and written out beneath it, in this order. */
  marks?: readonly { at: number; text: ReactNode }[];
  /** Its numbers stand in a table beside it already. */
  tabled?: boolean;
  /** Starts the scale at zero. */
  zero?: boolean;
  height?: number;
};
