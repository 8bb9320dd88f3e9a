import type { Estimated } from "@/lib/stats/estimate";
import { tFigure } from "@/lib/stats/figure";
import { clusterCorrelation } from "@/lib/stats/linear/cluster-correlation";
import { clusteredError } from "@/lib/stats/linear/clustered-error";
import { randomIntercept } from "@/lib/stats/linear/random-intercept";
import { type SegmentedDetail, segmentedRegression } from "@/lib/stats/linear/segmented-regression";
import { fitSlopes } from "@/lib/stats/linear/slopes";
import { momentsOf } from "@/lib/stats/moments";
import { signedRank } from "@/lib/stats/ranks/signed-rank";
import { studentTTwoSidedP } from "@/lib/stats/student-t";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { column, readRows } from "@/test/fixtures/reference/read-reference";
import { errorRow, rowOf, slopeRow } from "@/test/reference/ols-values";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import { welchValues } from "@/test/reference/shared-values";

const mixedModels =
  "No estimator of the product has covariates and random effects together: people measured repeatedly enter through their change, or through errors clustered by person or team.";

const sleep = readRows("repeated-and-time-series/sleep.csv");
const drug = (group: number) =>
  column(
    sleep.filter((row) => row.group === group),
    "extra",
  );

function sleepstudyCr1(): Computed {
  const rows = readRows("repeated-and-time-series/sleepstudy.csv");
  const slopes = fitSlopes([column(rows, "Days")], column(rows, "Reaction"));
  const error = clusteredError(slopes, 0, column(rows, "Subject"));
  if (error === null) throw new Error("no slope");
  return slopeRow(slopes, 0, error.standardError, error.clusters - 1);
}

function schools(): Computed {
  const rows = readRows("repeated-and-time-series/mathachieve.csv");
  const values = new Map<number, number[]>();
  for (const row of rows) values.set(row.School ?? 0, [...(values.get(row.School ?? 0) ?? []), row.MathAch ?? 0]);
  const result = clusterCorrelation([...values.values()].map(momentsOf));
  const restricted = randomIntercept([...values.values()].map(momentsOf));
  if (result.kind !== "correlation" || restricted.kind !== "random-intercept") throw new Error("not estimable");
  return {
    intercept: restricted.mean,
    se_intercept: restricted.standardError,
    tau2: restricted.varianceBetween,
    sigma2: restricted.varianceWithin,
    icc_reml: restricted.icc,
    design_effect: 1 + (restricted.people / restricted.clusters - 1) * restricted.icc,
    n: result.people,
    schools: result.clusters,
    ms_between: result.meanSquareBetween,
    ms_within: result.meanSquareWithin,
    n0: result.effectiveSize,
    icc_anova: result.icc,
  };
}

const seatbelts = readRows("repeated-and-time-series/seatbelts.csv");
const drivers = column(seatbelts, "drivers").map(Math.log);

function interrupted(lag: number): { level: Estimated; detail: SegmentedDetail } {
  const level = estimated(segmentedRegression({ values: drivers, start: 169, season: 12 }, { lag }));
  return { level, detail: level.detail as SegmentedDetail };
}

function withLag(lag: number): Computed {
  const { level, detail } = interrupted(lag);
  const df = level.degreesOfFreedom;
  return { law: rowOf(level, df), t: rowOf(detail.slopeBefore, df), t_after: rowOf(detail.slopeChange, df) };
}

function classicalSeatbelts(): Computed {
  const time = column(seatbelts, "month");
  const slopes = fitSlopes(
    [
      column(seatbelts, "law"),
      time,
      time.map((month) => Math.max(0, month - 169)),
      ...Array.from({ length: 11 }, (_, phase) => time.map((month) => ((month - 1) % 12 === phase + 1 ? 1 : 0))),
    ],
    drivers,
  );
  const estimate = slopes.estimates[0] ?? 0;
  const { detail } = interrupted(0);
  return {
    law: errorRow(slopes, 0, "classical"),
    sigma: detail.sigma,
    r2: detail.rSquared,
    durbin_watson: detail.durbinWatson,
    resid_acf1: detail.residualAutocorrelation,
    percent_law: Math.expm1(estimate),
  };
}

export const repeatedAndTimeSeries: ReferenceCase = {
  folder: "repeated-and-time-series",
  computed: {
    "sleepstudy.ols_cr1": sleepstudyCr1,
    "mathachieve.icc": schools,
    "sleep.paired_t": () => {
      const [first, second] = [drug(1), drug(2)];
      const moments = momentsOf(first.map((value, index) => value - (second[index] ?? 0)));
      const standardError = Math.sqrt(moments.variance / moments.n);
      const figure = tFigure({
        method: "paired_t",
        value: moments.mean,
        standardError,
        n: moments.n,
        confidence: 0.95,
      });
      if (figure.kind !== "figure") throw new Error(figure.reason);
      const p = studentTTwoSidedP(figure.value / standardError, figure.n - 1);
      return rowOf({ estimate: figure.value, standardError, interval: figure.interval, p }, figure.degreesOfFreedom);
    },
    "sleep.signed_rank": () => {
      const second = drug(2);
      const test = signedRank(drug(1).map((value, index) => value - (second[index] ?? 0)));
      if (test.kind !== "test") throw new Error(test.reason);
      return { V: test.v, p: test.withContinuity.p };
    },
    "sleep.welch": () => welchValues(drug(1), drug(2)),
    "seatbelts.its.nw0": () => withLag(0),
    "seatbelts.its.nw12": () => withLag(12),
    "seatbelts.its.ols": classicalSeatbelts,
  },
  without: {
    "sleepstudy.random*": mixedModels,
  },
  tolerance: Object.fromEntries(
    ["intercept", "se_intercept", "tau2", "sigma2", "icc_reml", "design_effect"].map((key) => [
      `mathachieve.icc.${key}`,
      1e-5,
    ]),
  ),
};
