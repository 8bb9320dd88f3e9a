import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { type ComparedRows, countArms, influenceError } from "@/lib/stats/matching/compared-rows";
import { type DoublyRobustKind, doublyRobustAtt } from "@/lib/stats/matching/doubly-robust-att";
import { normalEstimate } from "@/lib/stats/normal-estimate";
import { isRounding } from "@/lib/stats/t-estimate";

/**
 * Difference-in-differences of two periods with covariates, doubly robust ("dr_did", "dr_did_improved"; Sant'Anna and
 * Zhao 2020).
 *
 * `outcome[i]` is person i's change (after minus before), covariates are measured before. Error: influence function,
 * by cluster where given, normal interval. Estimand: the average effect on the treated. Assumption: parallel trends
 * among people with equal covariates, and either model right. Refuses as `doublyRobustAtt`, and changes that do not
 * differ. Equals R's `DRDID::drdid_panel` and `drdid_imp_panel`.
 */
export function doublyRobustDid(
  rows: ComparedRows,
  kind: DoublyRobustKind = "traditional",
  confidence = 0.95,
): Estimate {
  const method = kind === "traditional" ? "dr_did" : "dr_did_improved";
  return readDoublyRobust(method, rows, kind, confidence);
}

/**
 * Doubly robust effect on the treated from one outcome after exposure ("dr_att"); everything else as
 * `doublyRobustDid`.
 */
export function doublyRobustLevel(rows: ComparedRows, confidence = 0.95): Estimate {
  return readDoublyRobust("dr_att", rows, "traditional", confidence);
}

function readDoublyRobust(method: string, rows: ComparedRows, kind: DoublyRobustKind, confidence: number): Estimate {
  const n = countArms(rows.treated);
  const fit = doublyRobustAtt(rows, kind);
  if (fit.kind === "refused") return notEstimable(method, fit.reason, n);
  const error = influenceError(fit.influence, rows.clusters);
  if (error === null) return notEstimable(method, "too-few-clusters", n);
  const { estimate, influenceKnown, means } = fit;
  const { standardError, independent } = error;
  let size = 0;
  for (let row = 0; row < rows.outcome.length; row += 1) size = Math.max(size, Math.abs(rows.outcome[row] ?? 0));
  if (!Number.isFinite(standardError)) return notEstimable(method, "not-finite", n);
  if (isRounding(standardError, size)) return notEstimable(method, "no-variation", n);
  return normalEstimate({
    method,
    estimate,
    standardError,
    confidence,
    n,
    detail: {
      residualMeans: means,
      independent,
      standardErrorKnownModels: Math.sqrt(influenceKnown.reduce((sum, value) => sum + value * value, 0)),
    },
  });
}
