import { cohenKappa, type KappaWeights } from "@/lib/stats/agreement/cohen-kappa";
import { cronbachAlpha } from "@/lib/stats/agreement/cronbach-alpha";
import { fleissKappa } from "@/lib/stats/agreement/fleiss-kappa";
import { type Intraclass, intraclassCorrelations } from "@/lib/stats/agreement/intraclass-correlation";
import { kendallW } from "@/lib/stats/agreement/kendall-w";
import { krippendorffAlpha, type RatingScale } from "@/lib/stats/agreement/krippendorff-alpha";
import { percentAgreement } from "@/lib/stats/agreement/percent-agreement";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { readTexts } from "@/test/fixtures/reference/read-reference";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";
import { defined } from "@/test/reference/shared-values";

/** A file of ratings: one subject a row, one rater a column. */
function study(file: string) {
  const rows = readTexts(`rater-agreement/${file}.csv`);
  const names = Object.keys(rows[0] ?? {});
  const texts = rows.map((row) => names.map((name) => row[name] ?? ""));
  const levels = [...new Set(texts.flat())].sort();
  return {
    names,
    levels,
    codes: texts.map((row) => row.map((text) => levels.indexOf(text))),
    ratings: texts.map((row) => row.map((text) => (text === "" ? null : Number(text)))),
    numbers: texts.map((row) => row.map(Number)),
  };
}

const anxiety = study("anxiety");
const diagnoses = study("diagnoses");
const video = study("video");
const vision = study("vision");
const shroutFleiss = study("shrout_fleiss_1979");
const krippendorff = study("krippendorff_2011");
const attitude = study("attitude");
type Study = typeof anxiety;

function kappa({ codes, levels }: Study, raters: [number, number], weights: KappaWeights): Computed {
  const table = levels.map((_, first) =>
    levels.map((__, second) => codes.filter((row) => row[raters[0]] === first && row[raters[1]] === second).length),
  );
  const result = defined(cohenKappa(table, weights), "agreement");
  return {
    n: result.n,
    categories: result.categories,
    po: result.observed,
    pe: result.expected,
    kappa: result.value,
    se: result.standardError,
    ci_low: result.interval[0],
    ci_high: result.interval[1],
    se0: result.null?.standardError,
    z0: result.null?.z,
    z_irr: result.null?.z,
    p_irr: result.null?.p,
  };
}

/** The package prints the kappas of single categories to three digits, so ours are rounded for the comparison. */
const printed = (value: number) => Math.round(value * 1000) / 1000;

function fleiss({ codes, levels }: Study): Computed {
  const result = defined(fleissKappa(codes), "agreement");
  return {
    subjects: result.subjects,
    raters: result.raters,
    kappa: result.value,
    z: result.null.z,
    se0: result.null.standardError,
    p: result.null.p,
    conger_exact: result.conger,
    categories: result.categories.map(({ category }) => levels[category]),
    category_kappa: result.categories.map(({ value }) => printed(value)),
    category_z: result.categories.map(({ z }) => printed(z)),
  };
}

const row = ({ value, f, degreesOfFreedom, p, interval }: Intraclass): Computed => ({
  icc: value,
  f,
  df1: degreesOfFreedom[0],
  df2: degreesOfFreedom[1],
  p,
  low: interval[0],
  high: interval[1],
});

function intraclass(id: string, { numbers }: Study): ReferenceCase["computed"] {
  const all = () => defined(intraclassCorrelations(numbers), "agreement");
  const order = ["icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"] as const;
  const rank = () => defined(kendallW(numbers), "agreement");
  return {
    [`${id}.icc`]: () => {
      const rows = order.map((form) => row(all().forms[form]));
      const keys = ["icc", "f", "df1", "df2", "p", "low", "high"];
      return {
        type: order.map((form) => form.replace("icc", "ICC")),
        ...Object.fromEntries(keys.map((key) => [key, rows.map((each) => each[key])])),
      };
    },
    [`${id}.irr.consistency.single`]: () => row(all().forms.icc3),
    [`${id}.irr.consistency.average`]: () => row(all().forms.icc3k),
    [`${id}.irr.agreement.single`]: () => row(all().agreement.single),
    [`${id}.irr.agreement.average`]: () => row(all().agreement.average),
    [`${id}.irr.oneway.single`]: () => row(all().forms.icc1),
    [`${id}.kendall_w`]: () => {
      const { value, statistic, p, withoutTieCorrection } = rank();
      return { w_ties: value, chisq_ties: statistic, p_ties: p, w: withoutTieCorrection };
    },
  };
}

function alpha({ ratings, names }: Study, scale: RatingScale): Computed {
  const { asIrr, units } = defined(krippendorffAlpha(ratings, scale), "agreement");
  return { alpha: asIrr, units, raters: names.length };
}

function cronbach({ numbers, names }: Study): Computed {
  const columns = names.map((_, item) => numbers.map((each) => each[item] ?? Number.NaN));
  const result = defined(cronbachAlpha(jointMomentsOf(columns)), "agreement");
  return {
    n: result.n,
    items: names,
    alpha: result.value,
    alpha_std: result.standardised,
    feldt_low: result.interval[0],
    feldt_high: result.interval[1],
    item_rest_r: result.items.map(({ restCorrelation }) => restCorrelation),
    alpha_if_dropped: result.items.map(({ alphaIfDropped }) => alphaIfDropped),
  };
}

const kappas = (id: string, data: Study, raters: [number, number]) =>
  Object.fromEntries(
    (["unweighted", "equal", "squared"] as const).map((weights) => [
      `${id}.kappa.${weights}`,
      () => kappa(data, raters, weights),
    ]),
  );
const alphas = (id: string, data: Study) =>
  Object.fromEntries(
    (["nominal", "ordinal", "interval", "ratio"] as const).map((scale) => [
      `${id}.kripp.${scale}`,
      () => alpha(data, scale),
    ]),
  );
const nominal = (id: string, data: Study) => ({
  [`${id}.fleiss`]: () => fleiss(data),
  [`${id}.agree`]: () => ({ percent: 100 * (percentAgreement(data.codes) ?? Number.NaN) }),
});

export const raterAgreement: ReferenceCase = {
  folder: "rater-agreement",
  computed: {
    ...kappas("anxiety12", anxiety, [0, 1]),
    ...kappas("diagnoses23", diagnoses, [1, 2]),
    ...kappas("vision", vision, [0, 1]),
    ...nominal("diagnoses", diagnoses),
    ...nominal("anxiety", anxiety),
    ...nominal("video", video),
    ...intraclass("shrout_fleiss", shroutFleiss),
    ...intraclass("anxiety", anxiety),
    ...intraclass("video", video),
    ...alphas("krippendorff", krippendorff),
    ...alphas("anxiety", anxiety),
    ...alphas("video", video),
    "attitude.cronbach": () => cronbach(attitude),
    "shrout_fleiss.cronbach": () => cronbach(shroutFleiss),
  },
  without: {},
  // The package subtracts a tail of 2e-14 from 1, which keeps three digits of it.
  tolerance: { "diagnoses23.kappa.unweighted.p_irr": 1e-3 },
};
