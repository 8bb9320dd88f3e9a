import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import type { NotPooled } from "./group-effect";
import { type GroupRate, logLikelihood, type ShrunkenRates, shrunkenRates } from "./shrunken-rates";

function pooled(result: ShrunkenRates | NotPooled): ShrunkenRates {
  if (result.kind === "not-estimable") throw new Error(result.reason);
  return result;
}

const activities: GroupRate[] = [
  [9, 10],
  [40, 60],
  [3, 20],
  [70, 100],
  [0, 2],
  [25, 50],
  [0, 0],
].map(([events = 0, trials = 0], group) => ({ group, events, trials }));

test("the prior of the rates is the top of the marginal likelihood on a grid", () => {
  const { mean, priorTrials } = pooled(shrunkenRates(activities));
  const top = logLikelihood(activities, mean, priorTrials);
  for (let rate = 0.02; rate < 1; rate += 0.02) {
    for (let prior = 0.1; prior < 1e5; prior *= 1.3) {
      expect(logLikelihood(activities, rate, prior)).toBeLessThanOrEqual(top + 1e-9);
    }
  }
});

test("the likelihood is that of a beta-binomial counted out by hand", () => {
  // Beta(1, 1): every count from 0 to n is equally likely, 1 / (n + 1) over the choices.
  expectRelative(logLikelihood([{ group: 0, events: 2, trials: 5 }], 0.5, 2), Math.log(1 / 6 / 10), 1e-10);
});

test("rates are pulled towards the mean, small groups more, and nothing tried is the mean", () => {
  const result = pooled(shrunkenRates(activities));
  const [first, , , fourth, fifth, , last] = result.groups;
  expect(first?.shrunken).toBeLessThan(0.9);
  expect(fifth?.shrunken).toBeGreaterThan(0.1);
  expect(fifth?.pull).toBeGreaterThan(fourth?.pull ?? 1);
  expectRelative(last?.shrunken, result.mean);
  const turned = pooled(shrunkenRates(activities.map((rate) => ({ ...rate, events: rate.trials - rate.events }))));
  expectRelative(turned.mean, 1 - result.mean, 1e-5);
  expectRelative(turned.priorTrials, result.priorTrials, 1e-3);
});

test("rates alike are pooled wholly", () => {
  const alike = [10, 20, 40, 30].map((trials, group) => ({ group, events: trials / 2, trials }));
  const result = pooled(shrunkenRates(alike));
  expect(result.priorTrials).toBeGreaterThan(1e5);
  for (const { shrunken } of result.groups) expect(shrunken).toBeCloseTo(0.5, 4);
});

test("shrunken rates hold the true rate about 95% of the time on average over groups", () => {
  const random = seededRandom(83);
  let missed = 0;
  for (let study = 0; study < 40; study += 1) {
    const truths = Array.from({ length: 20 }, () => 1 / (1 + Math.exp(-0.5 - 0.6 * random.normal())));
    const groups = truths.map((truth, group) => {
      const trials = 10 + 3 * group;
      let events = 0;
      for (let trial = 0; trial < trials; trial += 1) events += random.uniform() < truth ? 1 : 0;
      return { group, events, trials };
    });
    for (const [index, { interval }] of pooled(shrunkenRates(groups)).groups.entries()) {
      const truth = truths[index] ?? 0;
      if (interval[0] > truth || interval[1] < truth) missed += 1 / 800;
    }
  }
  expect(missed).toBeGreaterThan(0.025);
  expect(missed).toBeLessThan(0.08);
}, 60_000);

test("refuses counts that are not, too few groups with trials, and events nowhere or everywhere", () => {
  const rates = (events: number, trials: number) => [0, 1, 2].map((group) => ({ group, events, trials }));
  expect(shrunkenRates(rates(0, 5))).toMatchObject({ reason: "no-events" });
  expect(shrunkenRates(rates(5, 5))).toMatchObject({ reason: "no-variation" });
  expect(shrunkenRates(rates(6, 5))).toMatchObject({ reason: "not-finite" });
  expect(shrunkenRates(rates(0, 0))).toMatchObject({ reason: "too-few-clusters" });
});
