import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { tEstimate } from "@/lib/stats/t-estimate";
import { areFinite, midranks } from "./midranks";

/**
 * Chance that a treated person is higher than a control person, ties counting half ("brunner_munzel"; 0.5 is no difference), with a t
 * interval that needs neither equal spread nor equal shape (Brunner and Munzel 2000), clipped to 0 and 1.
 *
 * Values of people by arm, any order. p: two-sided, against 0.5. Assumption: people independent. Refuses gaps, under two people in an arm,
 * and arms that do not overlap (nothing is left to measure the error by).
 */
export function brunnerMunzel({ treated, control }: Arms<ArrayLike<number>>, confidence = 0.95): Estimate {
  const method = "brunner_munzel";
  const n = { treated: treated.length, control: control.length };
  if (n.treated === 0 || n.control === 0) return notEstimable(method, "no-comparison", n);
  if (!areFinite(treated) || !areFinite(control)) return notEstimable(method, "not-finite", n);
  if (n.treated < 2 || n.control < 2) return notEstimable(method, "too-few-people", n);

  const { ranks } = midranks([...Array.from(treated), ...Array.from(control)]);
  /** For each person the share of the other arm below them: their rank among all less their rank among their own. */
  const placements = (values: ArrayLike<number>, from: number, others: number) => {
    const own = midranks(values).ranks;
    return momentsOf(Array.from(own, (rank, person) => ((ranks[from + person] ?? 0) - rank) / others));
  };
  const ofTreated = placements(treated, 0, n.control);
  const ofControl = placements(control, n.treated, n.treated);
  const [first, second] = [ofTreated.variance / n.treated, ofControl.variance / n.control];
  const result = tEstimate({
    method,
    estimate: ofTreated.mean - 0.5,
    standardError: Math.sqrt(first + second),
    degreesOfFreedom: (first + second) ** 2 / (first ** 2 / (n.treated - 1) + second ** 2 / (n.control - 1)),
    confidence,
    n,
  });
  if (result.kind === "not-estimable") return result;
  const [low, high] = result.interval;
  return { ...result, estimate: ofTreated.mean, interval: [Math.max(0, low + 0.5), Math.min(1, high + 0.5)] };
}
