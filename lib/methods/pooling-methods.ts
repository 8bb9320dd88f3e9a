import type { Estimator } from "./estimators";

/** Many groups at once: what they share, how they differ, and what use goes with. */
export const poolingMethods: readonly Estimator[] = [
  {
    id: "random_effects_paule_mandel_hartung_knapp",
    name: "Mean over groups, and how they differ",
    estimates:
      "The mean effect over groups such as these, the spread of their true effects, and where a further group would lie.",
    assumption: "Groups are independent; their true effects are normal around one mean.",
    formula: "mean weighted by 1 / (SE² + τ²), τ² after Paule and Mandel; I², Cochran's Q, prediction interval.",
    uncertainty: "Hartung and Knapp, t with groups − 1 degrees of freedom; τ² by the Q profile.",
    source:
      "Hartung and Knapp (2001), Statistics in Medicine 20; Viechtbauer (2007), Statistics in Medicine 26. As R's metafor.",
    referenceTest: "lib/stats/pooling/pooling.test.ts",
  },
  {
    id: "empirical_bayes_morris",
    name: "Effect of a group, partly pooled",
    estimates: "Each group's effect, pulled towards the mean of all the more, the less is known about it.",
    assumption: "The groups are alike until shown otherwise, with normal true effects.",
    formula: "(1 − B) × own + B × mean, B = (k − 3)/(k − 1) × SE² / (SE² + τ²).",
    uncertainty: "Morris's variance, which pays for estimating mean and spread; holds on average over groups.",
    source: "Morris (1983), JASA 78(381).",
    referenceTest: "lib/stats/pooling/pooling.test.ts",
  },
  {
    id: "empirical_bayes_beta_binomial",
    name: "Share of a group, partly pooled",
    estimates: "Each group's share, pulled towards the mean of all the more, the smaller the group.",
    assumption: "The true shares of groups follow one beta distribution.",
    formula: "(events + m × mean) / (trials + m), mean and m by maximum likelihood.",
    uncertainty:
      "Equal tails of the beta distribution, its parameters taken as known: somewhat short under ten groups.",
    source: "Skellam (1948), JRSS B 10(2); Carlin and Louis (2000), Bayes and Empirical Bayes Methods.",
    referenceTest: "lib/stats/pooling/shrunken-rates.test.ts",
  },
  {
    id: "association_slope_hc3",
    name: "Outcome and amount of use",
    estimates: "How the outcome goes with how much was used. An association: people chose how much.",
    assumption: "None that would make it an effect.",
    formula: "means by amount; slope of a straight line, and the term in its square.",
    uncertainty: "HC3; t with n − k degrees of freedom.",
    source: "MacKinnon and White (1985), Journal of Econometrics 29(3). Equals R's sandwich::vcovHC.",
    referenceTest: "lib/stats/pooling/dose-response.test.ts",
  },
  {
    id: "lagged_within_correlation",
    name: "Signal and outcome some periods apart, within people",
    estimates:
      "Whether the outcome goes with the signal so many periods before (or after) in the same people. An association.",
    assumption: "None that would make it an effect; people (or their clusters) are independent.",
    formula: "correlation of both after the means of each person and each period are taken out, lag by lag.",
    uncertainty:
      "Fisher's z with a variance summed by cluster over influences, t with clusters − 1; the leading lag by Bonferroni.",
    source: "Fisher (1921), Metron 1; Devlin, Gnanadesikan and Kettenring (1975), Biometrika 62(3).",
    referenceTest: "lib/stats/association/lagged-within-correlation.test.ts",
  },
  {
    id: "regression_to_the_mean",
    name: "Return to the mean",
    estimates: "How much the chosen would have changed anyway because they were chosen for being worst.",
    assumption: "A straight line, and the same persistence later.",
    formula: "overall change + (1 − b) × (mean of all − mean of the chosen), b the slope of later on earlier.",
    uncertainty: "t with n − 2 degrees of freedom, of the slope.",
    source: "Galton (1886); Barnett, van der Pols and Dobson (2005), International Journal of Epidemiology 34(1).",
    referenceTest: "lib/stats/linear/regression-to-the-mean.test.ts",
  },
  {
    id: "intraclass_correlation",
    name: "How alike people of one cluster are",
    estimates: "The share of the spread that lies between clusters (or between those rated), and the design effect.",
    assumption: "One-way analysis of variance.",
    formula: "(between − within mean square) / (between + (m − 1) × within).",
    uncertainty: "F distribution.",
    source:
      "Fisher (1925); Shrout and Fleiss (1979), Psychological Bulletin 86(2); Kish (1965). Equals R's irr and psych.",
    referenceTest: "test/reference/cases/rater-agreement.ts",
  },
];
