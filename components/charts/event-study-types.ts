import type { Unit } from "@/lib/format/measure";
import type { ChartWords } from "./chart-frame";

export type EventStudyPoint = {
  /** Periods since the first exposure; negative before. */
  time: number;
  /** Null where too few people stand behind it. */
  shown: {
    value: number;
    /** Of this point alone; null where it has no spread. */
    interval: readonly [number, number] | null;
    /** Holds all points at once. */
    band: readonly [number, number] | null;
  } | null;
};

export type EventStudyProps = ChartWords & {
  points: readonly EventStudyPoint[];
  /** Of the values as they are given. */
  unit: Unit;
  /** One and many: "month", "months". */
  period: readonly [one: string, many: string];
  height?: number;
};
