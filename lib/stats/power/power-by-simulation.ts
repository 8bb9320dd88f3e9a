import { clopperPearson } from "@/lib/stats/binomial";
import { type Random, seededRandom } from "@/lib/stats/random";

export type SimulatedPower = {
  method: "power_by_simulation";
  /** Share of simulated studies that found the effect. */
  power: number;
  /** Of the share, for the number of draws (Clopper and Pearson). */
  interval: [number, number];
  confidence: number;
  draws: number;
  /** Studies that gave no estimate; they count as not finding the effect. */
  notEstimable: number;
  seed: number;
};

/**
 * Power of any design and analysis: `simulateOnce` draws a study with the planned effect and says whether the analysis found it
 * (null where it could not estimate). The same seed gives the same digits. Null for no draws.
 */
export function powerBySimulation(
  simulateOnce: (random: Random) => boolean | null,
  draws: number,
  seed: number,
  confidence = 0.95,
): SimulatedPower | null {
  if (!(draws >= 1)) return null;
  const random = seededRandom(seed);
  let [found, notEstimable] = [0, 0];
  for (let draw = 0; draw < draws; draw += 1) {
    const result = simulateOnce(random);
    if (result === true) found += 1;
    if (result === null) notEstimable += 1;
  }
  return {
    method: "power_by_simulation",
    power: found / draws,
    interval: clopperPearson(found, draws, confidence),
    confidence,
    draws,
    notEstimable,
    seed,
  };
}

/**
 * Smallest effect on a grid (ascending) whose simulated power reaches the aim, every effect with the same seed so that only the
 * effect differs. `lower`: the last effect that did not. Null where none does.
 */
export function detectableBySimulation(
  effects: readonly number[],
  powerAt: (effect: number) => SimulatedPower | null,
  power = 0.8,
): { effect: number; lower: number | null; simulated: SimulatedPower } | null {
  let lower: number | null = null;
  for (const effect of effects) {
    const simulated = powerAt(effect);
    if (simulated !== null && simulated.power >= power) return { effect, lower, simulated };
    lower = effect;
  }
  return null;
}
