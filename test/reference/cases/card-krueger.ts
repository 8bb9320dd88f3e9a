import { cr2OfRows } from "@/lib/stats/linear/cluster-rows-cr2";
import { clusteredError } from "@/lib/stats/linear/clustered-error";
import { type ErrorKind, heteroskedasticError } from "@/lib/stats/linear/heteroskedastic-error";
import { fitSlopes } from "@/lib/stats/linear/slopes";
import { momentsOf } from "@/lib/stats/moments";
import { studentTTwoSidedP } from "@/lib/stats/student-t";
import { readRows } from "@/test/fixtures/reference/read-reference";
import { descriptiveValues, errorRow, slopeRow, studentValues } from "@/test/reference/ols-values";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import { effectSizeValues, mannWhitneyValues, welchValues } from "@/test/reference/shared-values";

const stores = readRows("card-krueger/stores.csv").map((row, store) => ({ ...row, store }));
type Store = (typeof stores)[number];
type Name = "fte" | "fte2" | "fte2_temp0";

const isNumber = (value: number | null | undefined): value is number => value !== null && value !== undefined;
const fieldOf = (store: Store, name: string) => store[name as keyof Store];
const inState = (state: number) => stores.filter((store) => fieldOf(store, "state") === state);
const all = (name: Name, state: number) =>
  inState(state)
    .map((store) => fieldOf(store, name))
    .filter(isNumber);
const hasBoth = (store: Store) => isNumber(fieldOf(store, "fte")) && isNumber(fieldOf(store, "fte2"));

function changes(after: Name, state: number): number[] {
  return inState(state).flatMap((store) => {
    const [first, second] = [fieldOf(store, "fte"), fieldOf(store, after)];
    return isNumber(first) && isNumber(second) ? [second - first] : [];
  });
}

/** Store-waves stacked: regressors arm, period and their product, and the cluster of each row. */
function stacked(kept: readonly Store[]) {
  const rows = [0, 1].flatMap((post) =>
    kept.flatMap((store) => {
      const value = fieldOf(store, post === 0 ? "fte" : "fte2");
      return isNumber(value) ? [{ store: store.store, nj: fieldOf(store, "state") ?? 0, post, value }] : [];
    }),
  );
  const regressors = [rows.map(({ nj }) => nj), rows.map(({ post }) => post), rows.map(({ nj, post }) => nj * post)];
  const clusters = rows.map(({ store }) => store);
  const slopes = fitSlopes(
    regressors,
    rows.map(({ value }) => value),
  );
  return { regressors, clusters, slopes };
}

function didOf(name: string, kept: readonly Store[]): ReferenceCase["computed"] {
  const { regressors, clusters, slopes } = stacked(kept);
  const kinds: [string, ErrorKind][] = [
    ["ols", "classical"],
    ["HC1", "HC1"],
    ["HC2", "HC2"],
    ["HC3", "HC3"],
  ];
  return {
    ...Object.fromEntries(kinds.map(([key, kind]) => [`did.${name}.${key}`, () => errorRow(slopes, 2, kind)])),
    [`did.${name}.cr1`]: () => {
      const error = clusteredError(slopes, 2, clusters);
      const G = error?.clusters ?? 0;
      return { ...slopeRow(slopes, 2, error?.standardError ?? null, G - 1), G, N: slopes.n };
    },
    [`did.${name}.cr2`]: () => {
      const error = cr2OfRows(slopes, 2, regressors, clusters);
      const estimate = slopes.estimates[2] ?? Number.NaN;
      const t = estimate / (error?.standardError ?? Number.NaN);
      const df = error?.degreesOfFreedom ?? Number.NaN;
      return { estimate, se: error?.standardError, df, t, p: studentTTwoSidedP(t, df) };
    },
  };
}

function independentCells(): Computed {
  const part = (state: number) => {
    const [before, after] = [momentsOf(all("fte", state)), momentsOf(all("fte2", state))];
    return { change: after.mean - before.mean, variance: after.variance / after.n + before.variance / before.n };
  };
  const [nj, pa] = [part(1), part(0)];
  return {
    estimate: nj.change - pa.change,
    se: Math.sqrt(nj.variance + pa.variance),
    change_nj: nj.change,
    se_change_nj: Math.sqrt(nj.variance),
    change_pa: pa.change,
    se_change_pa: Math.sqrt(pa.variance),
  };
}

