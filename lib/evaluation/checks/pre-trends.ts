import { comparisonOf, preTrendOf } from "@/lib/evaluation/event-study";
import { explainReason } from "@/lib/evaluation/reasons";
import { resampledPreTrend } from "@/lib/stats/panel/group-time/resampled-pre-trend";
import { type Check, cannotTell } from "./check";

const id = "pre_trends";
const help =
  "Bring in more periods from before the start, or choose a comparison group that moved alike; a covariate may explain the difference.";

/**
 * Did the groups move alike before exposure? Joint test of all effects before exposure, resampled where clusters are few; p under 0.05 fails. A test that
 * would have overlooked a trend as large as the whole of what the headline's interval allows warns: silence is no evidence then.
 */
export const preTrends: Check = async ({ design, plan, occasion, headline }) => {
  if (design.outcome !== "trends") return null;
  const rollOut = await occasion.rollOut();
  if (!rollOut) return cannotTell(id, "There are fewer than two periods to compare.", help);
  const test = preTrendOf(rollOut, comparisonOf(plan));
  if ("reason" in test) {
    return cannotTell(
      id,
      `Whether the groups moved alike before could not be tested. ${explainReason(test.reason)}`,
      help,
    );
  }
  const comparison = comparisonOf(plan);
  const { p, detectableSlope } = rollOut.few
    ? resampledPreTrend(rollOut.few, test, { comparison, seed: plan.seed })
    : test;
  const picture = [
    { label: "p of the joint test", value: p },
    { label: "slope per period it would find in four of five cases", value: detectableSlope },
  ];
  const effects = `${test.effects} ${test.effects === 1 ? "effect" : "effects"} before exposure`;
  if (p < 0.05) {
    const says = `The groups did not move alike before the start: ${effects} differ from zero together (p = ${p.toPrecision(2)}).`;
    return { id, status: "fail", value: p, says, help, picture };
  }
  const alike = `${effects} do not differ from zero together (p = ${p.toPrecision(2)})`;
  const span = periodsAfter(rollOut.periods.length, rollOut.input);
  const most = headline?.ci ? Math.max(...headline.ci.map(Math.abs)) : null;
  if (most === null || detectableSlope * span > most) {
    const says = `${alike}, but a test of so little power would have overlooked a trend that makes up the whole effect.`;
    return { id, status: "warn", value: p, says: capital(says), help, picture };
  }
  const says = `${alike}, and the test would have found a trend large enough to make up the effect.`;
  return { id, status: "pass", value: p, says: capital(says), help, picture };
};

type Input = Parameters<typeof preTrendOf>[0]["input"];

/** How many periods after its base an exposed unit is seen on average, over cohorts by size. */
function periodsAfter(periods: number, input: Input): number {
  const cohorts: { group: number | null; n: number }[] = "cohorts" in input ? input.cohorts : input.clusters;
  let [people, sum] = [0, 0];
  for (const { group, n } of cohorts) {
    if (group === null || group >= periods) continue;
    people += n;
    sum += (n * (periods - group + 1)) / 2;
  }
  return people === 0 ? 1 : sum / people;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
