import type { Column, Row } from "@/components/ui/table-types";
import type { Unit } from "@/lib/format/measure";
import type { ChartWords } from "./chart-frame";

export type CurvePoint = { x: number; value: number | null; band?: readonly [number, number] | null };

export type CurveSeries = {
  id: string;
  label: string;
  arm: "trained" | "comparison";
  /** A `line` between points, a `step` that holds each value until the next, or `dots` with their bands as lines. */
  shape: "line" | "step" | "dots";
  dashed?: boolean;
  points: readonly CurvePoint[];
};

export type CurveProps = ChartWords & {
  series: readonly CurveSeries[];
  /** Name of what runs across, and between which values. */
  across: { label: string; from: number; to: number };
  /** Of the values as they are given. */
  unit: Unit;
  /** Values the scale must hold: zero, where the drawing is of effects. */
  holds?: readonly number[];
  /** A line down through the drawing, with its name. */
  mark?: { x: number; label: string } | null;
  /** A line across at zero: no effect. */
  zeroLine?: boolean;
  table: { columns: readonly Column[]; rows: readonly Row[] };
  height?: number;
};
