import { didCr1 } from "@/lib/stats/did-cr1";
import type { Estimated } from "@/lib/stats/estimate";
import { fitSlopes } from "@/lib/stats/linear/slopes";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { readTexts } from "@/test/fixtures/reference/read-reference";
import { rowOf } from "@/test/reference/ols-values";
import type { Computed } from "@/test/reference/reference-case";

export const names = ["age", "educ", "black", "hisp", "marr", "nodegree", "re74", "re75"] as const;
export type Person = Record<(typeof names)[number] | "treat" | "re78", number>;

function read(file: string): Person[] {
  return readTexts(`lalonde/${file}`).map((row) => {
    const value = (name: string) => Number(row[name]);
    const race = row.race;
    return {
      treat: value("treat"),
      age: value("age"),
      educ: value("educ"),
      black: race === undefined ? value("black") : Number(race === "black"),
      hisp: race === undefined ? value("hisp") : Number(race === "hispan"),
      marr: row.married === undefined ? value("marr") : value("married"),
      nodegree: value("nodegree"),
      re74: value("re74"),
      re75: value("re75"),
      re78: value("re78"),
    };
  });
}

export const experiment = read("nsw_dw.csv");
const trained = experiment.filter(({ treat }) => treat === 1);
export const samples = {
  psid3m: read("matchit_lalonde.csv"),
  cps1: [...trained, ...read("cps1_controls.csv")],
  psid1: [...trained, ...read("psid1_controls.csv")],
};

export const column = (people: readonly Person[], name: keyof Person) => people.map((person) => person[name]);
export const earnings = (people: readonly Person[], treat: number) =>
  people.filter((person) => person.treat === treat).map(({ re78 }) => re78);
export const gains = (people: readonly Person[], treat: number) =>
  people.filter((person) => person.treat === treat).map(({ re75, re78 }) => re78 - re75);
export const adjusted = (people: readonly Person[], covariates: readonly (typeof names)[number][]) =>
  fitSlopes([column(people, "treat"), ...covariates.map((name) => column(people, name))], column(people, "re78"));
export const estimateRow = (result: Estimated) => rowOf(result, result.degreesOfFreedom);

export function twoWaves(people: readonly Person[]): Computed {
  const result = estimated(
    didCr1(
      people.map(({ treat, re75, re78 }, cluster) => ({
        cluster,
        arm: treat === 1 ? "treated" : "control",
        before: { n: 1, mean: re75 },
        after: { n: 1, mean: re78 },
      })),
    ),
  );
  const { cells, clusters, values, coefficients } = result.detail as {
    cells: Record<"treated" | "control", Record<"before" | "after", { mean: number }>>;
    clusters: number;
    values: number;
    coefficients: number;
  };
  return {
    ...estimateRow(result),
    G: clusters,
    N: values,
    K: coefficients,
    cell_means: {
      t1_pre: cells.treated.before.mean,
      t1_post: cells.treated.after.mean,
      t0_pre: cells.control.before.mean,
      t0_post: cells.control.after.mean,
    },
  };
}
