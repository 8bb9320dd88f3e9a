import { comparisonOf, eventStudyOf } from "@/lib/evaluation/event-study";
import { relativeMagnitudes } from "@/lib/stats/sensitivity/relative-magnitudes";
import { type Check, cannotTell } from "./check";

const id = "sensitivity";
const help =
  "A larger effect, more people or a comparison group that moved more alike would leave less room for another trend.";
const bounds = [0, 0.5, 1, 1.5, 2];

/**
 * How far may trends part after the start before the sign is open? Relative magnitudes of Rambachan and Roth: the break-even is how many
 * times the largest departure before the start the largest one after it may be. Under 1 warns.
 */
export const sensitivity: Check = async ({ design, plan, occasion }) => {
  if (design.outcome !== "trends") return null;
  const rollOut = await occasion.rollOut();
  const study = rollOut && eventStudyOf(rollOut, comparisonOf(plan));
  if (!study)
    return cannotTell(id, "How far trends might have parted cannot be judged without periods before the start.", help);
  const weights = study.post.map(() => 1 / study.post.length);
  const found = relativeMagnitudes(study, weights, bounds, plan.confidence);
  if (found.kind === "not-estimable")
    return cannotTell(id, "How far trends might have parted cannot be judged here.", help);
  const picture = found.curve.flatMap(({ mbar, interval }) => [
    { label: `low at ${mbar} times`, value: interval[0] },
    { label: `high at ${mbar} times`, value: interval[1] },
  ]);
  const { breakEven } = found;
  if (breakEven === 0) {
    return cannotTell(
      id,
      "The average over the periods after the start is not told apart from zero, so no assumption can turn it.",
      help,
    );
  }
  const times = breakEven === null ? "many" : breakEven.toPrecision(2);
  const says = `The sign stands until trends part after the start by ${times} times as much as they ever did before it.`;
  return { id, status: breakEven !== null && breakEven < 1 ? "warn" : "pass", value: breakEven, says, help, picture };
};
