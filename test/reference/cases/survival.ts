import { coxClusterCovariance } from "@/lib/stats/survival/cox-cluster";
import type { CoxData } from "@/lib/stats/survival/cox-data";
import type { CoxTies } from "@/lib/stats/survival/cox-likelihood";
import { type CoxRegression, coxRegression } from "@/lib/stats/survival/cox-regression";
import { kaplanMeier, type SurvivalInterval, survivalAt } from "@/lib/stats/survival/kaplan-meier";
import { type FollowUp, lifeTableOf } from "@/lib/stats/survival/life-table";
import { type LogRankWeight, logRank } from "@/lib/stats/survival/log-rank";
import { proportionalHazardsTest } from "@/lib/stats/survival/proportional-hazards";
import { restrictedMean } from "@/lib/stats/survival/restricted-mean";
import { survivalQuantile } from "@/lib/stats/survival/survival-quantile";
import { readTexts } from "@/test/fixtures/reference/read-reference";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import { defined } from "@/test/reference/shared-values";

type Row = Record<string, string>;
type Study = { time: string; event: string; rows: Row[] };
const lung: Study = { time: "time", event: "event", rows: readTexts("survival/lung.csv") };
const veteran: Study = { time: "time", event: "status", rows: readTexts("survival/veteran.csv") };
const gehan: Study = { time: "time", event: "cens", rows: readTexts("survival/gehan.csv") };
const complete: Study = { ...lung, rows: lung.rows.filter((row) => row["ph.ecog"] !== "") };

const numbers = (rows: Row[], name: string) => rows.map((row) => Number(row[name]));
const followUp = ({ rows, time, event }: Study): FollowUp => ({
  time: numbers(rows, time),
  event: numbers(rows, event),
});

/** The groups of a column in R's order: of the factor in its package, else numbers by size and texts by letter. */
function levels(rows: Row[], name: string): string[] {
  if (name === "celltype") return ["squamous", "smallcell", "adeno", "large"];
  const texts = [...new Set(rows.map((row) => row[name] ?? ""))];
  return texts.every((text) => !Number.isNaN(Number(text)))
    ? texts.sort((left, right) => Number(left) - Number(right))
    : texts.sort();
}

const codes = (rows: Row[], name: string) => {
  const all = levels(rows, name);
  return rows.map((row) => all.indexOf(row[name] ?? ""));
};

/** A list of one is written as its element. */
const unboxed = <Value>(list: Value[]): Value | Value[] =>
  list.length === 1 && list[0] !== undefined ? list[0] : list;

function curveOf(data: FollowUp) {
  return defined(kaplanMeier(lifeTableOf(data)), "curve");
}

function curves(study: Study, by: string | null, times: number[], scale: SurvivalInterval): Computed {
  const parts = by === null ? ["all"] : levels(study.rows, by);
  const all = parts.map((level) => {
    const rows = by === null ? study.rows : study.rows.filter((row) => row[by] === level);
    const curve = curveOf(followUp({ ...study, rows }));
    return { level, curve, median: survivalQuantile(curve, 0.5, scale) };
  });
  const points = all.flatMap(({ level, curve }) => times.map((time) => ({ level, ...survivalAt(curve, time, scale) })));
  return {
    strata: by === null ? "all" : points.map(({ level }) => `${by}=${level}`),
    time: points.map(({ time }) => time),
    n_risk: points.map(({ atRisk }) => atRisk),
    surv: points.map(({ survival }) => survival),
    se: points.map(({ standardError }) => standardError),
    low: points.map(({ interval }) => interval?.[0] ?? null),
    high: points.map(({ interval }) => interval?.[1] ?? null),
    records: unboxed(all.map(({ curve }) => curve.n)),
    events: unboxed(all.map(({ curve }) => curve.events)),
    median: unboxed(all.map(({ median }) => median.time)),
    median_low: unboxed(all.map(({ median }) => median.interval[0])),
    median_high: unboxed(all.map(({ median }) => median.interval[1])),
  };
}

function groupTest(study: Study, by: string, rho: LogRankWeight, strata?: string): Computed {
  const options = strata === undefined ? { rho } : { rho, strata: codes(study.rows, strata) };
  const test = defined(logRank(followUp(study), codes(study.rows, by), options), "test");
  const { n, observed, expected, statistic: chisq, degreesOfFreedom: df, p } = test;
  return strata === undefined ? { n, observed, expected, chisq, df, p } : { chisq, p };
}

