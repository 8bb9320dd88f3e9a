import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { type ComparedRows, countArms } from "@/lib/stats/matching/compared-rows";
import { inverseProbability } from "@/lib/stats/matching/inverse-probability";
import { matchedPairs } from "@/lib/stats/matching/matched-pairs";
import { nearestNeighbour } from "@/lib/stats/matching/nearest-neighbour";
import { propensity } from "@/lib/stats/matching/propensity";
import { momentsOf } from "@/lib/stats/moments";
import { doublyRobustDid } from "@/lib/stats/panel/doubly-robust-did";
import { callawaySantannaDoublyRobust } from "@/lib/stats/panel/group-time/callaway-santanna-dr";
import type { PanelRows } from "@/lib/stats/panel/group-time/doubly-robust-effects";
import type { Random } from "@/lib/stats/random";
import { drawnFrom, type Simulation, times } from "./simulation";

/** People who are trained the more likely the higher two covariates, which move the change too. */
function compared(random: Random, count: number, effect: number): ComparedRows {
  const covariates = [times(count, random.normal), times(count, () => Number(random.uniform() < 0.4))];
  const index = (person: number) => 0.6 * (covariates[0]?.[person] ?? 0) + 0.5 * (covariates[1]?.[person] ?? 0);
  const treated = times(count, (person) => Number(random.uniform() < 1 / (1 + Math.exp(0.9 - index(person)))));
  const outcome = treated.map((own, person) => index(person) + random.normal() + own * effect);
  return { treated, outcome, covariates };
}

/** As the evaluation matches: the nearest on the logit within 0.2 of its standard deviation, each used once. */
function pairs(rows: ComparedRows): Estimate {
  const score = propensity(rows);
  if (score.kind === "refused") return notEstimable("matched_pairs_t", score.reason, countArms(rows.treated));
  const logits = score.odds.map(Math.log);
  const caliper = 0.2 * Math.sqrt(momentsOf([...logits]).variance);
  return matchedPairs(nearestNeighbour(logits, rows.treated, { replacement: false, caliper }), rows.outcome);
}

/** Two waves and never exposed, over five periods, whose trend follows a covariate. */
function panel(random: Random, count: number, effect: number): PanelRows {
  const covariate = times(count, random.normal);
  const groups = covariate.map(
    (x) => [null, null, 2, 3][Math.floor(4 / (1 + Math.exp(-x - 1.5 * random.normal())))] ?? null,
  );
  const level = times(count, random.normal);
  const outcomes = times(5, (time) =>
    groups.map((group, person) => {
      const trend = 0.5 * time * (covariate[person] ?? 0);
      return (level[person] ?? 0) + trend + random.normal() + (group !== null && time >= group ? effect : 0);
    }),
  );
  return { groups, outcomes, covariates: [covariate] };
}

const interval = { kind: "interval", studies: 2_000, effect: 0.5, none: 0 } as const;
const setting = "200 people, two covariates that move both training and change";

export const alikePeople: readonly Simulation[] = [
  {
    ...interval,
    method: "dr_did",
    setting,
    draw: (random, effect) => drawnFrom(doublyRobustDid(compared(random, 200, effect)), effect),
  },
  {
    ...interval,
    method: "ipw_att",
    setting,
    draw: (random, effect) => drawnFrom(inverseProbability(compared(random, 200, effect), "att"), effect),
  },
  {
    ...interval,
    method: "matched_pairs_t",
    setting,
    draw: (random, effect) => drawnFrom(pairs(compared(random, 200, effect)), effect),
  },
  {
    ...interval,
    method: "callaway_santanna_never_treated",
    setting: "doubly robust, 200 people in two waves and never exposed, a covariate that moves exposure and trend",
    studies: 1_000,
    draw: (random, effect) => drawnFrom(callawaySantannaDoublyRobust(panel(random, 200, effect), { draws: 0 }), effect),
  },
];
