import { complierEffect } from "@/lib/stats/bounds/complier-effect";
import { leeBounds } from "@/lib/stats/bounds/lee-bounds";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { momentsOf } from "@/lib/stats/moments";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import type { Random } from "@/lib/stats/random";
import { confidenceSequence } from "@/lib/stats/sequential/confidence-sequence";
import { nonInferiority } from "@/lib/stats/sequential/margin-test";
import { tEstimate } from "@/lib/stats/t-estimate";
import { welch } from "@/lib/stats/welch";
import { normals, unequal } from "./normal-arms";
import { type Drawn, drawnFrom, type Simulation, times } from "./simulation";

function compliers(random: Random, effect: number): Drawn {
  const arm = (offered: boolean) => {
    const takes = times(100, () => offered && random.uniform() < 0.6);
    const outcome = takes.map((took) => random.normal() + (took ? effect : 0));
    return jointMomentsOf([outcome, takes.map(Number)]);
  };
  return drawnFrom(complierEffect({ treated: arm(true), control: arm(false) }), effect);
}

/** One in five stays away in the control arm and one in ten among the treated; the effect is the same for everybody. */
function bounded(random: Random, effect: number): Drawn {
  const arm = (shift: number, stays: number) => ({
    assigned: 200,
    outcomes: normals(random, 200, shift).filter(() => random.uniform() < stays),
  });
  const found = leeBounds({ treated: arm(effect, 0.9), control: arm(0, 0.8) });
  return found.kind === "bounds" ? { interval: found.interval, truth: effect, p: null } : null;
}

function shares(random: Random, effect: number): Drawn {
  const arm = (n: number, share: number) => ({
    n,
    events: times(n, () => random.uniform() < share).filter(Boolean).length,
  });
  return drawnFrom(riskDifferenceNewcombe({ treated: arm(25, 0.2 + effect), control: arm(35, 0.2) }), effect);
}

/** Twelve looks, each after ten more people per arm; the union of what they miss. */
function looks(random: Random, effect: number): Drawn {
  const arms = { treated: [] as number[], control: [] as number[] };
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let look = 1; look <= 12; look += 1) {
    arms.treated.push(...normals(random, 10, effect, 2));
    arms.control.push(...normals(random, 10));
    const estimate = welch({ treated: momentsOf(arms.treated), control: momentsOf(arms.control) });
    const found = confidenceSequence(estimate, { units: 20 * look, plannedUnits: 240 });
    if (found.kind !== "confidence-sequence") return null;
    [low, high] = [Math.max(low, found.interval[0]), Math.min(high, found.interval[1])];
  }
  return { interval: [low, high], truth: effect, p: null };
}

function pairedChange(random: Random, effect: number): Drawn {
  const { n, mean, variance } = momentsOf(normals(random, 15, effect));
  const standardError = Math.sqrt(variance / n);
  const people = { treated: n, control: 0 };
  const given = {
    method: "before_after_paired",
    estimate: mean,
    standardError,
    degreesOfFreedom: n - 1,
    confidence: 0.95,
  };
  return drawnFrom(tEstimate({ ...given, n: people }), effect);
}

const cheap = { kind: "interval", studies: 10_000, none: 0 } as const;

export const besideTrials: readonly Simulation[] = [
  {
    ...cheap,
    method: "risk_difference_newcombe",
    setting: "25 treated and 35 control people, shares 0.4 and 0.2",
    effect: 0.2,
    draw: shares,
  },
  { ...cheap, method: "before_after_paired", setting: "changes of 15 people, normal", effect: 1, draw: pairedChange },
  {
    ...cheap,
    studies: 5_000,
    method: "cace_wald_hc2",
    setting: "100 offered, of whom 60 % take part, and 100 not",
    effect: 1,
    draw: compliers,
  },
  {
    ...cheap,
    studies: 5_000,
    method: "lee_bounds",
    setting: "200 people an arm, 10 and 20 % of them missing",
    effect: 0.5,
    draw: bounded,
  },
  {
    ...cheap,
    studies: 5_000,
    method: "confidence_sequence_normal_mixture",
    setting: "all of 12 looks, 10 more people an arm at each",
    effect: 0.5,
    draw: looks,
  },
  {
    kind: "test",
    studies: 10_000,
    method: "non_inferiority",
    setting: "truly worse by the margin, 15 treated and 30 control people, one-sided 2.5 %",
    level: 0.025,
    rejects: (random) => {
      const found = nonInferiority(welch(unequal(random, -1, { treated: 15, control: 30 })), {
        margin: 1,
        better: "higher",
      });
      return found.kind === "margin-test" ? found.isShown : null;
    },
  },
];
