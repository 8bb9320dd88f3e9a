import type { Estimator } from "./estimators";

/** Of designs that compare two arms in two windows. */
export const twoArmEstimators: readonly Estimator[] = [
  {
    id: "lin_hc2",
    name: "Regression-adjusted difference, interacted",
    estimates: "The average effect on those assigned, in the KPI's unit.",
    assumption: "Assignment was random and people do not influence each other; the regression need not be true.",
    formula: "Y = a + τ·T + β·(X − mean X) + γ·T·(X − mean X); the effect is τ. X is the value before the start.",
    uncertainty: "HC2; t with n − k degrees of freedom.",
    source: "Lin (2013), Annals of Applied Statistics 7(1). Equals estimatr::lm_lin.",
    referenceTest: "lib/stats/lin-hc2.test.ts",
  },
  {
    id: "ancova_hc2",
    name: "Regression-adjusted difference, one slope",
    estimates: "The average effect on those assigned, when the slopes agree or the arms are of equal size.",
    assumption: "Assignment was random and people do not influence each other.",
    formula: "Y = a + τ·T + β·X; the effect is τ.",
    uncertainty: "HC2; t with n − k degrees of freedom.",
    source: "MacKinnon and White (1985), Journal of Econometrics 29(3). Equals sandwich::vcovHC.",
    referenceTest: "lib/stats/lin-hc2.test.ts",
  },
  {
    id: "hodges_lehmann",
    name: "Middle of all differences",
    estimates:
      "By how much a treated person typically exceeds a control person: of changes, or of follow-up values without a baseline.",
    assumption: "Both groups have the same shape and differ by a shift; people are independent.",
    formula:
      "The median of all differences between a treated and a control value; beside it the Mann-Whitney test, with and without continuity.",
    uncertainty: "Ordered differences at the normal approximation of the rank sum, ties counted.",
    source: "Hodges and Lehmann (1963), Annals of Mathematical Statistics 34(2); Mann and Whitney (1947).",
    referenceTest: "lib/stats/ranks/ranks.test.ts",
  },
  {
    id: "rate_ratio_exact",
    name: "Ratio of rates, exact",
    estimates: "How many times as often the event comes in the treated arm, for KPIs that count events over time.",
    assumption: "Events are independent and come at a constant rate; assignment was random.",
    formula: "(events / time) of the treated over the same of the control, over the follow-up.",
    uncertainty: "Conditional binomial (Clopper and Pearson), turned into ratios.",
    source: "Equals R's poisson.test for two rates.",
    referenceTest: "lib/stats/poisson-rate.test.ts",
  },
  {
    id: "moved_up_newcombe",
    name: "Share who moved up a level",
    estimates:
      "By how many points more of the treated rose at least one level, for KPIs in ordered levels; it needs only their order.",
    assumption: "That of the design it is shown beside; people are independent.",
    formula: "Share of people whose level after is above the one before, treated less control.",
    uncertainty: "Newcombe's interval for a difference of shares.",
    source: "Newcombe (1998), Statistics in Medicine 17, method 10.",
    referenceTest: "lib/stats/proportions/proportions.test.ts",
  },
  {
    id: "cuped",
    name: "CUPED",
    estimates: "The average effect on those assigned, with the noise that was there before taken out.",
    assumption: "Assignment was random and people do not influence each other.",
    formula: "Y′ = Y − θ·(X − mean X) with θ = cov(Y, X) / var(X) over both arms; then Welch on Y′.",
    uncertainty: "Welch; θ taken as known.",
    source: "Deng, Xu, Kohavi and Walker (2013), WSDM.",
    referenceTest: "lib/stats/cuped.test.ts",
  },
  {
    id: "welch",
    name: "Difference in means, unadjusted",
    estimates: "The average effect on those assigned.",
    assumption: "Assignment was random and people do not influence each other.",
    formula: "mean(treated) − mean(control).",
    uncertainty: "√(s₁²/n₁ + s₀²/n₀); t with Satterthwaite degrees of freedom.",
    source: "Welch (1947), Biometrika 34. Equals R's t.test.",
    referenceTest: "lib/stats/welch.test.ts",
  },
  {
    id: "lin_cr2",
    name: "Regression-adjusted difference, clusters drawn",
    estimates: "The average effect on the people of those teams or sites assigned, in the KPI's unit.",
    assumption: "Clusters were assigned at random and do not influence each other; the regression need not be true.",
    formula: "As lin_hc2 on people: Y = a + τ·T + β·(X − mean X) + γ·T·(X − mean X); the effect is τ.",
    uncertainty:
      "CR2 (bias-reduced linearisation) by cluster; t with Bell and McCaffrey's degrees of freedom. Under 20 clusters also the share of all possible draws that would part the arms as far.",
    source:
      'Bell and McCaffrey (2002), Survey Methodology 28(2); Pustejovsky and Tipton (2018), JBES 36(4). As clubSandwich\'s vcovCR(type = "CR2").',
    referenceTest: "lib/stats/linear/adjusted-cr2.test.ts",
  },
  {
    id: "difference_cr2",
    name: "Difference in means, clusters drawn",
    estimates: "The average effect on the people of those teams or sites assigned.",
    assumption: "Clusters were assigned at random and do not influence each other.",
    formula: "mean(treated people) − mean(control people).",
    uncertainty: "CR2 (bias-reduced linearisation) by cluster; t with Bell and McCaffrey's degrees of freedom.",
    source:
      'Bell and McCaffrey (2002), Survey Methodology 28(2); Pustejovsky and Tipton (2018), JBES 36(4). As clubSandwich\'s vcovCR(type = "CR2").',
    referenceTest: "lib/stats/linear/adjusted-cr2.test.ts",
  },
  {
    id: "ancova_cr2",
    name: "Regression-adjusted difference, one slope, clusters drawn",
    estimates: "The same, when the slopes of both arms agree.",
    assumption: "Clusters were assigned at random and do not influence each other; the regression need not be true.",
    formula: "Y = a + τ·T + β·X; the effect is τ.",
    uncertainty: "CR2 (bias-reduced linearisation) by cluster; t with Bell and McCaffrey's degrees of freedom.",
    source:
      'Bell and McCaffrey (2002), Survey Methodology 28(2); Pustejovsky and Tipton (2018), JBES 36(4). As clubSandwich\'s vcovCR(type = "CR2").',
    referenceTest: "lib/stats/linear/adjusted-cr2.test.ts",
  },
  {
    id: "cluster_mean_welch",
    name: "Difference in cluster means",
    estimates: "The average effect on those assigned, the team or site being what was assigned.",
    assumption: "Clusters were assigned at random and do not influence each other.",
    formula:
      "Each cluster gives one number, its mean change (its mean where there is no baseline); the difference of their means between the arms.",
    uncertainty: "Welch over the clusters.",
    source: "Donner and Klar (2000), Design and Analysis of Cluster Randomization Trials, chapter 7.",
    referenceTest: "lib/stats/welch.test.ts",
  },
  {
    id: "risk_difference_newcombe",
    name: "Difference of two shares",
    estimates: "The average effect on the probability of the event, in percentage points.",
    assumption: "Assignment was random and people do not influence each other.",
    formula: "share(treated) − share(control).",
    uncertainty: "Hybrid score interval, method 10; p from the pooled two-proportion z test.",
    source: "Newcombe (1998), Statistics in Medicine 17(8).",
    referenceTest: "lib/stats/newcombe.test.ts",
  },
  {
    id: "cace_wald_hc2",
    name: "Effect on those who take part because they were offered to",
    estimates: "The average effect on the compliers; shown where somebody did not do as assigned.",
    assumption:
      "Assignment was random, acts through taking part alone, and keeps nobody away who would have come without it.",
    formula: "difference in outcome / difference in take-up, both as assigned.",
    uncertainty:
      "HC2 of outcome − effect × take-up; t with n − 2. With a first-stage F under 10 read the Anderson-Rubin set.",
    source:
      "Angrist, Imbens and Rubin (1996), Journal of the American Statistical Association 91. Equals two-stage least squares with assignment as the instrument.",
    referenceTest: "lib/stats/bounds/complier-effect.test.ts",
  },
  {
    id: "cace_wald_cr1",
    name: "The same, teams drawn",
    estimates: "The average effect on the compliers; shown where somebody did not do as assigned.",
    assumption: "As for people; clusters do not influence each other.",
    formula: "difference in outcome / difference in take-up, both as assigned.",
    uncertainty: "CR1 by cluster, G/(G − 1) × (N − 1)/(N − 2); t with G − 1 degrees of freedom.",
    source: "Liang and Zeger (1986), Biometrika 73(1). Equals Stata's ivregress 2sls, vce(cluster) small.",
    referenceTest: "lib/stats/bounds/complier-effect.test.ts",
  },
  {
    id: "did_cr1",
    name: "Difference-in-differences, clustered",
    estimates: "The average effect on the trained.",
    assumption: "Without the programme both groups would have moved in parallel; clusters are independent.",
    formula:
      "(after − before) of the trained − (after − before) of the comparison: the product term of arm and period.",
    uncertainty: "CR1, G/(G − 1) × (N − 1)/(N − K) with K = 4; t with G − 1 degrees of freedom.",
    source: "Liang and Zeger (1986), Biometrika 73(1); Bertrand, Duflo and Mullainathan (2004), QJE 119(1).",
    referenceTest: "lib/stats/did-cr1.test.ts",
  },
  {
    id: "did_welch",
    name: "Difference-in-differences, on changes",
    estimates: "The average effect on the trained, from people seen before and after.",
    assumption: "Without the programme both groups would have moved in parallel; people are independent.",
    formula: "mean change of the trained − mean change of the comparison.",
    uncertainty: "Welch on each person's change.",
    source: "Welch (1947) on changes. Equals R's t.test.",
    referenceTest: "lib/stats/welch.test.ts",
  },
  {
    id: "dr_did",
    name: "Difference-in-differences among alike people, doubly robust",
    estimates: "The average effect on the trained; shown where the plan names covariates.",
    assumption:
      "Among people with equal covariates both groups would have moved in parallel, and either the model of who was trained or that of the change is right.",
    formula:
      "mean of (change − its prediction) of the trained − the same of the comparison, weighted by the odds of being trained.",
    uncertainty: "Influence function, both models counted as estimated, by cluster where the plan has one; normal.",
    source: "Sant'Anna and Zhao (2020), Journal of Econometrics 219(1). Written after R's DRDID::drdid_panel.",
    referenceTest: "lib/evaluation/comparison.db.test.ts",
  },
  {
    id: "dr_att",
    name: "Difference among alike people, doubly robust",
    estimates: "The average difference for those of the first group, from one outcome, as on Compare.",
    assumption:
      "People with equal covariates would have had the same outcome, and either the model of who is in the group or that of the outcome is right.",
    formula: "As doubly robust difference-in-differences, with the outcome itself in the place of its change.",
    uncertainty: "Influence function, both models counted as estimated; by person where somebody counts twice; normal.",
    source: "Sant'Anna and Zhao (2020), Journal of Econometrics 219(1), on levels. Equals R on the job training data.",
    referenceTest: "test/reference/cases/lalonde.ts",
  },
  {
    id: "did_ratio_of_sums",
    name: "Difference-in-differences of ratios of sums",
    estimates: "The change of the ratio of one group less the change of the other, in people seen in both periods.",
    assumption: "Both groups would have moved in parallel; people are independent.",
    formula: "(ratio now − ratio then) of the one − the same of the other.",
    uncertainty: "Delta method on both ratios of a group together; t with Welch's degrees of freedom.",
    source: "Cochran (1977), Sampling Techniques, 6.19; Welch (1947), Biometrika 34.",
    referenceTest: "lib/stats/ratio-of-sums-change.test.ts",
  },
  {
    id: "ipw_att",
    name: "Weighted comparison of changes",
    estimates: "The average effect on the trained; shown where the plan names covariates and people are independent.",
    assumption:
      "Among people with equal covariates both groups would have moved in parallel, and the model of who was trained is right.",
    formula: "mean change of the trained − mean change of the comparison, weighted by the odds of being trained.",
    uncertainty:
      "Stacked estimating equations, the odds counted as estimated; normal. Balance before and after stands beside.",
    source: "Hirano, Imbens and Ridder (2003), Econometrica 71(4); Abadie (2005), Review of Economic Studies 72(1).",
    referenceTest: "test/reference/cases/lalonde.ts",
  },
  {
    id: "matched_pairs_t",
    name: "Matched comparison of changes",
    estimates:
      "The average effect on those of the trained who have a match; shown where the plan names covariates and people are independent.",
    assumption: "Matched people would have moved in parallel without the programme.",
    formula:
      "Nearest neighbour on the logit of the chance of being trained, each used once, within 0.2 standard deviations; mean difference of the changes within pairs.",
    uncertainty:
      "Paired t, matches taken as given. Rosenbaum's bound says how strong a hidden bias could explain it away.",
    source:
      "Rosenbaum and Rubin (1985), The American Statistician 39(1); Rosenbaum (2002), Observational Studies, 4.3.3.",
    referenceTest: "test/reference/cases/lalonde.ts",
  },
];
