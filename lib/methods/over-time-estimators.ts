import type { Estimator } from "./estimators";

/** Of designs that follow people over many periods. */
export const overTimeEstimators: readonly Estimator[] = [
  {
    id: "callaway_santanna_never_treated",
    name: "Group-time effects against the never exposed",
    estimates: "The average effect on the exposed, over waves and the periods since each was exposed.",
    assumption:
      "Without the programme every wave would have changed as those never exposed did, and nobody changed ahead of it.",
    formula:
      "ATT(g, t) = mean change of wave g since the period before its exposure − the same change of the never exposed; averaged over g and t by size.",
    uncertainty:
      "Influence functions, group shares included, by cluster; normal. Bands over all periods by multiplier draws.",
    source: "Callaway and Sant'Anna (2021), Journal of Econometrics 225(2). Equals R's did::att_gt and aggte.",
    referenceTest: "test/reference/cases/castle.ts",
  },
  {
    id: "callaway_santanna_not_yet_treated",
    name: "Group-time effects against the not yet exposed",
    estimates: "The average effect on the exposed, over waves and the periods since each was exposed.",
    assumption: "Without the programme every wave would have changed as those exposed later or never did.",
    formula: "As against the never exposed, with everybody not exposed by period t in the comparison.",
    uncertainty: "Influence functions, group shares included, by cluster; normal.",
    source: "Callaway and Sant'Anna (2021), Journal of Econometrics 225(2). Equals R's did::att_gt and aggte.",
    referenceTest: "test/reference/cases/castle.ts",
  },
  {
    id: "twfe_cr1",
    name: "Two-way fixed effects",
    estimates: "A weighted average of effects whose weights may be negative where effects differ by wave or over time.",
    assumption: "Parallel trends and one effect for everybody, always.",
    formula: "Y = unit + period + τ·exposed; the effect is τ.",
    uncertainty: "CR1 by unit or cluster; t with G − 1 degrees of freedom.",
    source:
      "Weights: de Chaisemartin and D'Haultfœuille (2020), American Economic Review 110(9). Equals R's plm with sandwich.",
    referenceTest: "test/reference/cases/castle.ts",
  },
  {
    id: "segmented_newey_west",
    name: "Break of a series at exposure",
    estimates:
      "The change of level when the programme began, of those in it; the change of slope stands beside. Not an effect.",
    assumption: "The line before would have gone on, and nothing else happened then.",
    formula: "Y = a + b·period + τ·exposed + c·periods since exposure, over the means of each period; the change is τ.",
    uncertainty: "Newey-West with lag 4·(n/100)^(2/9); t with n − k degrees of freedom, n counting periods.",
    source:
      "Wagner, Soumerai, Zhang and Ross-Degnan (2002), Journal of Clinical Pharmacy and Therapeutics 27; Newey and West (1987), Econometrica 55(3).",
    referenceTest: "test/reference/cases/repeated-and-time-series.ts",
  },
  {
    id: "before_after_paired",
    name: "Before and after, without a comparison",
    estimates: "The average change of the same people. Not an effect.",
    assumption: "None that would make it an effect: whatever else happened in the meantime is in it.",
    formula: "mean of each person's after − before.",
    uncertainty: "Paired t with n − 1 degrees of freedom.",
    source: "Student (1908), Biometrika 6(1).",
    referenceTest: "lib/evaluation/checks/checks.db.test.ts",
  },
  {
    id: "restricted_mean_difference",
    name: "Days gained without the event",
    estimates:
      "How many days later (or sooner) the event comes to the trained on average, up to the longest time both groups are watched.",
    assumption:
      "Groups would have had the event at the same times without the programme; whoever is no longer watched would have fared as the others.",
    formula: "area under the Kaplan-Meier curve of the trained − that of the comparison.",
    uncertainty: "Greenwood's variance of the areas; normal.",
    source: "Royston and Parmar (2013), BMC Medical Research Methodology 13. Each mean equals that of R's survfit.",
    referenceTest: "test/reference/cases/survival.ts",
  },
  {
    id: "kaplan_meier",
    name: "Shares without the event, over time",
    estimates:
      "How many more of the trained are without the event at the longest time both groups are watched; curves, medians and log-rank test stand beside.",
    assumption: "As for the days gained.",
    formula: "product over times of (1 − events / people still watched), by group; the difference at the end.",
    uncertainty: "Greenwood; curves with log-log limits; log-rank test between them.",
    source: "Kaplan and Meier (1958), JASA 53; Mantel (1966). Equals R's survfit and survdiff.",
    referenceTest: "test/reference/cases/survival.ts",
  },
  {
    id: "cox_efron",
    name: "Ratio of hazards",
    estimates: "How many times as fast the event comes to the trained as to the others: above 1 sooner.",
    assumption: "One ratio holds at all times (tested by Schoenfeld residuals), and as for the days gained.",
    formula: "partial likelihood of the arm alone, ties after Efron.",
    uncertainty: "Wald on the logarithm; normal.",
    source: "Cox (1972), JRSS B 34(2); Efron (1977); Grambsch and Therneau (1994). Equals R's coxph and cox.zph.",
    referenceTest: "test/reference/cases/survival.ts",
  },
];
