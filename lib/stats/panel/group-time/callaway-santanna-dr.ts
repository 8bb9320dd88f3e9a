import type { Estimate } from "@/lib/stats/estimate";
import { type GroupTimeOptions, readGroupTime } from "./callaway-santanna";
import type { Design } from "./design";
import { doublyRobustEffects, type PanelRows } from "./doubly-robust-effects";

/**
 * `callawaySantanna` with covariates, from rows ("callaway_santanna_never_treated_dr",
 * "callaway_santanna_not_yet_treated_dr"). `doublyRobustEffects` says what the rows are, what is assumed and what is
 * left out; `detail` is as without covariates.
 */
export function callawaySantannaDoublyRobust(rows: PanelRows, options: GroupTimeOptions = {}): Estimate {
  const design: Design = { comparison: "never-treated", basePeriod: "varying", ...options };
  const treated = rows.groups.filter((group) => group !== null).length;
  const counted = { treated, control: rows.groups.length - treated };
  return readGroupTime(doublyRobustEffects(rows, design), design, counted, options, "_dr");
}
