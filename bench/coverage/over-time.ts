import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { segmentedRegression } from "@/lib/stats/linear/segmented-regression";
import { callawaySantanna, type GroupTimeDetail } from "@/lib/stats/panel/group-time/callaway-santanna";
import type { ClusterCohort, Cohort } from "@/lib/stats/panel/group-time/cohort-sample";
import type { Comparison } from "@/lib/stats/panel/group-time/design";
import { groupTimeEffects } from "@/lib/stats/panel/group-time/group-time-effects";
import { preTrend } from "@/lib/stats/panel/group-time/pre-trend";
import { resampledPreTrend } from "@/lib/stats/panel/group-time/resampled-pre-trend";
import { twfeCr1 } from "@/lib/stats/panel/two-way-fixed-effects/twfe-cr1";
import type { Random } from "@/lib/stats/random";
import { type Drawn, drawnFrom, type Simulation, times } from "./simulation";

const periods = 8;
/** First exposed periods of the waves; null for never. */
const waves = [3, 5, 6, null];

/** The course of somebody (or of a team's mean) over eight periods: a level of their own, a trend and shocks shared by all. */
function course(
  random: Random,
  { group, effect, error }: { group: number | null; effect: number; error: number },
): number[] {
  const level = (group ?? 0) + random.normal();
  return times(
    periods,
    (time) => level + 0.3 * time + error * random.normal() + (group !== null && time >= group ? effect : 0),
  );
}

function people(random: Random, count: number, effect: number): Cohort[] {
  return waves.map((group) => {
    const own = times(count / waves.length, () => course(random, { group, effect, error: 1 }));
    return { group, ...jointMomentsOf(times(periods, (time) => own.map((values) => values[time] ?? 0))) };
  });
}

function teams(random: Random, count: number, effect: number): ClusterCohort[] {
  return times(count, (cluster) => {
    const group = waves[cluster % waves.length] ?? null;
    const n = 5 + (cluster % 7) * 4;
    return { cluster, group, n, means: course(random, { group, effect, error: Math.sqrt(0.1 + 1 / n) }) };
  });
}

const comparisons = { never_treated: "never-treated", not_yet_treated: "not-yet-treated" } as const;

function overall(
  name: keyof typeof comparisons,
  input: (random: Random, effect: number) => Parameters<typeof callawaySantanna>[0],
) {
  return (random: Random, effect: number) =>
    drawnFrom(callawaySantanna(input(random, effect), { comparison: comparisons[name], draws: 0 }), effect);
}

/** Misses where any time since exposure, before or after, lies outside its band. */
function band(random: Random, effect: number): Drawn {
  const found = callawaySantanna({ cohorts: people(random, 120, effect) }, { draws: 499 });
  if (found.kind !== "estimate") return null;
  const { event } = found.detail as GroupTimeDetail;
  const gaps = event.levels.flatMap(({ level, band }) => {
    const truth = level >= 0 ? effect : 0;
    return band ? [Math.max(band[0] - truth, truth - band[1])] : [];
  });
  const worst = Math.max(...gaps);
  return { interval: [worst, Number.POSITIVE_INFINITY], truth: 0, p: null };
}

const comparison: Comparison = "never-treated";

function wald(input: Parameters<typeof groupTimeEffects>[0]) {
  const effects = groupTimeEffects(input, { comparison, basePeriod: "varying" });
  const test = effects.kind === "refused" ? null : preTrend(effects);
  return test?.kind === "test" ? test : null;
}

function resampled(random: Random): boolean | null {
  const rows = teams(random, 40, 0);
  const test = wald({ clusters: rows });
  return test && resampledPreTrend(rows, test, { comparison, seed: 1, draws: 99 }).p < 0.05;
}

/** A straight line, a change of level, and errors of which a share carries over to the next period. */
const series = (length: number, carried: number) => (random: Random, effect: number) => {
  let error = random.normal() / Math.sqrt(1 - carried * carried);
  const values = times(length, (at) => {
    error = carried * error + random.normal();
    return 0.1 * at + error + (at >= length / 2 ? effect : 0);
  });
  return drawnFrom(segmentedRegression({ values, start: length / 2 }), effect);
};

const interval = { kind: "interval", studies: 2_000, effect: 0.5, none: 0 } as const;

export const overTime: readonly Simulation[] = [
  ...(["never_treated", "not_yet_treated"] as const).flatMap((name): Simulation[] => [
    {
      ...interval,
      method: `callaway_santanna_${name}`,
      setting: "120 people in three waves and never exposed, 8 periods",
      draw: overall(name, (random, effect) => ({ cohorts: people(random, 120, effect) })),
    },
    {
      ...interval,
      method: `callaway_santanna_${name}`,
      setting: "40 teams of 5 to 29 people in three waves and never exposed, 8 periods",
      draw: overall(name, (random, effect) => ({ clusters: teams(random, 40, effect) })),
    },
  ]),
  {
    ...interval,
    method: "callaway_santanna_never_treated",
    setting: "bands over all times since exposure at once, 120 people",
    draw: band,
  },
  {
    ...interval,
    method: "twfe_cr1",
    setting: "40 teams of 5 to 29 people in three waves and never exposed, 8 periods",
    draw: (random, effect) => drawnFrom(twfeCr1({ clusters: teams(random, 40, effect) }), effect),
  },
  {
    kind: "test",
    method: "pre_trends",
    setting: "400 people, Wald",
    studies: 2_000,
    level: 0.05,
    rejects: (random) => {
      const test = wald({ cohorts: people(random, 400, 0) });
      return test && test.p < 0.05;
    },
  },
  {
    kind: "test",
    method: "pre_trends",
    setting: "40 teams of 5 to 29 people, resampled 99 times",
    studies: 1_000,
    level: 0.05,
    rejects: resampled,
  },
  ...(
    [
      [24, 0],
      [24, 0.4],
      [60, 0.4],
    ] as const
  ).map(
    ([length, carried]): Simulation => ({
      ...interval,
      studies: 5_000,
      method: "segmented_newey_west",
      setting: `${length} periods, ${carried === 0 ? "independent errors" : `errors of which ${carried} carries over`}`,
      effect: 3,
      draw: series(length, carried),
    }),
  ),
];
