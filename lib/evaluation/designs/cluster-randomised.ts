import type { Design } from "@/lib/evaluation/design";
import { ancovaCr2 } from "@/lib/evaluation/estimators/ancova-cr2";
import { caceWaldCr1 } from "@/lib/evaluation/estimators/cace-wald-cr1";
import { clusterMeanWelch } from "@/lib/evaluation/estimators/cluster-mean-welch";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { differenceCr2 } from "@/lib/evaluation/estimators/difference-cr2";
import { linCr2 } from "@/lib/evaluation/estimators/lin-cr2";
import { asAssigned } from "./as-assigned";

export const clusterRandomised: Design = {
  estimators: [linCr2, differenceCr2, ancovaCr2, didCr1, clusterMeanWelch, caceWaldCr1],
  armOf: asAssigned,
  random: true,
  compares: true,
  outcome: "values",
  limits: ["It is the effect of being offered the programme, whether or not it was used."],
};
