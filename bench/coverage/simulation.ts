import type { Estimate } from "@/lib/stats/estimate";
import { type Random, seededRandom } from "@/lib/stats/random";

/** What one drawn study said; null where it said nothing. */
export type Drawn = { interval: readonly [number, number]; truth: number; p: number | null } | null;

/** A method on studies drawn at random, with an effect planted and without one. */
export type Simulation = {
  /** As results name it. */
  method: string;
  /** What was drawn, for a reader. */
  setting: string;
  /** At the usual scale. */
  studies: number;
} & (
  | {
      kind: "interval";
      /** Planted to see whether the interval holds it. */
      effect: number;
      /** What no effect is: zero, or one of a ratio. Null where the question makes no sense (a figure of one group). */
      none: number | null;
      draw: (random: Random, effect: number) => Drawn;
    }
  | {
      kind: "test";
      level: number;
      /** Whether it rejects where there is nothing to find; null where it refuses. */
      rejects: (random: Random) => boolean | null;
    }
);

export type Share = { share: number; error: number; most: number; met: boolean };
export type Measured = {
  method: string;
  setting: string;
  studies: number;
  /** Shares of the studies whose interval (or band) missed what was planted, and that rejected nothing being there. */
  missed: Share | null;
  rejected: Share | null;
  /** Studies in which the method refused: in no share. */
  refused: number;
};

/** Runs it, always with the same seed of its own. A share may pass its level by three simulation errors. */
export function simulate(simulation: Simulation, studies: number): Measured {
  const { method, setting } = simulation;
  const random = seededRandom(seedOf(method + setting));
  let refused = 0;
  const shareOf = (level: number, event: () => boolean | null): Share => {
    let [count, asked] = [0, 0];
    for (let study = 0; study < studies; study += 1) {
      const happened = event();
      if (happened === null) refused += 1;
      else {
        asked += 1;
        if (happened) count += 1;
      }
    }
    const share = count / asked;
    const most = level + 3 * Math.sqrt((level * (1 - level)) / asked);
    return { share, error: Math.sqrt((share * (1 - share)) / asked), most, met: share <= most };
  };
  if (simulation.kind === "test") {
    const { level, rejects } = simulation;
    const rejected = shareOf(level, () => rejects(random));
    return { method, setting, studies, missed: null, rejected, refused };
  }
  const { effect, none, draw } = simulation;
  const misses = (drawn: Drawn) => drawn && (drawn.truth < drawn.interval[0] || drawn.truth > drawn.interval[1]);
  const missed = shareOf(0.05, () => misses(draw(random, effect)));
  const rejects = (drawn: Drawn) => (drawn?.p == null ? misses(drawn) : drawn.p < 0.05);
  const rejected = none === null ? null : shareOf(0.05, () => rejects(draw(random, none)));
  return { method, setting, studies, missed, rejected, refused };
}

/** Of an estimate whose truth is known. */
export function drawnFrom(estimate: Pick<Estimate, "kind"> & Partial<EstimateParts>, truth: number): Drawn {
  const { interval, p } = estimate;
  return estimate.kind === "estimate" && interval ? { interval, truth, p: p ?? null } : null;
}
type EstimateParts = { interval: [number, number]; p: number };

export const times = <Value>(length: number, of: (index: number) => Value): Value[] =>
  Array.from({ length }, (_, index) => of(index));

function seedOf(text: string): number {
  let seed = 2_166_136_261;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return seed >>> 0;
}
