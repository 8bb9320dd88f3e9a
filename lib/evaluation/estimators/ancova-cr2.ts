import { clusterEffect } from "@/lib/evaluation/cluster-effect";

/** Regression-adjusted, one slope per covariate for both arms; clusters drawn, CR2 errors. */
export const ancovaCr2 = clusterEffect("ancova");
