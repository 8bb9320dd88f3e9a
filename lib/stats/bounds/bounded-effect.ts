import type { Arms } from "@/lib/stats/estimate";
import { type Ends, imbensManski } from "./imbens-manski";

/** An effect known only to lie between two ends. */
export type BoundedEffect = {
  kind: "bounds";
  method: string;
  /** The least and the largest effect the data allow, treated minus control. */
  bounds: [number, number];
  standardErrors: [number, number];
  /** Holds the effect with the confidence (Imbens and Manski 2004). */
  interval: [number, number];
  confidence: number;
  /** People with an outcome. */
  n: Arms<number>;
  /** People assigned, with an outcome or without. */
  assigned: Arms<number>;
  detail?: Record<string, unknown>;
};

type Parts = Omit<BoundedEffect, "kind" | "bounds" | "standardErrors" | "interval"> & { ends: Ends };

/** Closes bounds with their Imbens-Manski interval. */
export function boundedEffect({ ends, ...parts }: Parts): BoundedEffect {
  return {
    kind: "bounds",
    ...parts,
    bounds: [ends.low, ends.high],
    standardErrors: [ends.lowError, ends.highError],
    interval: imbensManski(ends, parts.confidence),
  };
}
