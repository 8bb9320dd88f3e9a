import type { Arms, Estimate } from "./estimate";
import type { Moments } from "./moments";
import { welchEstimate } from "./welch";

/**
 * Difference-in-differences for a panel of two waves, on changes ("did_welch").
 *
 * Moments: of each person's change (after minus before), by arm, people with both values only.
 * Error: Welch on the changes; t with Satterthwaite degrees of freedom.
 * Estimand: the average effect on the treated. Assumption: parallel trends, people independent.
 * Refuses under two people in an arm and where all changes are equal. Equals R's `t.test` on the changes.
 */
export function didWelch(change: Arms<Moments>, confidence = 0.95): Estimate {
  return welchEstimate("did_welch", change, confidence, {
    changes: { treated: change.treated.mean, control: change.control.mean },
  });
}
