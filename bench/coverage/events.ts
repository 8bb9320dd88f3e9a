import { effectSize } from "@/lib/stats/effect-size";
import type { Arms } from "@/lib/stats/estimate";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { medianInterval } from "@/lib/stats/median-interval";
import { momentsOf } from "@/lib/stats/moments";
import { wilsonInterval } from "@/lib/stats/newcombe";
import { normalEstimate } from "@/lib/stats/normal-estimate";
import { poissonRate, rateRatio } from "@/lib/stats/poisson-rate";
import { randomEffects } from "@/lib/stats/pooling/random-effects";
import type { Random } from "@/lib/stats/random";
import { ratioOfSums } from "@/lib/stats/ratio-of-sums";
import { hazardRatio } from "@/lib/stats/survival/hazard-ratio";
import { kaplanMeier, survivalAt } from "@/lib/stats/survival/kaplan-meier";
import { type FollowUp, lifeTableOf } from "@/lib/stats/survival/life-table";
import { restrictedMeanDifference } from "@/lib/stats/survival/restricted-mean";
import { type Drawn, drawnFrom, type Simulation, times } from "./simulation";

const exponential = (random: Random, rate: number) => -Math.log(random.uniform()) / rate;

/** Days until an event of a given daily rate, of people who leave the watch at random or after 300 days. */
function watched(random: Random, count: number, rate: number): FollowUp {
  const ends = times(count, () => ({
    event: Math.ceil(exponential(random, rate)),
    leaves: Math.ceil(Math.min(300, exponential(random, 1 / 500))),
  }));
  return {
    time: ends.map(({ event, leaves }) => Math.min(event, leaves)),
    event: ends.map(({ event, leaves }) => Number(event <= leaves)),
  };
}

const usual = 1 / 150;
const horizon = 200;
const arms = (random: Random, ratio: number): Arms<FollowUp> => ({
  treated: watched(random, 60, ratio * usual),
  control: watched(random, 60, usual),
});
const curvesOf = ({ treated, control }: Arms<FollowUp>) => {
  const [one, other] = [kaplanMeier(lifeTableOf(treated)), kaplanMeier(lifeTableOf(control))];
  return one.kind === "curve" && other.kind === "curve" ? { treated: one, control: other } : null;
};
/** Share without the event after so many whole days, and the days lived without it up to the horizon. */
const without = (rate: number, days: number) => Math.exp(-rate * days);
const meanUpTo = (rate: number) => times(horizon, (day) => without(rate, day)).reduce((sum, share) => sum + share, 0);

function daysGained(random: Random, ratio: number): Drawn {
  const curves = curvesOf(arms(random, ratio));
  if (!curves) return null;
  return drawnFrom(restrictedMeanDifference(curves, horizon), meanUpTo(ratio * usual) - meanUpTo(usual));
}

function shareWithout(random: Random, ratio: number): Drawn {
  const curves = curvesOf(arms(random, ratio));
  if (!curves) return null;
  const [one, other] = [survivalAt(curves.treated, horizon), survivalAt(curves.control, horizon)];
  const standardError = Math.hypot(one.standardError ?? 0, other.standardError ?? 0);
  const given = { method: "kaplan_meier", estimate: one.survival - other.survival, standardError, confidence: 0.95 };
  const truth = without(ratio * usual, horizon) - without(usual, horizon);
  return drawnFrom(normalEstimate({ ...given, n: { treated: 60, control: 60 } }), truth);
}

/** Events in a time, as an exact Poisson number. */
function poisson(random: Random, mean: number): number {
  let [count, time] = [0, exponential(random, 1)];
  while (time < mean) {
    count += 1;
    time += exponential(random, 1);
  }
  return count;
}

function standardised(random: Random, effect: number): Drawn {
  const of = (mean: number) => momentsOf(times(15, () => mean + random.normal()));
  const found = effectSize({ treated: of(effect), control: of(0) });
  return found.kind === "effect-size" ? { interval: found.interval.cohenD, truth: effect, p: null } : null;
}

