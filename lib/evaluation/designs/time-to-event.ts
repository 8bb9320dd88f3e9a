import type { Design } from "@/lib/evaluation/design";
import { coxEfron } from "@/lib/evaluation/estimators/cox-efron";
import { kaplanMeier } from "@/lib/evaluation/estimators/kaplan-meier";
import { restrictedMeanDifference } from "@/lib/evaluation/estimators/restricted-mean-difference";
import { asAssigned } from "./as-assigned";

export const timeToEvent: Design = {
  estimators: [restrictedMeanDifference, kaplanMeier, coxEfron],
  armOf: asAssigned,
  random: false,
  compares: true,
  outcome: "time",
  limits: [
    "Nobody drew lots: it is the effect only if both groups would have had the event at the same times without the programme.",
    "It assumes that whoever was no longer watched would have fared as those who were.",
    "It holds up to the longest time both groups were watched, and for the first event only.",
  ],
};
