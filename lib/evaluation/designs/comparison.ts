import type { Design } from "@/lib/evaluation/design";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { didWelch } from "@/lib/evaluation/estimators/did-welch";
import { drDid } from "@/lib/evaluation/estimators/dr-did";
import { ipwAtt } from "@/lib/evaluation/estimators/ipw-att";
import { matchedPairsT } from "@/lib/evaluation/estimators/matched-pairs-t";
import { movedUpNewcombe } from "@/lib/evaluation/estimators/moved-up-newcombe";
import { asAssigned } from "./as-assigned";

export const comparison: Design = {
  estimators: [didCr1, drDid, didWelch, ipwAtt, matchedPairsT, movedUpNewcombe],
  armOf: asAssigned,
  random: false,
  compares: true,
  outcome: "trends",
  limits: [
    "Nobody drew lots: it is the effect only if both groups would have changed alike without the programme.",
    "It does not say what the programme would do for people like those in the comparison group.",
  ],
};
