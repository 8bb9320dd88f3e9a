import type { SQL } from "drizzle-orm";
import type { Estimator } from "./estimator";
import type { Plan } from "./plan";
import type { Reason } from "./reasons";
import type { Windows } from "./windows";

/** How a design compares. */
export type Design = {
  /** Headline first; where the first has no baseline to stand on, the next that has an estimate leads. */
  estimators: readonly Estimator[];
  /** The method that leads where the plan chooses one; else the first. */
  leading?(plan: Plan): string;
  /** Refusals of the first that leave the lead to the next, beside those that always do. */
  yieldsFor?: readonly Reason[];
  /** 'treated', 'control' or null (left out) over the columns label, exposed_on and exposure. */
  armOf(windows: Windows): SQL;
  /** Chance decided who is in which arm, so the arms may differ by chance only. */
  random: boolean;
  /** There is somebody to compare with. */
  compares: boolean;
  /** What is compared: values in the windows, values with trends assumed parallel, or the time until a first event. */
  outcome: "values" | "trends" | "time";
  /** What may not be said about a result of this design. */
  limits: readonly string[];
};
