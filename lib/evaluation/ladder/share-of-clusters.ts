import type { Estimator } from "@/lib/evaluation/estimator";
import { jointMomentsByCluster } from "@/lib/evaluation/joint-moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";

/**
 * Where everybody of a cluster did the same (all or none), a cluster says no more than one person would: the difference of the shares of
 * clusters with Newcombe's interval. Null where clusters are mixed; then their means can be compared.
 */
export const shareOfClusters: Estimator = {
  method: "risk_difference_newcombe",
  optional: true,
  async estimate({ tx, plan, panel }) {
    const clusters = await jointMomentsByCluster(tx, completeRows(panel, ["post"]), ["post"]);
    if (clusters.some(({ means: [mean] }) => mean !== 0 && mean !== 1)) return null;
    const countOf = (wanted: "treated" | "control") => {
      const own = clusters.filter(({ arm }) => arm === wanted);
      return { n: own.length, events: own.filter(({ means: [mean] }) => mean === 1).length };
    };
    return riskDifferenceNewcombe({ treated: countOf("treated"), control: countOf("control") }, plan.confidence);
  },
};
