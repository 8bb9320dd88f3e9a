import { ancovaHc2FromRows } from "@/lib/stats/ancova-hc2";
import { cuped } from "@/lib/stats/cuped";
import { type ClusterWaves, didCr1 } from "@/lib/stats/did-cr1";
import { didWelch } from "@/lib/stats/did-welch";
import type { Arms } from "@/lib/stats/estimate";
import type { ArmRows } from "@/lib/stats/hc2";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { momentsOf } from "@/lib/stats/moments";
import type { Random } from "@/lib/stats/random";
import { welch } from "@/lib/stats/welch";
import { normals, unequal } from "./normal-arms";
import { drawnFrom, type Simulation, times } from "./simulation";

/** People whose outcome leans on a value before; in the treated arm with another slope where `bend` is given. */
function trial(random: Random, effect: number, bend: number, n = { treated: 20, control: 35 }): Arms<ArmRows> {
  const before = normals(random, n.treated + n.control);
  const centre = momentsOf(before).mean;
  const arm = (own: readonly number[], slope: number, shift: number): ArmRows => ({
    outcome: own.map((x) => shift + slope * (x - centre) + random.normal()),
    covariates: [own],
  });
  return { treated: arm(before.slice(0, n.treated), 1 + bend, effect), control: arm(before.slice(n.treated), 1, 0) };
}

/** Teams (or people) before and after, a third of them treated. */
function waves(random: Random, effect: number, sizes: readonly number[], teamDeviation: number): ClusterWaves[] {
  return sizes.map((n, cluster) => {
    const arm = cluster % 3 === 0 ? "treated" : "control";
    const [level, drift] = [3 * random.normal(), teamDeviation * random.normal()];
    const mean = () => random.normal() / Math.sqrt(n);
    const after = level + 2 + drift + mean() + (arm === "treated" ? effect : 0);
    return { cluster, arm, before: { n, mean: level + mean() }, after: { n, mean: after } };
  });
}

const cheap = { kind: "interval", studies: 10_000, none: 0 } as const;
const people = "20 treated and 35 control people, normal, value before with slope 1";
const teams = [5, 8, 12, 20, 30];

export const twoArms: readonly Simulation[] = [
  {
    ...cheap,
    method: "welch",
    setting: "15 treated and 30 control people, spread twice as large among the treated",
    effect: 1,
    draw: (random, effect) => drawnFrom(welch(unequal(random, effect, { treated: 15, control: 30 })), effect),
  },
  {
    ...cheap,
    method: "did_welch",
    setting: "changes of 10 treated and 40 control people, spread twice as large among the treated",
    effect: 1,
    draw: (random, effect) => drawnFrom(didWelch(unequal(random, effect, { treated: 10, control: 40 })), effect),
  },
  {
    ...cheap,
    method: "lin_hc2",
    setting: `${people}, 2 among the treated`,
    effect: 1,
    draw: (random, effect) => drawnFrom(linHc2FromRows(trial(random, effect, 1)), effect),
  },
  {
    ...cheap,
    method: "ancova_hc2",
    setting: people,
    effect: 1,
    draw: (random, effect) => drawnFrom(ancovaHc2FromRows(trial(random, effect, 0)), effect),
  },
  {
    ...cheap,
    method: "cuped",
    setting: people,
    effect: 1,
    draw: (random, effect) => {
      const { treated, control } = trial(random, effect, 0);
      const moments = ({ outcome, covariates }: ArmRows) => jointMomentsOf([outcome, ...covariates]);
      return drawnFrom(cuped({ treated: moments(treated), control: moments(control) }), effect);
    },
  },
  {
    ...cheap,
    method: "did_cr1",
    setting: "15 treated and 30 control people before and after",
    effect: 1.5,
    draw: (random, effect) =>
      drawnFrom(
        didCr1(
          waves(
            random,
            effect,
            times(45, () => 1),
            0,
          ),
        ),
        effect,
      ),
  },
  {
    ...cheap,
    method: "did_cr1",
    setting: "10 treated and 20 control teams of 5 to 30 people whose trends differ",
    effect: 1.5,
    draw: (random, effect) =>
      drawnFrom(
        didCr1(
          waves(
            random,
            effect,
            times(30, (at) => teams[at % 5] ?? 5),
            0.5,
          ),
        ),
        effect,
      ),
  },
];
