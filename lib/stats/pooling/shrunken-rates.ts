import { betaQuantile } from "@/lib/stats/incomplete-beta";
import { logGamma } from "@/lib/stats/log-gamma";
import type { NotPooled, ShrunkenGroup } from "./group-effect";

/** How often something happened in one group: `events` out of `trials`. */
export type GroupRate = { group: string | number; events: number; trials: number };

/** Group rates after partial pooling. */
export type ShrunkenRates = {
  kind: "shrunken";
  method: "empirical_bayes_beta_binomial";
  /** Mean rate of groups such as these. */
  mean: number;
  /** What the other groups count for, in trials; at most 1e6, where the groups show no difference beyond chance. */
  priorTrials: number;
  groups: ShrunkenGroup[];
  confidence: number;
};

const [leastPrior, mostPrior] = [0.05, 1e6];

/**
 * Each group's rate pulled towards the rate of all: pass rates or effectiveness by activity, format, tool.
 *
 * Beta-binomial empirical Bayes: the Beta(m M, (1 - m) M) of the groups' true rates by marginal maximum likelihood (Skellam 1948), then each
 * group's posterior mean (events + m M) / (trials + M) and equal-tailed interval (Carlin and Louis 2000). M and m are taken as known ("naive"), so
 * with under some ten groups the intervals are somewhat short. Groups without trials get the mean and the widest interval.
 * Refuses fewer than three groups with trials, counts that are not counts, and events nowhere or everywhere.
 */
export function shrunkenRates(groups: readonly GroupRate[], confidence = 0.95): ShrunkenRates | NotPooled {
  const method = "empirical_bayes_beta_binomial";
  const refuse = (reason: NotPooled["reason"]): NotPooled => ({
    kind: "not-estimable",
    method,
    reason,
    groups: groups.length,
  });
  if (!groups.every(({ events, trials }) => events >= 0 && events <= trials && Number.isFinite(trials))) {
    return refuse("not-finite");
  }
  const tried = groups.filter(({ trials }) => trials > 0);
  const events = tried.reduce((sum, group) => sum + group.events, 0);
  const trials = tried.reduce((sum, group) => sum + group.trials, 0);
  if (tried.length < 3) return refuse("too-few-clusters");
  if (events === 0) return refuse("no-events");
  if (events === trials) return refuse("no-variation");

  const { mean, priorTrials } = fitPrior(tried);
  return {
    kind: "shrunken",
    method,
    mean,
    priorTrials,
    groups: groups.map((group) => shrink(group, mean, priorTrials, confidence)),
    confidence,
  };
}

function shrink({ group, events, trials }: GroupRate, mean: number, prior: number, confidence: number): ShrunkenGroup {
  const a = events + mean * prior;
  const b = trials - events + (1 - mean) * prior;
  const tail = (1 - confidence) / 2;
  return {
    group,
    estimate: trials > 0 ? events / trials : mean,
    shrunken: a / (a + b),
    standardError: Math.sqrt(((a / (a + b)) * (b / (a + b))) / (a + b + 1)),
    interval: [
      betaQuantile({ lower: tail, upper: 1 - tail }, a, b).x,
      betaQuantile({ lower: 1 - tail, upper: tail }, a, b).x,
    ],
    pull: prior / (trials + prior),
  };
}

/** Marginal likelihood, maximised over the mean within, over the prior's weight (on a log scale, grid then golden section) without. */
function fitPrior(groups: readonly GroupRate[]): { mean: number; priorTrials: number } {
  const meanAt = (logPrior: number) =>
    highest((logit) => logLikelihood(groups, 1 / (1 + Math.exp(-logit)), Math.exp(logPrior)), -14, 14);
  const profile = (logPrior: number) => meanAt(logPrior).value;
  const [low, high] = [Math.log(leastPrior), Math.log(mostPrior)];
  const step = (high - low) / 24;
  const grid = Array.from({ length: 25 }, (_, index) => low + step * index);
  const values = grid.map(profile);
  const top = grid[values.indexOf(Math.max(...values))] ?? high;
  const best = highest(profile, Math.max(low, top - step), Math.min(high, top + step));
  const logPrior = best.at > high - 1e-3 ? high : best.at;
  return { mean: 1 / (1 + Math.exp(-meanAt(logPrior).at)), priorTrials: Math.exp(logPrior) };
}

/** Of the beta-binomial, without the binomial coefficients. */
export function logLikelihood(groups: readonly GroupRate[], mean: number, prior: number): number {
  const [a, b] = [mean * prior, (1 - mean) * prior];
  return groups.reduce((sum, { events, trials }) => {
    const seen = logGamma(events + a) - logGamma(a) + logGamma(trials - events + b) - logGamma(b);
    return sum + seen - (logGamma(trials + prior) - logGamma(prior));
  }, 0);
}

/** The top of a function with one peak, by golden section. */
function highest(f: (at: number) => number, from: number, to: number): { at: number; value: number } {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > 1e-7 * Math.max(1, Math.abs(low))) {
    if (atLeft >= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = f(right);
    }
  }
  const at = (low + high) / 2;
  return { at, value: f(at) };
}
