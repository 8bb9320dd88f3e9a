import { comparisonOf } from "@/lib/evaluation/event-study";
import { explainReason } from "@/lib/evaluation/reasons";
import type { RollOut } from "@/lib/evaluation/roll-out-sql";
import { callawaySantanna } from "@/lib/stats/panel/group-time/callaway-santanna";
import { type Check, cannotTell } from "./check";

const id = "placebo";
const help = "Look for what else set the groups apart before the start; bring in more periods from before it.";
/** Two periods before and one after the pretended start. */
const fewestPeriods = 3;

/**
 * Placebo in time: everybody exposed later is taken as exposed half-way through the periods before the first exposure. An
 * effect there (p under 0.05) fails; an interval more than twice as wide as the headline's warns, because it would hold anything.
 */
export const placebo: Check = async ({ design, plan, occasion, headline }) => {
  if (design.outcome !== "trends") return null;
  const rollOut = await occasion.rollOut();
  const input = rollOut && pretended(rollOut.input);
  if (!input) return cannotTell(id, "There are too few periods before the start to pretend an earlier one.", help);
  const estimate = callawaySantanna(input, { comparison: comparisonOf(plan), confidence: plan.confidence, draws: 0 });
  if (estimate.kind !== "estimate") {
    return cannotTell(id, `A pretended earlier start shows nothing. ${explainReason(estimate.reason)}`, help);
  }
  const { p, interval } = estimate;
  const picture = [
    { label: "effect of the pretended start", value: estimate.estimate },
    { label: "lower end", value: interval[0] },
    { label: "upper end", value: interval[1] },
  ];
  if (p < 0.05) {
    const says = `A start pretended before anybody was exposed shows an effect too (p = ${p.toPrecision(2)}), so something else moved the groups apart.`;
    return { id, status: "fail", value: p, says, help, picture };
  }
  const width = interval[1] - interval[0];
  const own = headline?.ci ? headline.ci[1] - headline.ci[0] : null;
  if (own === null || width > 2 * own) {
    const says =
      "A start pretended before anybody was exposed shows no effect, but so imprecisely that it would hide one.";
    return { id, status: "warn", value: p, says, help, picture };
  }
  const says = `A start pretended before anybody was exposed shows no effect (p = ${p.toPrecision(2)}).`;
  return { id, status: "pass", value: p, says, help, picture };
};

/** The periods before the first exposure, with the exposed exposed half-way; null where they are too few. */
function pretended(input: RollOut["input"]): RollOut["input"] | null {
  const rows: readonly { group: number | null }[] = "cohorts" in input ? input.cohorts : input.clusters;
  const first = Math.min(...rows.flatMap(({ group }) => (group === null || group === 0 ? [] : [group])));
  if (!Number.isFinite(first) || first < fewestPeriods) return null;
  const kept = <Row extends { group: number | null; means: number[] }>(row: Row): Row => ({
    ...row,
    group: row.group === null ? null : Math.ceil(first / 2),
    means: row.means.slice(0, first),
  });
  const stays = ({ group }: { group: number | null }) => group !== 0;
  if ("clusters" in input) return { clusters: input.clusters.filter(stays).map(kept) };
  return {
    cohorts: input.cohorts.filter(stays).map((cohort) => ({
      ...kept(cohort),
      covariance: cohort.covariance.slice(0, first).map((row) => row.slice(0, first)),
    })),
  };
}