const sample = stores.flatMap((store) => {
  const [wage, wage2] = [fieldOf(store, "wage_st"), fieldOf(store, "wage_st2")];
  const [first, second] = [fieldOf(store, "fte"), fieldOf(store, "fte2")];
  const isKept = isNumber(wage) && (isNumber(wage2) || fieldOf(store, "status2") === 3);
  if (!isKept || !isNumber(first) || !isNumber(second)) return [];
  const nj = fieldOf(store, "state") ?? 0;
  return [{ store, change: second - first, nj, gap: nj === 1 && wage < 5.05 ? (5.05 - wage) / wage : 0 }];
});

function tableFour(first: "nj" | "gap", others: readonly string[]): Computed {
  const chains = others.includes("chain") ? [2, 3, 4] : [];
  const slopes = fitSlopes(
    [
      sample.map((row) => row[first]),
      ...chains.map((chain) => sample.map(({ store }) => (fieldOf(store, "chain") === chain ? 1 : 0))),
      ...others.filter((name) => name !== "chain").map((name) => sample.map(({ store }) => fieldOf(store, name) ?? 0)),
    ],
    sample.map(({ change }) => change),
  );
  return {
    ...errorRow(slopes, 0, "classical"),
    sigma: Math.sqrt(slopes.residualSquares / (slopes.n - slopes.coefficients)),
    n: slopes.n,
    se_hc2: heteroskedasticError(slopes, 0, "HC2"),
    se_hc3: heteroskedasticError(slopes, 0, "HC3"),
  };
}

const region = ["centralj", "southj", "pa1", "pa2"];

export const cardKrueger: ReferenceCase = {
  folder: "card-krueger",
  computed: {
    "fte.nj": () => descriptiveValues(all("fte", 1)),
    "fte.pa": () => descriptiveValues(all("fte", 0)),
    "fte.welch": () => welchValues(all("fte", 1), all("fte", 0)),
    "fte2.nj": () => descriptiveValues(all("fte2", 1)),
    "fte2.pa": () => descriptiveValues(all("fte2", 0)),
    "fte2.welch": () => welchValues(all("fte2", 1), all("fte2", 0)),
    "did.unbalanced.independent": independentCells,
    ...didOf("unbalanced", stores),
    ...didOf("balanced", stores.filter(hasBoth)),
    "did.balanced.gain.welch": () => welchValues(changes("fte2", 1), changes("fte2", 0)),
    "did.balanced.gain.student": () => studentValues(changes("fte2", 1), changes("fte2", 0)),
    "did.temp0.gain.welch": () => welchValues(changes("fte2_temp0", 1), changes("fte2_temp0", 0)),
    "table4.sample": () => {
      const { n, mean, variance } = momentsOf(sample.map(({ change }) => change));
      return { n, mean, sd: Math.sqrt(variance) };
    },
    "table4.i": () => tableFour("nj", []),
    "table4.ii": () => tableFour("nj", ["chain", "co_owned"]),
    "table4.iii": () => tableFour("gap", []),
    "table4.iv": () => tableFour("gap", ["chain", "co_owned"]),
    "table4.v": () => tableFour("gap", ["chain", "co_owned", ...region]),
    "effect_size.change": () => effectSizeValues(changes("fte2", 1), changes("fte2", 0)),
    "mannwhitney.change": () => mannWhitneyValues(changes("fte2", 1), changes("fte2", 0)),
  },
  without: {
    "did.unbalanced.correlated":
      "Not a method of the product: stores seen once enter the clustered error (did.unbalanced.cr1), which needs no assumption about the covariance of cell means.",
    "effect_size.change.hedges_g_approx": "The exact small-sample factor is used, not its approximation.",
    "effect_size.change.J_approx": "The exact small-sample factor is used, not its approximation.",
  },
};
