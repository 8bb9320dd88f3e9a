import type { MethodResult } from "@/lib/evaluation/result";

type Range = [number, number];
type Arm = "treated" | "control";
type SurvivalStep = { time: number; survival: number; ci: Range | null };

export type SurvivalArm = {
  n: number;
  events: number;
  median: { time: number | null; ci: [number | null, number | null] | null };
  /** From everybody at the start on, as far as enough people are watched. */
  steps: SurvivalStep[];
  /** The last time enough people are watched. */
  until: number;
};

export type SurvivalPicture = {
  arms: Record<Arm, SurvivalArm>;
  horizon: number;
  /** People still watched; null where they are fewer than may be shown. */
  watched: { time: number; treated: number | null; control: number | null }[];
  logRank: { p: number } | null;
};

type StoredStep = { time: number; at_risk: number; survival: number; ci: Range | null };
type StoredCurve = { n: number; events: number; median: SurvivalArm["median"]; steps: StoredStep[] };

/**
 * What the pages draw of Kaplan-Meier curves: each as far as `minimum` people are watched, because after that it shows single people. Null where
 * the method left none.
 */
export function survivalPicture({ detail }: Pick<MethodResult, "detail">, minimum: number): SurvivalPicture | null {
  const {
    curves,
    horizon,
    watched = [],
    log_rank: logRank = null,
  } = detail as {
    curves?: Record<Arm, StoredCurve>;
    horizon?: number;
    watched?: { time: number; treated: number; control: number }[];
    log_rank?: { p: number } | null;
  };
  if (!curves || horizon === undefined) return null;
  const end = horizon;
  const armOf = (arm: Arm): SurvivalArm => {
    const { n, events, median, steps } = curves[arm];
    const few = [
      ...steps.filter(({ at_risk: left }) => left < minimum),
      ...watched.filter((at) => at[arm] < minimum),
    ].map(({ time }) => time);
    const until = Math.min(end, ...few);
    const kept = steps.filter(({ time }) => time < until || (time === until && few.length === 0));
    const start = { time: 0, survival: 1, ci: null };
    return {
      n,
      events,
      median,
      until,
      steps: [start, ...kept.map(({ time, survival, ci }) => ({ time, survival, ci }))],
    };
  };
  const enough = (count: number) => (count > 0 && count < minimum ? null : count);
  return {
    arms: { treated: armOf("treated"), control: armOf("control") },
    horizon: end,
    watched: watched.map(({ time, treated, control }) => ({
      time,
      treated: enough(treated),
      control: enough(control),
    })),
    logRank,
  };
}
