import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import { fUpperTail } from "@/lib/stats/f-distribution";
import { tFigure } from "@/lib/stats/figure";
import { rosenbaumBounds } from "@/lib/stats/matching/rosenbaum-bounds";
import { momentsOf } from "@/lib/stats/moments";
import { type Adjustment, adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { normalCdf, normalQuantile } from "@/lib/stats/normal";
import { eValue, eValueOfDifference, ratioOfDifference } from "@/lib/stats/proportions/e-value";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import { column, readRows } from "@/test/fixtures/reference/read-reference";
import { columnsOf, given, planning, rowsOf } from "@/test/reference/planned-studies";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import { defined, twoProportionValues } from "@/test/reference/shared-values";

function multiplicity(): Computed {
  const { p = [] } = given("bh1995");
  const by = (adjustment: Adjustment) => adjustP(p, adjustment);
  const rejected = (adjustment: Adjustment) => by(adjustment).filter((value) => (value ?? 1) <= 0.05).length;
  return {
    p,
    bh: by("benjamini_hochberg"),
    by: by("benjamini_yekutieli"),
    holm: by("holm"),
    hochberg: by("hochberg"),
    bonferroni: by("bonferroni"),
    rejected_bh_05: rejected("benjamini_hochberg"),
    rejected_bonferroni_05: rejected("bonferroni"),
  };
}

function eValues(): Computed {
  return columnsOf(
    rowsOf("evalue.table", "rr", "ci_low", "ci_high").map((row) => {
      const value = eValue(row.rr, [row.ci_low, row.ci_high]);
      return { ...row, evalue_point: value?.estimate, evalue_ci: value?.limit };
    }),
  );
}

function eValuesOfDifferences(): Computed {
  return columnsOf(
    rowsOf("evalue.smd", "d", "se_d").map(({ d, se_d }) => {
      const { ratio: rr, interval } = ratioOfDifference(d, se_d);
      const value = eValueOfDifference(d, se_d);
      const [rr_low, rr_high] = interval;
      return { d, se_d, rr, rr_low, rr_high, evalue_point: value?.estimate, evalue_ci: value?.limit };
    }),
  );
}

const lead = readRows("power-and-proportions/lead.csv");
const control = column(lead, "control");
const differences = column(lead, "exposed").map((exposed, pair) => exposed - (control[pair] ?? Number.NaN));

function hiddenBias(zeros: "drop" | "keep"): Computed {
  const result = defined(rosenbaumBounds(differences, { gammas: [1, 2, 3, 4, 4.25, 5, 6], zeros }), "bounds");
  const bounds = result.bounds.map(({ gamma, upper, lower }) => ({ gamma, p_upper: upper, p_lower: lower }));
  const counts = { n_pairs: differences.length, n_nonzero: result.pairs };
  return { ...(zeros === "drop" ? counts : {}), T: result.statistic, bounds };
}

function pairedT(): Computed {
  const { n, mean, variance } = momentsOf(differences);
  const deviation = Math.sqrt(variance);
  const figure = defined(
    tFigure({ method: "mean_difference", value: mean, standardError: deviation / Math.sqrt(n), n, confidence: 0.95 }),
    "figure",
  );
  const error = figure.standardError ?? Number.NaN;
  const t = mean / error;
  return {
    estimate: figure.value,
    se: error,
    df: figure.degreesOfFreedom,
    t,
    p: studentTTwoSidedP(t, n - 1),
    ci_low: figure.interval[0],
    ci_high: figure.interval[1],
    dz: mean / deviation,
  };
}

function studentT(): Computed {
  const { p = [], t = [] } = given("dist.t");
  const quantiles = (df: number) => p.map((each) => studentTQuantile(each, df));
  const tails = (df: number) => t.map((each) => studentTTwoSidedP(each, df));
  return {
    p,
    t,
    df1: quantiles(1),
    df5: quantiles(5),
    df30: quantiles(30),
    "df307.13": quantiles(307.13),
    "two_sided_df4.5": tails(4.5),
    "two_sided_df307.13": tails(307.13),
  };
}

function otherDistributions(): Computed {
  const { z = [], norm_p = [], chisq_x = [], f_x = [] } = given("dist.other");
  return {
    z,
    upper_tail: z.map((each) => normalCdf(-each)),
    norm_p,
    norm_q: norm_p.map(normalQuantile),
    chisq_x,
    chisq_upper_df1: chisq_x.map((x) => chiSquareUpperTail(x, 1)),
    chisq_upper_df10: chisq_x.map((x) => chiSquareUpperTail(x, 10)),
    f_x,
    f_upper_3_20: f_x.map((x) => fUpperTail(x, 3, 20)),
    f_upper_1_444: f_x.map((x) => fUpperTail(x, 1, 444)),
  };
}

const contrasts: Record<string, [number, number, number, number]> = {
  a: [56, 70, 48, 80],
  b: [9, 10, 3, 10],
  c: [6, 7, 2, 7],
  d: [5, 56, 0, 29],
  e: [10, 10, 0, 10],
  f: [15, 16, 8, 16],
};

export const powerAndProportions: ReferenceCase = {
  folder: "power-and-proportions",
  computed: {
    ...planning,
    ...Object.fromEntries(
      Object.entries(contrasts).map(([name, counts]) => [`newcombe.${name}`, () => contrast(name, counts)]),
    ),
    bh1995: multiplicity,
    "evalue.table": eValues,
    "evalue.smd": eValuesOfDifferences,
    "rosenbaum.lead": () => hiddenBias("drop"),
    "rosenbaum.lead.zeros_ranked": () => hiddenBias("keep"),
    "paired_t.lead": pairedT,
    "dist.t": studentT,
    "dist.other": otherDistributions,
  },
  without: {
    "newcombe.e.wilson0_low":
      "R's limit of 0 of 10 is 2e-17, the rounding of an exact zero; the limit is exactly 0 here.",
  },
  tolerance: {
    "t2.sample_size.n_power.t.test": 1e-6,
    "t2.mde_unequal.d_pwr": 1e-4,
    "t1.sample_size": 1e-6,
    "prop.sample_size": 1e-6,
    "prop.mde": 1e-6,
    "dist.t": 1e-13,
    "dist.other": 1e-13,
  },
};

function contrast(name: string, counts: [number, number, number, number]): Computed {
  const { wilson0_low, ...values } = twoProportionValues(...counts);
  return name === "e" ? values : { ...values, wilson0_low };
}
