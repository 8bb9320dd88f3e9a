import { complierEffectClustered } from "@/lib/stats/bounds/complier-effect-clustered";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { type Adjustment, adjustedCr2, type ClusterArm } from "@/lib/stats/linear/adjusted-cr2";
import { randomisationInference } from "@/lib/stats/linear/randomisation-inference";
import { momentsOf } from "@/lib/stats/moments";
import type { Random } from "@/lib/stats/random";
import { welchEstimate } from "@/lib/stats/welch";
import { drawnFrom, type Simulation, times } from "./simulation";

const sizes = [4, 9, 15, 24, 40];

/** Teams of 4 to 40 people, half of them drawn by lot; a seventh of the spread is the team's. */
function drawTeams(random: Random, count: number, effect: number): ClusterArm[] {
  const lots = times(count, (team) => ({ team, lot: random.uniform() })).toSorted(
    (left, right) => left.lot - right.lot,
  );
  const treated = new Set(lots.slice(0, count / 2).map(({ team }) => team));
  return times(count, (cluster) => {
    const arm = treated.has(cluster) ? ("treated" as const) : ("control" as const);
    const team = 0.4 * random.normal();
    const before = times(sizes[cluster % sizes.length] ?? 10, () => random.normal() + team);
    const after = before.map((x) => 0.6 * x + team + random.normal() + (arm === "treated" ? effect : 0));
    return { cluster, arm, ...jointMomentsOf([after, before]) };
  });
}

const adjusted = (adjustment: Adjustment, count: number): Simulation => ({
  kind: "interval",
  method: `${adjustment}_cr2`,
  setting: `${count} teams of 4 to 40 people, half of them drawn`,
  studies: count > 20 ? 2_000 : 4_000,
  effect: 1,
  none: 0,
  draw: (random, effect) => {
    const teams = drawTeams(random, count, effect).map((team) =>
      adjustment === "difference"
        ? { ...team, means: team.means.slice(0, 1), covariance: [[team.covariance[0]?.[0] ?? 0]] }
        : team,
    );
    return drawnFrom(adjustedCr2(teams, adjustment), effect);
  },
});

const teamMean = ({ means: [after = 0, before = 0] }: ClusterArm) => after - before;

export const clusters: readonly Simulation[] = [
  ...(["lin", "ancova", "difference"] as const).flatMap((adjustment) =>
    [6, 10, 30].map((count) => adjusted(adjustment, count)),
  ),
  {
    kind: "interval",
    method: "cluster_mean_welch",
    setting: "10 teams of 4 to 40 people, half of them drawn",
    studies: 5_000,
    effect: 1,
    none: 0,
    draw: (random, effect) => {
      const teams = drawTeams(random, 10, effect);
      const of = (arm: string) => momentsOf(teams.filter((team) => team.arm === arm).map(teamMean));
      return drawnFrom(
        welchEstimate("cluster_mean_welch", { treated: of("treated"), control: of("control") }, 0.95, {}),
        effect,
      );
    },
  },
  {
    kind: "interval",
    method: "cace_wald_cr1",
    setting: "30 teams of 4 to 40 people, half of them offered, of whom about 60 % take part",
    studies: 5_000,
    effect: 1,
    none: 0,
    draw: (random, effect) => {
      const teams = drawTeams(random, 30, 0).map((team) => {
        const takeUp = team.arm === "treated" ? 0.45 + 0.3 * random.uniform() : 0;
        return {
          cluster: team.cluster,
          arm: team.arm,
          n: team.n,
          outcome: (team.means[0] ?? 0) + takeUp * effect,
          takeUp,
        };
      });
      return drawnFrom(complierEffectClustered(teams), effect);
    },
  },
  {
    kind: "test",
    method: "randomisation_inference",
    setting: "8 teams of 4 to 40 people, all 70 draws",
    studies: 4_000,
    level: 0.05,
    rejects: (random) => {
      const found = randomisationInference(
        drawTeams(random, 8, 0).map((team) => ({ arm: team.arm, n: team.n, mean: teamMean(team) })),
      );
      return found.kind === "randomisation-test" ? found.p < 0.05 : null;
    },
  },
];
