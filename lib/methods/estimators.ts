import { checkMethods } from "./check-methods";
import { figureMethods } from "./figure-methods";
import { overTimeEstimators } from "./over-time-estimators";
import { planningMethods } from "./planning-methods";
import { poolingMethods } from "./pooling-methods";
import { twoArmEstimators } from "./two-arm-estimators";

export type Estimator = {
  /** The name results carry, and the anchor on the methods page. */
  id: string;
  name: string;
  estimates: string;
  assumption: string;
  formula: string;
  uncertainty: string;
  source: string;
  /** Where its numbers are compared with another program's. */
  referenceTest: string;
};

/** What a method is for, in the order of the page. */
export const purposes = {
  arms: "Effect, two arms compared",
  time: "Effect, followed over time",
  checks: "Checks, early looks and several questions at once",
  groups: "Groups, use and likeness",
  planning: "Planning a study",
  figures: "Figures of the scorecard",
} as const;
export type Purpose = keyof typeof purposes;

const byPurpose: Record<Purpose, readonly Estimator[]> = {
  arms: twoArmEstimators,
  time: overTimeEstimators,
  checks: checkMethods,
  groups: poolingMethods,
  planning: planningMethods,
  figures: figureMethods,
};

/** Every way an effect or a figure gets its number and its interval, as the code has it. */
export const estimators: readonly (Estimator & { purpose: Purpose })[] = (Object.keys(byPurpose) as Purpose[]).flatMap(
  (purpose) => byPurpose[purpose].map((estimator) => ({ ...estimator, purpose })),
);
