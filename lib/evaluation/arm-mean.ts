import { tFigure } from "@/lib/stats/figure";
import type { Moments } from "@/lib/stats/moments";
import type { Panel } from "./panel-sql";
import type { ArmMean, Means } from "./result";

/** A mean over people with its t interval; what cannot be known is null. */
export function armMean({ n, mean, variance }: Moments, confidence: number): ArmMean {
  if (n === 0) return { n, mean: null, sd: null, ci: null };
  if (n < 2) return { n, mean, sd: null, ci: null };
  const figure = tFigure({ method: "mean", value: mean, standardError: Math.sqrt(variance / n), n, confidence });
  return { n, mean, sd: Math.sqrt(variance), ci: figure.kind === "figure" ? figure.interval : null };
}

/** Means by arm and window, untransformed, over everybody with a value in that window. */
export function meansOf({ arms }: Pick<Panel, "arms">, confidence: number): Means {
  const of = (arm: "treated" | "control") => ({
    baseline: armMean(arms[arm].pre, confidence),
    follow_up: armMean(arms[arm].post, confidence),
  });
  return { treated: of("treated"), control: of("control") };
}