/** R's summary rounds the Wald statistic to two digits, so ours is rounded for the comparison. */
function coxValues(fit: CoxRegression, names: string[]): Computed {
  const list = (value: (term: CoxRegression["terms"][number]) => number) => unboxed(fit.terms.map(value));
  return {
    terms: unboxed(names),
    n: fit.n,
    events: fit.events,
    coef: list(({ coefficient }) => coefficient),
    hr: list(({ hazardRatio }) => hazardRatio),
    se: list(({ standardError }) => standardError),
    z: list(({ z }) => z),
    p: list(({ p }) => p),
    hr_low: list(({ interval }) => interval[0]),
    hr_high: list(({ interval }) => interval[1]),
    loglik: [fit.logLikelihood.none, fit.logLikelihood.fitted],
    lr_chisq: fit.tests.likelihoodRatio.statistic,
    wald_chisq: Math.round(fit.tests.wald.statistic * 100) / 100,
    score_chisq: fit.tests.score.statistic,
  };
}

function cox(study: Study, covariates: Record<string, number[]>, ties: CoxTies): Computed {
  const data: CoxData = { ...followUp(study), covariates: Object.values(covariates) };
  return coxValues(defined(coxRegression(data, { ties }), "cox"), Object.keys(covariates));
}

const full = () => ({
  age: numbers(complete.rows, "age"),
  sex: numbers(complete.rows, "sex"),
  "ph.ecog": numbers(complete.rows, "ph.ecog"),
});

function hazardsTest(): Computed {
  const data = { ...followUp(complete), covariates: Object.values(full()) };
  const test = defined(proportionalHazardsTest(data, defined(coxRegression(data), "cox")), "test");
  const all = [...test.terms, test.all];
  return {
    terms: [...Object.keys(full()), "GLOBAL"],
    chisq: all.map(({ statistic }) => statistic),
    df: all.map(({ degreesOfFreedom }) => degreesOfFreedom),
    p: all.map(({ p }) => p),
  };
}

function restrictedMeans(): Computed {
  const means = levels(lung.rows, "sex").map((sex) => {
    const curve = curveOf(followUp({ ...lung, rows: lung.rows.filter((row) => row.sex === sex) }));
    return defined(restrictedMean(curve, 365), "restricted-mean");
  });
  return { rmst: means.map(({ value }) => value), se: means.map(({ standardError }) => standardError) };
}

function clustered(): Computed {
  const data = { ...followUp(complete), covariates: [numbers(complete.rows, "sex")] };
  const fit = defined(coxRegression(data), "cox");
  const robust = coxClusterCovariance(data, fit, numbers(complete.rows, "ph.ecog"));
  const [term] = fit.terms;
  return {
    coef: term?.coefficient,
    se_naive: term?.standardError,
    se_robust: Math.sqrt(robust?.[0]?.[0] ?? Number.NaN),
  };
}

const scales: SurvivalInterval[] = ["log-log", "log", "plain"];
const curvesOf = (id: string, study: Study, by: string | null, times: number[]) =>
  Object.fromEntries(scales.map((scale) => [`${id}.${scale}`, () => curves(study, by, times, scale)]));
const testsOf = (id: string, study: Study, by: string) => ({
  [`${id}.logrank`]: () => groupTest(study, by, 0),
  [`${id}.peto`]: () => groupTest(study, by, 1),
});
const tieMethods: CoxTies[] = ["efron", "breslow", "exact"];
const fitsOf = (id: string, study: Study, covariates: () => Record<string, number[]>) =>
  Object.fromEntries(tieMethods.map((ties) => [`${id}.cox.${ties}`, () => cox(study, covariates(), ties)]));

export const survival: ReferenceCase = {
  folder: "survival",
  computed: {
    ...curvesOf("lung.all", lung, null, [100, 180, 365, 500, 730]),
    ...curvesOf("lung.sex", lung, "sex", [100, 365, 730]),
    ...testsOf("lung.sex", lung, "sex"),
    ...testsOf("lung.ecog", complete, "ph.ecog"),
    ...fitsOf("lung.sex", lung, () => ({ sex: numbers(lung.rows, "sex") })),
    ...fitsOf("lung.full", complete, full),
    "lung.full.zph": hazardsTest,
    "lung.sex.rmst365": restrictedMeans,
    "lung.sex.cox.cluster": clustered,
    ...curvesOf("veteran.trt", veteran, "trt", [30, 90, 180, 365]),
    ...testsOf("veteran.trt", veteran, "trt"),
    ...testsOf("veteran.celltype", veteran, "celltype"),
    ...fitsOf("veteran", veteran, () => ({ trt: numbers(veteran.rows, "trt"), karno: numbers(veteran.rows, "karno") })),
    "veteran.stratified_logrank": () => groupTest(veteran, "trt", 0, "celltype"),
    ...curvesOf("gehan", gehan, "treat", [5, 6, 10, 12, 20, 23]),
    ...testsOf("gehan", gehan, "treat"),
    ...fitsOf("gehan", gehan, () => ({ ctl: gehan.rows.map((row) => (row.treat === "control" ? 1 : 0)) })),
  },
  without: {},
};
