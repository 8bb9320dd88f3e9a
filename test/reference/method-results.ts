import type { Found } from "./compare";

/** Which results of which case a method's own code computes, by pattern (a star stands for anything), and the program that computed the expected values. */
type Checked = {
  program: string;
  results: Record<string, readonly string[]>;
  /** What of the method they hold, where that is not all of it. */
  part?: string;
};

const welch: Checked = {
  program: "R",
  results: {
    "card-krueger": ["fte.welch", "fte2.welch"],
    "ibm-hr": ["*.welch"],
    lalonde: ["exp.welch*", "*.naive.welch"],
    "repeated-and-time-series": ["sleep.welch"],
  },
};

const checkedBy: Record<string, Checked> = {
  welch,
  did_welch: {
    program: "R",
    results: { "card-krueger": ["did.balanced.gain.welch", "did.temp0.gain.welch"], lalonde: ["*.gain.welch"] },
  },
  lin_hc2: { program: "estimatr", results: { lalonde: ["exp.lin.HC2"] } },
  ancova_hc2: { program: "sandwich", results: { lalonde: ["exp.ancova.HC2", "exp.ancova_re75.HC2"] } },
  cuped: { program: "R", results: { lalonde: ["exp.cuped.*"] } },
  did_cr1: { program: "sandwich", results: { lalonde: ["*.did2x2.cr1"] } },
  lin_cr2: {
    program: "clubSandwich",
    results: { "card-krueger": ["did.unbalanced.cr2", "did.balanced.cr2"] },
    part: "the CR2 error and its degrees of freedom, from rows",
  },
  risk_difference_newcombe: {
    program: "R",
    results: {
      "power-and-proportions": ["newcombe.*"],
      "ibm-hr": ["*.two_proportions"],
      lalonde: ["exp.employed78"],
    },
  },
  dr_did: { program: "R", results: { lalonde: ["*.dr_att"] }, part: "the same code on levels" },
  ipw_att: { program: "R", results: { lalonde: ["*.ipw_att"] } },
  matched_pairs_t: { program: "MatchIt", results: { lalonde: ["*.nn1_noreplace", "*.nn1_noreplace_caliper"] } },
  callaway_santanna_never_treated: { program: "did", results: { castle: ["cs.nevertreated.varying*"] } },
  callaway_santanna_not_yet_treated: { program: "did", results: { castle: ["cs.notyettreated.varying*"] } },
  twfe_cr1: { program: "R", results: { castle: ["twfe.post"] } },
  segmented_newey_west: { program: "sandwich", results: { "repeated-and-time-series": ["seatbelts.its.nw*"] } },
  before_after_paired: {
    program: "R",
    results: { "repeated-and-time-series": ["sleep.paired_t"], "power-and-proportions": ["paired_t.lead"] },
  },
  restricted_mean_difference: { program: "survival", results: { survival: ["lung.sex.rmst365"] } },
  kaplan_meier: {
    program: "survival",
    results: { survival: ["*.log-log", "*.log", "*.plain"], "ibm-hr": ["km.overall"] },
  },
  log_rank: { program: "survival", results: { survival: ["*.logrank", "*.peto"], "ibm-hr": ["logrank.overtime"] } },
  cox_efron: { program: "survival", results: { survival: ["*.cox.efron"], "ibm-hr": ["cox.efron"] } },
  schoenfeld_score_km: { program: "survival", results: { survival: ["lung.full.zph"] } },
  effect_size: {
    program: "R",
    results: { "card-krueger": ["effect_size.change"], "ibm-hr": ["*.effect_size"], lalonde: ["exp.effect_size"] },
  },
  median_order_statistic: { program: "R", results: { lalonde: ["exp.quantiles.*"] }, part: "the quantiles" },
  share_wilson: {
    program: "R",
    results: { "ibm-hr": ["attrition.overall"] },
  },
  minimum_detectable: {
    program: "pwr",
    results: { "power-and-proportions": ["t2.*"], lalonde: ["exp.mde"] },
  },
  plan_proportions: { program: "pwr", results: { "power-and-proportions": ["prop.*"] } },
  plan_clusters: { program: "R", results: { "power-and-proportions": ["cluster.*"] } },
  plan_repeated_measures: { program: "R", results: { "power-and-proportions": ["did.variance_factor"] } },
  rosenbaum_signed_rank: {
    program: "R",
    results: { "power-and-proportions": ["rosenbaum.lead*"], lalonde: ["*.rosenbaum"] },
  },
  e_value: {
    program: "R",
    results: {
      "power-and-proportions": ["evalue.*"],
      "ibm-hr": ["overtime.evalue"],
      lalonde: ["exp.employed78.evalue"],
    },
  },
  benjamini_hochberg: { program: "R", results: { "power-and-proportions": ["bh1995"] } },
  hodges_lehmann: {
    program: "R",
    results: { "card-krueger": ["mannwhitney.change"], "ibm-hr": ["*.mannwhitney"], lalonde: ["exp.mannwhitney"] },
    part: "the middle difference and the rank-sum test",
  },
  intraclass_correlation: { program: "irr", results: { "rater-agreement": ["*.icc", "*.irr.*"] } },
};

/** What the methods page says of it. */
type ReferenceResult = {
  program: string;
  values: number;
  /** The smallest power of ten that no relative difference passes. */
  within: number;
  /** The largest difference that would be let through. */
  allowed: number;
  part: string | null;
};

/** Looser than this is only what the other program itself rounds or searches no further: it says nothing of ours. */
const coarse = 1e-6;

type Case = Pick<Found, "values"> & { folder: string; software: Record<string, string> };

/** By method, how far what we compute is from what the other program did. */
export function methodResults(cases: readonly Case[]): Record<string, ReferenceResult> {
  return Object.fromEntries(
    Object.entries(checkedBy).map(([method, { program, results, part }]) => {
      const values = cases.flatMap(({ folder, values }) => {
        const patterns = (results[folder] ?? []).map(asExpression);
        return values.filter(
          ({ id, tolerance }) => tolerance <= coarse && patterns.some((pattern) => pattern.test(id)),
        );
      });
      const software = cases.find(({ folder }) => folder in results)?.software ?? {};
      const largest = Math.max(1e-16, ...values.map(({ difference }) => difference));
      const result = {
        program: program === "R" ? `R ${software.R}` : `R's ${program} ${software[program]}`,
        values: values.length,
        within: Number(`1e${Math.ceil(Math.log10(largest))}`),
        allowed: Math.max(...values.map(({ tolerance }) => tolerance)),
        part: part ?? null,
      };
      return [method, result];
    }),
  );
}

/** Patterns that match no result: mistakes of the list above. */
export function idlePatterns(cases: readonly Case[]): string[] {
  return Object.entries(checkedBy).flatMap(([method, { results }]) =>
    Object.entries(results).flatMap(([folder, patterns]) =>
      patterns
        .filter((pattern) => {
          const of = cases.find((one) => one.folder === folder)?.values ?? [];
          return !of.some(({ id }) => asExpression(pattern).test(id));
        })
        .map((pattern) => `${method}: ${folder} ${pattern}`),
    ),
  );
}

function asExpression(pattern: string): RegExp {
  const escaped = pattern.split("*").map((part) => part.replace(/[.\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`);
}