/** Eight units whose true effects differ by a deviation of 0.3. */
function pooled(random: Random, effect: number): Drawn {
  const groups = times(8, (group) => {
    const standardError = 0.2 + 0.3 * random.uniform();
    return { group, standardError, estimate: effect + 0.3 * random.normal() + standardError * random.normal() };
  });
  const found = randomEffects(groups, "paule_mandel");
  return found.kind === "not-estimable" ? null : { interval: found.interval, truth: effect, p: found.p };
}

const figure = { kind: "interval", studies: 10_000, none: null } as const;
const effect = { kind: "interval", studies: 2_000, effect: 1.7, none: 1 } as const;
const followed = "60 people an arm over up to 300 days, some leave the watch";

export const events: readonly Simulation[] = [
  { ...effect, method: "restricted_mean_difference", setting: followed, draw: daysGained },
  { ...effect, method: "kaplan_meier", setting: `${followed}; difference after 200 days`, draw: shareWithout },
  {
    ...effect,
    method: "cox_efron",
    setting: followed,
    draw: (random, ratio) => drawnFrom(hazardRatio(arms(random, ratio)), ratio),
  },
  {
    ...effect,
    studies: 5_000,
    method: "rate_ratio_exact",
    setting: "about 12 events in each of two groups",
    draw: (random, ratio) => {
      const of = (mean: number) => ({ events: poisson(random, mean), personYears: 100, people: 100 });
      return drawnFrom(rateRatio({ treated: of(12 * ratio), control: of(12) }), ratio);
    },
  },
  {
    ...effect,
    effect: 0.8,
    none: null,
    studies: 1_000,
    method: "effect_size",
    setting: "15 people an arm, normal",
    draw: standardised,
  },
  {
    ...effect,
    effect: 0.5,
    none: 0,
    studies: 5_000,
    method: "random_effects_paule_mandel_hartung_knapp",
    setting: "8 units whose effects differ",
    draw: pooled,
  },
  {
    ...figure,
    effect: 4,
    method: "rate_garwood",
    setting: "about 4 events in 100 person-years",
    draw: (random, mean) => {
      const found = poissonRate({ events: poisson(random, mean), personYears: 100, people: 100 });
      return found.kind === "figure" ? { interval: found.interval, truth: mean, p: null } : null;
    },
  },
  {
    ...figure,
    effect: 0.2,
    method: "share_wilson",
    setting: "30 people, share 0.2",
    draw: (random, share) => {
      const count = times(30, () => random.uniform() < share).filter(Boolean).length;
      return { interval: wilsonInterval({ n: 30, events: count }), truth: share, p: null };
    },
  },
  {
    ...figure,
    effect: Math.LN2,
    method: "median_order_statistic",
    setting: "15 people, exponential times",
    draw: (random, median) => {
      const found = medianInterval(times(15, () => exponential(random, 1)));
      return found.kind === "figure" ? { interval: found.interval, truth: median, p: null } : null;
    },
  },
  {
    ...figure,
    effect: 0.1,
    method: "ratio_of_sums",
    setting: "30 people with 5 to 60 cases each, an error in ten",
    draw: (random, share) => {
      const cases = times(30, () => 5 + Math.floor(56 * random.uniform()));
      const errors = cases.map((count) => times(count, () => random.uniform() < share).filter(Boolean).length);
      const { n, means, covariance } = jointMomentsOf([errors, cases]);
      const found = ratioOfSums({
        n,
        meanNumerator: means[0] ?? 0,
        meanDenominator: means[1] ?? 0,
        varianceNumerator: covariance[0]?.[0] ?? 0,
        varianceDenominator: covariance[1]?.[1] ?? 0,
        covariance: covariance[0]?.[1] ?? 0,
      });
      return found.kind === "figure" ? { interval: found.interval, truth: share, p: null } : null;
    },
  },
];
