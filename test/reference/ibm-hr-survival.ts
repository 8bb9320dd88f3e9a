import { concordance } from "@/lib/stats/survival/concordance";
import type { CoxTies } from "@/lib/stats/survival/cox-likelihood";
import { coxRegression } from "@/lib/stats/survival/cox-regression";
import { kaplanMeier, survivalAt } from "@/lib/stats/survival/kaplan-meier";
import { lifeTableOf } from "@/lib/stats/survival/life-table";
import { logRank } from "@/lib/stats/survival/log-rank";
import { restrictedMean } from "@/lib/stats/survival/restricted-mean";
import { left, numbers, overTime, rows, training } from "./ibm-hr-data";
import type { Computed } from "./reference-case";
import { defined } from "./shared-values";

const followUp = { time: numbers("YearsAtCompany"), event: left };

function curve(flag?: 0 | 1) {
  const people = rows.flatMap((_, person) => (flag === undefined || overTime[person] === flag ? [person] : []));
  const pick = (values: number[]) => people.map((person) => values[person] ?? 0);
  return defined(kaplanMeier(lifeTableOf({ time: pick(followUp.time), event: pick(left) })), "curve");
}

export function overallCurve(): Computed {
  const points = (scale: "log" | "log-log") => [0, 1, 2, 5, 10, 20].map((time) => survivalAt(curve(), time, scale));
  return {
    time: points("log").map(({ time }) => time),
    n_risk: points("log").map(({ atRisk }) => atRisk),
    surv: points("log").map(({ survival }) => survival),
    se_greenwood: points("log").map(({ standardError }) => standardError),
    loglog_low: points("log-log").map(({ interval }) => interval?.[0]),
    loglog_high: points("log-log").map(({ interval }) => interval?.[1]),
    log_low: points("log").map(({ interval }) => interval?.[0]),
    log_high: points("log").map(({ interval }) => interval?.[1]),
  };
}

export function curvesByOvertime(): Computed {
  const both = [curve(0), curve(1)];
  const points = both.flatMap((each) => [1, 5, 10, 20].map((time) => survivalAt(each, time)));
  const means = both.map((each) => defined(restrictedMean(each, 20), "restricted-mean"));
  return {
    strata: points.map((_, index) => `OverTime=${index < 4 ? "No" : "Yes"}`),
    time: points.map(({ time }) => time),
    n_risk: points.map(({ atRisk }) => atRisk),
    surv: points.map(({ survival }) => survival),
    se_greenwood: points.map(({ standardError }) => standardError),
    rmst20: means.map(({ value }) => value),
    rmst20_se: means.map(({ standardError }) => standardError),
  };
}

export function logRankValues(): Computed {
  const { observed, expected, statistic, degreesOfFreedom, p } = defined(logRank(followUp, overTime), "test");
  return { observed, expected, chisq: statistic, df: degreesOfFreedom, p };
}

export function cox(ties: CoxTies): Computed {
  const columns = [overTime, training, numbers("Age")];
  const fit = defined(coxRegression({ ...followUp, covariates: columns }, { ties }), "cox");
  const risk = rows.map((_, person) =>
    fit.terms.reduce((sum, { coefficient }, k) => sum + coefficient * (columns[k]?.[person] ?? 0), 0),
  );
  return {
    terms: ["OverTimeYes", "TrainingTimesLastYear", "Age"],
    coef: fit.terms.map(({ coefficient }) => coefficient),
    hr: fit.terms.map(({ hazardRatio }) => hazardRatio),
    se: fit.terms.map(({ standardError }) => standardError),
    z: fit.terms.map(({ z }) => z),
    p: fit.terms.map(({ p }) => p),
    hr_low: fit.terms.map(({ interval }) => interval[0]),
    hr_high: fit.terms.map(({ interval }) => interval[1]),
    loglik: [fit.logLikelihood.none, fit.logLikelihood.fitted],
    lr_chisq: fit.tests.likelihoodRatio.statistic,
    // R's summary rounds this one to two digits.
    wald_chisq: Math.round(fit.tests.wald.statistic * 100) / 100,
    score_chisq: fit.tests.score.statistic,
    concordance: concordance(followUp, risk),
  };
}
