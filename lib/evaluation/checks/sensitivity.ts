import { comparisonOf, eventStudyOf } from "@/lib/evaluation/event-study";
import { eValueOf, pairsBiasOf } from "@/lib/evaluation/hidden-bias";
import type { EventStudy } from "@/lib/stats/sensitivity/event-study";
import { relativeMagnitudes } from "@/lib/stats/sensitivity/relative-magnitudes";
import { type Check, type CheckResult, cannotTell } from "./check";

const id = "sensitivity";
const help =
  "A larger effect, more people or a comparison group that moved more alike would leave less room for another trend.";
const helpHidden =
  "Bring in values from more periods before the start, name what may set the groups apart as covariates, or draw lots next time.";
/** How far the curve is drawn: about twice as far as the sign stands, never beyond `most`; `usual` where it is open at once or never. */
const [usual, most, steps] = [2, 10, 8];
/** A hidden cause that doubles the odds or the risk is nothing rare: motivation does. */
const strong = 2;

/**
 * What would it take to turn the finding? With periods before the start: how far trends may part after it (relative magnitudes of Rambachan and
 * Roth); the break-even is how many times the largest departure before the start the largest one after it may be, under 1 warns. Without: how
 * strong a hidden cause would have to be, by the E-value of the headline (of the ratio of hazards for times) and Rosenbaum's bound of matched
 * pairs; the weaker decides, under 2 warns. A finding not told apart from none cannot be turned. Nothing is asked where lots were drawn.
 */
export const sensitivity: Check = async ({ design, plan, occasion, headline, results }) => {
  if (design.random || !design.compares) return null;
  if (design.outcome === "time") return hidden(results.find((one) => one.detail.unit === "ratio") ?? null, results);
  const rollOut = await occasion.rollOut();
  const study = rollOut && eventStudyOf(rollOut, comparisonOf(plan));
  return study ? ofTrends(study, plan.confidence) : hidden(headline, results);
};

function ofTrends(study: EventStudy, confidence: number): CheckResult {
  const weights = study.post.map(() => 1 / study.post.length);
  const first = relativeMagnitudes(study, weights, [0], confidence);
  if (first.kind === "not-estimable")
    return cannotTell(id, "How far trends might have parted cannot be judged here.", help);
  const { breakEven } = first;
  const far = breakEven ? Math.min(most, Math.ceil(2 * breakEven)) : usual;
  const bounds = Array.from({ length: steps + 1 }, (_, at) => (far * at) / steps);
  const found = relativeMagnitudes(study, weights, bounds, confidence);
  const curve = found.kind === "relative-magnitudes" ? found.curve : first.curve;
  const picture = curve.flatMap(({ mbar, interval }) => [
    { label: `low at ${mbar} times`, value: interval[0] },
    { label: `high at ${mbar} times`, value: interval[1] },
  ]);
  if (breakEven === 0) {
    const says =
      "The average over the periods after the start is not told apart from zero, so no assumption can turn it.";
    return { ...cannotTell(id, says, help), picture };
  }
  const times = breakEven === null ? "many" : breakEven.toPrecision(2);
  const says = `The sign stands until trends part after the start by ${times} times as much as they ever did before it.`;
  return { id, status: breakEven !== null && breakEven < 1 ? "warn" : "pass", value: breakEven, says, help, picture };
}

type Facts = Parameters<Check>[0];

function hidden(lead: Facts["headline"], results: Facts["results"]): CheckResult {
  const cause = eValueOf(lead);
  const pairs = pairsBiasOf(results.find(({ method }) => method === "matched_pairs_t"));
  if (!cause)
    return cannotTell(id, "How strong a hidden cause would have to be cannot be judged without an effect.", helpHidden);
  const picture = [
    { label: "E-value of the effect", value: cause.estimate },
    { label: "E-value of its interval", value: cause.limit },
    ...(pairs?.break_even ? [{ label: "odds within matched pairs", value: pairs.break_even }] : []),
  ];
  if (cause.limit === 1) {
    const says = "The effect is not told apart from none, so it takes no hidden cause to explain it.";
    return { ...cannotTell(id, says, helpHidden), picture };
  }
  // Matched pairs that show nothing even without a hidden cause leave nothing to withstand one.
  const value = Math.min(cause.limit, pairs ? (pairs.break_even ?? 1) : Number.POSITIVE_INFINITY);
  const matched = !pairs
    ? ""
    : pairs.break_even === null
      ? "; matched pairs show no difference even without one"
      : `; among matched pairs it would have to multiply the odds of being trained by ${pairs.break_even.toPrecision(2)}`;
  const says = `A hidden cause that goes with both training and the outcome by ${cause.limit.toPrecision(2)} times the risk could make it unclear, by ${cause.estimate.toPrecision(2)} times explain it away${matched}.`;
  return { id, status: value < strong ? "warn" : "pass", value, says, help: helpHidden, picture };
}
