import { autocorrelation } from "@/lib/stats/autocorrelation";
import { leastSquares } from "@/lib/stats/least-squares";
import { momentsOf } from "@/lib/stats/moments";
import { oneWayAnova } from "@/lib/stats/one-way-anova";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import { defined } from "@/test/reference/shared-values";

const univariate = ["Lew", "Lottery", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4"];
const anovas = ["AtmWtAg", "SiRstv", ...Array.from({ length: 9 }, (_, index) => `SmLs0${index + 1}`)];

const powers = (degree: number) => (x: number[]) =>
  Array.from({ length: degree + 1 }, (_, power) => x.map((value) => value ** power));
const designs: Record<string, (x: number[]) => number[][]> = {
  Norris: powers(1),
  Pontius: powers(2),
  NoInt1: (x) => [x],
  NoInt2: (x) => [x],
  Filip: powers(10),
  Wampler1: powers(5),
  Wampler2: powers(5),
  Wampler3: powers(5),
  Wampler4: powers(5),
  Wampler5: powers(5),
};

function univariateValues(name: string): Computed {
  const values = column(readRows(`nist-strd/data/${name}.csv`), "y");
  const { n, mean, variance } = momentsOf(values);
  return { n, mean, sd: Math.sqrt(variance), autocorr1: autocorrelation(values) };
}

function anova(name: string): Computed {
  const groups = new Map<number, number[]>();
  for (const { treatment, y } of readRows(`nist-strd/data/${name}.csv`)) {
    groups.set(treatment ?? Number.NaN, [...(groups.get(treatment ?? Number.NaN) ?? []), y ?? Number.NaN]);
  }
  const moments = [...groups.values()].map(momentsOf);
  const result = defined(oneWayAnova(moments), "anova");
  const meanWithin = result.squaresWithin / result.degreesOfFreedomWithin;
  return {
    n: moments.reduce((sum, { n }) => sum + n, 0),
    groups: moments.length,
    df_between: result.degreesOfFreedomBetween,
    ss_between: result.squaresBetween,
    ms_between: result.squaresBetween / result.degreesOfFreedomBetween,
    f: result.f,
    df_within: result.degreesOfFreedomWithin,
    ss_within: result.squaresWithin,
    ms_within: meanWithin,
    r_squared: result.rSquared,
    residual_sd: Math.sqrt(meanWithin),
  };
}

/** Sums of squares about the mean, or about zero without an intercept; no F where the fit leaves nothing but rounding. */
function regression(columns: number[][], y: number[], hasIntercept: boolean): Computed {
  const fit = leastSquares(columns, y, 1e-20);
  const centre = hasIntercept ? momentsOf(y).mean : 0;
  const fitted = y.map((value, row) => value - (fit.residuals[row] ?? Number.NaN) - centre);
  const ofRegression = fitted.reduce((sum, value) => sum + value * value, 0);
  const ofResiduals = fit.residualSumOfSquares;
  const terms = columns.length - (hasIntercept ? 1 : 0);
  const df = fit.residualDegreesOfFreedom;
  const names = columns.map((_, index) => `B${hasIntercept ? index : index + 1}`);
  const boxed = <Value>(list: Value[]) => (list.length === 1 ? list[0] : list);
  return {
    n: y.length,
    terms: boxed(names),
    estimate: boxed(fit.coefficients),
    se: boxed(fit.standardErrors),
    residual_sd: Math.sqrt(ofResiduals / df),
    r_squared: ofRegression / (ofRegression + ofResiduals),
    df_regression: terms,
    ss_regression: ofRegression,
    f: ofResiduals <= 1e-20 * ofRegression ? null : ofRegression / terms / (ofResiduals / df),
    df_residual: df,
    ss_residual: ofResiduals,
  };
}

function longley(): Computed {
  const rows = readRows("nist-strd/data/Longley.csv");
  const columns = [rows.map(() => 1), ...[1, 2, 3, 4, 5, 6].map((index) => column(rows, `x${index}`))];
  return regression(columns, column(rows, "y"), true);
}

const reached = expectedValues<Record<string, Record<string, number>>>("nist-strd");

/** The bar the reference sets: the digits of plain two-pass arithmetic in double precision, less one. */
const lessOne = (digits: number) => 10 ** -(digits - 1);

const about =
  "Says how many digits R reached, which is no value of the data; ours are held to it, less one, where it is the bar.";

export const nistStrd: ReferenceCase = {
  folder: "nist-strd",
  computed: {
    ...Object.fromEntries(univariate.map((name) => [`univariate.${name}`, () => univariateValues(name)])),
    ...Object.fromEntries(anovas.map((name) => [`anova.${name}`, () => anova(name)])),
    ...Object.fromEntries(
      Object.entries(designs).map(([name, design]) => {
        const rows = readRows(`nist-strd/data/${name}.csv`);
        const columns = design(column(rows, "x"));
        return [`regression.${name}`, () => regression(columns, column(rows, "y"), !name.startsWith("NoInt"))];
      }),
    ),
    "regression.Longley": longley,
  },
  without: Object.fromEntries(
    [
      ...univariate.map((name) => `univariate.${name}.log10_relative_error_R`),
      ...anovas.map((name) => `anova.${name}.log10_relative_error*`),
      ...[...Object.keys(designs), "Longley"].map((name) => `regression.${name}.log10_relative_error_R_qr`),
    ].map((pattern) => [pattern, about]),
  ),
  tolerance: {
    ...Object.fromEntries(
      univariate.flatMap((name) => {
        const { mean = 0, sd = 0, autocorr1 = 0 } = reached(`univariate.${name}`).log10_relative_error_R ?? {};
        return Object.entries({ mean, sd, autocorr1 }).map(([key, digits]) => [
          `univariate.${name}.${key}`,
          lessOne(digits),
        ]);
      }),
    ),
    ...Object.fromEntries(
      anovas.flatMap((name) => {
        const { f = 0, ss_within = 0 } = reached(`anova.${name}`).log10_relative_error_two_pass ?? {};
        return [
          ...["f", "ss_between", "ms_between", "r_squared"].map((key) => [`anova.${name}.${key}`, lessOne(f)]),
          ...["ss_within", "ms_within", "residual_sd"].map((key) => [`anova.${name}.${key}`, lessOne(ss_within)]),
        ];
      }),
    ),
    "regression.Norris": 1e-11,
    "regression.Pontius": 1e-11,
    "regression.NoInt*": 1e-13,
    "regression.Longley": 1e-11,
    "regression.Filip": 1e-7,
    "regression.Wampler2": 1e-11,
    "regression.Wampler4.estimate": 1e-7,
    "regression.Wampler5.estimate": 1e-5,
    "regression.Wampler4": 1e-11,
    "regression.Wampler5": 1e-11,
  },
};
