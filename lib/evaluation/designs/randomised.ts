import type { Design } from "@/lib/evaluation/design";
import { ancovaHc2 } from "@/lib/evaluation/estimators/ancova-hc2";
import { caceWaldCr1 } from "@/lib/evaluation/estimators/cace-wald-cr1";
import { caceWaldHc2 } from "@/lib/evaluation/estimators/cace-wald-hc2";
import { cuped } from "@/lib/evaluation/estimators/cuped";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { didWelch } from "@/lib/evaluation/estimators/did-welch";
import { hodgesLehmann } from "@/lib/evaluation/estimators/hodges-lehmann";
import { linHc2 } from "@/lib/evaluation/estimators/lin-hc2";
import { movedUpNewcombe } from "@/lib/evaluation/estimators/moved-up-newcombe";
import { rateRatioExact } from "@/lib/evaluation/estimators/rate-ratio-exact";
import { riskDifferenceNewcombe } from "@/lib/evaluation/estimators/risk-difference-newcombe";
import { welch } from "@/lib/evaluation/estimators/welch";
import { asAssigned } from "./as-assigned";

export const randomised: Design = {
  estimators: [
    linHc2,
    ancovaHc2,
    welch,
    cuped,
    didCr1,
    didWelch,
    riskDifferenceNewcombe,
    rateRatioExact,
    movedUpNewcombe,
    hodgesLehmann,
    caceWaldHc2,
    caceWaldCr1,
  ],
  armOf: asAssigned,
  random: true,
  compares: true,
  outcome: "values",
  limits: ["It is the effect of being offered the programme, whether or not it was used."],
};
