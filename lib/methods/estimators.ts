import { overTimeEstimators } from "./over-time-estimators";
import { twoArmEstimators } from "./two-arm-estimators";

export type Estimator = {
  /** The name results carry, and the anchor on the methods page. */
  id: string;
  name: string;
  estimates: string;
  assumption: string;
  formula: string;
  uncertainty: string;
  source: string;
  /** Where its numbers are compared with another program's. */
  referenceTest: string;
};

/** Every way an effect or a figure gets its number and its interval, as the code has it. */
export const estimators: readonly Estimator[] = [
  ...twoArmEstimators,
  ...overTimeEstimators,
  {
    id: "ratio_of_sums",
    name: "Scorecard figure: ratio of sums",
    estimates: "The ratio in the population the people are drawn from: shares of work, means, levels.",
    assumption: "People are independent.",
    formula: "Σ numerator / Σ denominator, person by person.",
    uncertainty: "Delta method on numerator − ratio × denominator; t with n − 1 degrees of freedom.",
    source: "Cochran (1977), Sampling Techniques, 2.11.",
    referenceTest: "lib/stats/ratio-of-sums.test.ts",
  },
  {
    id: "share_wilson",
    name: "Scorecard figure: share of people",
    estimates: "The share of people to whom something applies.",
    assumption: "People are independent.",
    formula: "people to whom it applies / people.",
    uncertainty: "Wilson score interval, no continuity correction.",
    source: "Wilson (1927), Journal of the American Statistical Association 22.",
    referenceTest: "lib/stats/newcombe.test.ts",
  },
  {
    id: "rate_garwood",
    name: "Scorecard figure: rate of events",
    estimates: "Events per 100 person-years: exits, promotions, incidents.",
    assumption: "Events are independent and come at a constant rate.",
    formula: "100 × events / person-years, a person-year being 365.25 days.",
    uncertainty: "Exact Poisson.",
    source: "Garwood (1936), Biometrika 28. Equals R's poisson.test.",
    referenceTest: "lib/stats/poisson-rate.test.ts",
  },
  {
    id: "median_order_statistic",
    name: "Scorecard figure: median",
    estimates: "The time half of the people stay under.",
    assumption: "People are independent.",
    formula: "Quantile of type 7 at one half.",
    uncertainty: "Order statistics (binomial).",
    source: "Hyndman and Fan (1996), The American Statistician 50(4); Conover (1999), section 3.2.",
    referenceTest: "lib/stats/quantile.test.ts",
  },
  {
    id: "rate_ratio_exact",
    name: "Ratio of two rates",
    estimates: "The rate of events among the trained over that of the comparison.",
    assumption: "Events are independent and come at a constant rate; the groups are comparable.",
    formula: "rate(treated) / rate(control); given the total, the events of the treated are binomial.",
    uncertainty: "Exact (Clopper and Pearson).",
    source: "Clopper and Pearson (1934), Biometrika 26. Equals R's poisson.test.",
    referenceTest: "lib/stats/poisson-rate.test.ts",
  },
  {
    id: "effect_size",
    name: "Standardised effect (Hedges' g)",
    estimates: "The difference of two means in standard deviations, to compare measures with each other.",
    assumption: "Values are roughly normal with equal spread.",
    formula: "g = J × (mean(treated) − mean(control)) / pooled standard deviation.",
    uncertainty: "Exact, by inverting the noncentral t distribution.",
    source: "Hedges (1981), Journal of Educational Statistics 6(2).",
    referenceTest: "lib/stats/effect-size.test.ts",
  },
  {
    id: "minimum_detectable",
    name: "Smallest effect that could be seen",
    estimates: "The smallest true effect that would be found with the asked power.",
    assumption: "The spread stays as it was before the start.",
    formula: "(z(1 − α/2) + z(power)) × √(s₁²/n₁ + s₀²/n₀).",
    uncertainty: "None: a property of the design.",
    source: "Cohen (1988), Statistical Power Analysis, 2.3. Equals pwr::pwr.t2n.test in its exact form.",
    referenceTest: "lib/stats/minimum-detectable.test.ts",
  },
];
