import { alikeMethod } from "@/lib/evaluation/alike-method";
import { inverseProbability, weightsOf } from "@/lib/stats/matching/inverse-probability";

/** The mean change of the trained against that of the others, weighted to be like them. */
export const ipwAtt = alikeMethod("ipw_att", ({ rows, score, confidence }) => ({
  outcome: inverseProbability(rows, "att", confidence),
  weights: weightsOf(score, rows.treated, "att"),
}));
