import {
  minimumDetectableDifference,
  minimumDetectableEffectSize,
  powerOfTwoMeans,
} from "@/lib/stats/minimum-detectable";
import { designEffect } from "@/lib/stats/power/clusters";
import { wholeNumber } from "@/lib/stats/power/first-reaching";
import { pairsForMean, peopleByNormal, peopleForTwoMeans, twoMeansPrecision } from "@/lib/stats/power/means";
import { powerOfEffect } from "@/lib/stats/power/precision";
import { detectableShare, peopleForTwoProportions, powerOfTwoProportions } from "@/lib/stats/power/proportions";
import { varianceFactors } from "@/lib/stats/power/repeated-measures";
import { expectedValues } from "@/test/fixtures/reference/read-reference";
import type { Computed, ReferenceCase } from "./reference-case";
import { defined } from "./shared-values";

type Lists = Record<string, number[]>;
export const given = expectedValues<Lists>("power-and-proportions");

/** The rows that lists of equal length make: the planned studies of a result. */
export function rowsOf<Name extends string>(id: string, ...names: Name[]): Record<Name, number>[] {
  const lists = given(id);
  return (lists[names[0] ?? ""] ?? []).map(
    (_, index) =>
      Object.fromEntries(names.map((name) => [name, lists[name]?.[index] ?? Number.NaN])) as Record<Name, number>,
  );
}

export const columnsOf = <Row extends Record<string, unknown>>(rows: Row[]): Computed =>
  Object.fromEntries(Object.keys(rows[0] ?? {}).map((key) => [key, rows.map((row) => row[key])]));

function sampleSizes(): Computed {
  return columnsOf(
    rowsOf("t2.sample_size", "d", "power", "alpha").map(({ d, power, alpha }) => {
      const people = peopleForTwoMeans(d, { alpha, power });
      return {
        d,
        power,
        alpha,
        n: people?.exact,
        "n_power.t.test": people?.exact,
        n_normal_approx: peopleByNormal(d, { alpha, power }),
        n_ceiling: people?.whole,
      };
    }),
  );
}

function powers(): Computed {
  return columnsOf(
    rowsOf("t2.power", "n", "d").map(({ n, d }) => {
      const arm = { n, standardDeviation: 1 };
      const design = defined(twoMeansPrecision({ treated: arm, control: arm }), "precision");
      return {
        n,
        d,
        power: powerOfEffect(design, d, 0.05, "upper"),
        power_strict: powerOfTwoMeans(d, { treated: n, control: n }),
      };
    }),
  );
}

function detectable(): Computed {
  return columnsOf(
    rowsOf("t2.mde_unequal", "n1", "n2").map(({ n1, n2 }) => {
      const d = minimumDetectableEffectSize({ treated: n1, control: n2 });
      const unit = { treated: { n: n1, standardDeviation: 1 }, control: { n: n2, standardDeviation: 1 } };
      return { n1, n2, d, d_pwr: d, d_normal: minimumDetectableDifference(unit) };
    }),
  );
}

function clusterDesign(): Computed {
  const individual = peopleForTwoMeans(0.3)?.exact ?? Number.NaN;
  const rows = rowsOf("cluster.design_effect", "m", "icc").map(({ m, icc }) => {
    const design_effect = designEffect({ meanSize: m, sizeVariation: 0, icc });
    const n_per_arm_clustered = individual * design_effect;
    return { m, icc, design_effect, n_per_arm_clustered, clusters_per_arm: wholeNumber(n_per_arm_clustered / m) };
  });
  return { ...columnsOf(rows), n_per_arm_individual: individual };
}

/** Sample sizes, power and smallest effects of the planned studies of power-and-proportions. */
export const planning: ReferenceCase["computed"] = {
  "t2.sample_size": sampleSizes,
  "t2.power": powers,
  "t2.mde_unequal": detectable,
  "t1.sample_size": () =>
    columnsOf(
      rowsOf("t1.sample_size", "d", "power").map(({ d, power }) => ({
        d,
        power,
        n: pairsForMean(d, { alpha: 0.05, power })?.exact,
      })),
    ),
  "prop.sample_size": () =>
    columnsOf(
      rowsOf("prop.sample_size", "p1", "p2", "power").map((row) => {
        const people = peopleForTwoProportions({ treated: row.p1, control: row.p2 }, { alpha: 0.05, power: row.power });
        return { ...row, n: people?.exact, n_formula: people?.exact };
      }),
    ),
  "prop.power": () =>
    columnsOf(
      rowsOf("prop.power", "n", "p1", "p2").map((row) => ({
        ...row,
        power: powerOfTwoProportions({ treated: row.p1, control: row.p2 }, { treated: row.n, control: row.n }),
      })),
    ),
  "prop.mde": () =>
    columnsOf(
      rowsOf("prop.mde", "n", "p1").map(({ n, p1 }) => ({
        n,
        p1,
        p2: detectableShare(p1, { treated: n, control: n }, "rise"),
      })),
    ),
  "cluster.design_effect": clusterDesign,
  "cluster.unequal_sizes": () => ({
    mbar: 20,
    cv: 0.5,
    icc: 0.05,
    design_effect: designEffect({ meanSize: 20, sizeVariation: 0.5, icc: 0.05 }),
  }),
  "did.variance_factor": () =>
    columnsOf(
      rowsOf("did.variance_factor", "rho").map(({ rho }) => {
        const factors = varianceFactors({ before: 1, after: 1, correlation: rho, pattern: "equal" });
        return { rho, change: factors?.change, ancova: factors?.ancova };
      }),
    ),
};
