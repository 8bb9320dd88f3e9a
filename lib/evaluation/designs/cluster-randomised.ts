import type { Design } from "@/lib/evaluation/design";
import { clusterMeanWelch } from "@/lib/evaluation/estimators/cluster-mean-welch";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { asAssigned } from "./as-assigned";

export const clusterRandomised: Design = {
  estimators: [didCr1, clusterMeanWelch],
  armOf: asAssigned,
  random: true,
  compares: true,
  limits: [
    "It is the effect of being offered the programme, whether or not it was used.",
    "The interval uses CR1 errors by cluster, which are too narrow with few clusters; CR2 with Bell-McCaffrey degrees of freedom is not built yet.",
  ],
};
