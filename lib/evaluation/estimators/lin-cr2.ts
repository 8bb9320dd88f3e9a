import { clusterEffect } from "@/lib/evaluation/cluster-effect";

/** Regression-adjusted, covariates centred and interacted with arm; clusters drawn, CR2 errors. */
export const linCr2 = clusterEffect("lin");
