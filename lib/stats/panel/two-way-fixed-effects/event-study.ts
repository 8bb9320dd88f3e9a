import type { NotEstimableReason } from "@/lib/stats/estimate";
import { fUpperTail } from "@/lib/stats/f-distribution";
import { waldTest } from "@/lib/stats/linear/wald-test";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import { cr1Factor, errorsOf, type TwoWayErrors } from "./errors";
import { fitTwoWay, type PanelInput } from "./fit";

export type TwoWayEventStudy =
  | {
      kind: "event-study";
      /** Ascending; the period just before exposure (-1) is the reference and absent. */
      terms: {
        event: number;
        estimate: number;
        standardError: number;
        interval: [number, number];
        p: number;
        errors: TwoWayErrors;
      }[];
      /**
       * Joint test that all terms before -1 are zero: chi-square and F with the clusters less one; null without any.
       */
      preTrend: { statistic: number; degreesOfFreedom: number; pChiSquare: number; f: number; pF: number } | null;
      /** Event times that the data cannot tell from the others. */
      dropped: number[];
      clusters: number;
      values: number;
      coefficients: number;
    }
  | { kind: "not-estimable"; reason: NotEstimableReason };

/**
 * Dynamic two-way fixed effects: one coefficient per time since exposure, the period before exposure as reference.
 *
 * Input, absorbed effects and error (CR1, t with G - 1) as `twfeCr1`. Terms of unlike groups mix where effects differ
 * by group (Sun and Abraham 2021), which is why the group-time event study is the headline and this stands beside it.
 * Refuses without exposed units, with under two cohorts or clusters, and without residual degrees of freedom.
 */
export function twoWayEventStudy(input: PanelInput, confidence = 0.95): TwoWayEventStudy {
  const rows: readonly { group: number | null; n: number; means: number[] }[] =
    "cohorts" in input ? input.cohorts : input.clusters;
  const periods = Math.max(0, ...rows.map(({ means }) => means.length));
  const groups = rows.flatMap(({ group, n }) => (group === null || group >= periods || n === 0 ? [] : [group]));
  const events = [...new Set(groups.flatMap((group) => Array.from({ length: periods }, (_, time) => time - group)))]
    .filter((event) => event !== -1)
    .sort((left, right) => left - right);
  const fit = fitTwoWay(
    input,
    events.map((event) => (group, time) => (group !== null && time - group === event ? 1 : 0)),
  );
  if (fit === null || fit.kept.length === 0) return { kind: "not-estimable", reason: "no-comparison" };
  if (fit.clusters < 2) return { kind: "not-estimable", reason: "too-few-clusters" };
  if (fit.values <= fit.coefficients) return { kind: "not-estimable", reason: "too-few-periods" };

  const { clusters, values, coefficients } = fit;
  const quantile = studentTQuantile((1 + confidence) / 2, clusters - 1);
  const terms = fit.kept.map((index, position) => {
    const estimate = fit.estimates[position] ?? 0;
    const errors = errorsOf(fit, position);
    const margin = quantile * errors.cr1;
    return {
      event: events[index] ?? 0,
      estimate,
      standardError: errors.cr1,
      interval: [estimate - margin, estimate + margin] satisfies [number, number],
      p: studentTTwoSidedP(estimate / errors.cr1, clusters - 1),
      errors,
    };
  });
  if (terms.some(({ p }) => !Number.isFinite(p))) return { kind: "not-estimable", reason: "no-variation" };

  const leads = terms.flatMap(({ event }, position) => (event < -1 ? [position] : []));
  const factor = cr1Factor(fit, coefficients);
  const test = waldTest(
    leads.map((position) => fit.estimates[position] ?? 0),
    leads.map((row) => leads.map((column) => factor * (fit.covariance[row]?.[column] ?? 0))),
  );
  const f = test && test.statistic / test.degreesOfFreedom;
  return {
    kind: "event-study",
    terms,
    preTrend:
      test && f !== null
        ? {
            statistic: test.statistic,
            degreesOfFreedom: test.degreesOfFreedom,
            pChiSquare: test.p,
            f,
            pF: fUpperTail(f, test.degreesOfFreedom, clusters - 1),
          }
        : null,
    dropped: fit.dropped.map((index) => events[index] ?? 0),
    clusters,
    values,
    coefficients,
  };
}
