import { expect, test } from "vitest";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { type ClusterWaves, didCr1 } from "./did-cr1";
import type { Arms, Estimate } from "./estimate";
import type { ArmRows } from "./hc2";
import { linHc2FromRows } from "./lin-hc2";
import { type Random, seededRandom } from "./random";

const studies = 2000;
/** Three standard errors of a share of 5% in that many studies. */
const slack = 3 * Math.sqrt((0.05 * 0.95) / studies);

function missShare(seed: number, truth: number, study: (random: Random) => Estimate): number {
  const random = seededRandom(seed);
  let misses = 0;
  for (let index = 0; index < studies; index += 1) {
    const [low, high] = estimated(study(random)).interval;
    if (truth < low || truth > high) misses += 1;
  }
  return misses / studies;
}

/** Two waves of 45 people in 15 and 30, with a person level that carries over and a shared shock of 2. */
const panel = (effect: number) => (random: Random) => {
  const rows = Array.from({ length: 45 }, (_, cluster): ClusterWaves => {
    const level = 3 * random.normal();
    const arm = cluster < 15 ? "treated" : "control";
    const after = level + 2 + random.normal() + (arm === "treated" ? effect : 0);
    return { cluster, arm, before: { n: 1, mean: level + random.normal() }, after: { n: 1, mean: after } };
  });
  return didCr1(rows);
};

/** A randomised study of 20 and 35 people, whose slope on the covariate differs by arm. */
const trial = (effect: number) => (random: Random) => {
  const people = Array.from({ length: 55 }, () => random.normal());
  const centre = people.reduce((sum, value) => sum + value, 0) / people.length;
  const arm = (from: number, to: number, slope: number, shift: number): ArmRows => {
    const covariate = people.slice(from, to);
    return { outcome: covariate.map((x) => shift + slope * (x - centre) + random.normal()), covariates: [covariate] };
  };
  const arms: Arms<ArmRows> = { treated: arm(0, 20, 2, effect), control: arm(20, 55, 1, 0) };
  return linHc2FromRows(arms);
};

test.each([
  ["did_cr1", panel],
  ["lin_hc2", trial],
] as const)("%s rejects a null 5% of the time and covers a planted effect 95% of the time", (_, design) => {
  expect(Math.abs(missShare(11, 0, design(0)) - 0.05)).toBeLessThan(slack);
  expect(Math.abs(missShare(12, 1.5, design(1.5)) - 0.05)).toBeLessThan(slack);
});
