import { clusterEffect } from "@/lib/evaluation/cluster-effect";

/** The unadjusted difference of the follow-up values; clusters drawn, CR2 errors. */
export const differenceCr2 = clusterEffect("difference");
