import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import { dot, invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";
import { type CoxData, sortCoxData } from "./cox-data";
import { coxLikelihood } from "./cox-likelihood";
import type { CoxRegression, CoxTest } from "./cox-regression";
import { kaplanMeier } from "./kaplan-meier";
import { lifeTableOf } from "./life-table";

export type ProportionalHazards =
  | { kind: "test"; method: "schoenfeld_score_km"; terms: CoxTest[]; all: CoxTest }
  | { kind: "not-estimable"; method: "schoenfeld_score_km"; reason: "no-variation" | "no-events" };

/**
 * Does a hazard ratio change over time? Score test for an added covariate x time, from the Schoenfeld residuals
 * (Grambsch and Therneau 1994), time on the scale 1 - Kaplan-Meier just before the event (all strata together).
 * The information is the full one of the extended model, as `cox.zph(transform = "km")` of survival 3. A small p says that
 * one ratio does not describe all times. Refuses where every event falls at one time.
 */
export function proportionalHazardsTest(data: CoxData, fit: CoxRegression): ProportionalHazards {
  const method = "schoenfeld_score_km";
  const sorted = sortCoxData(data);
  const curve = kaplanMeier(lifeTableOf(data));
  if (sorted.kind === "refused" || curve.kind !== "curve") {
    return { kind: "not-estimable", method, reason: "no-events" };
  }
  const scale = new Map<number, number>();
  let before = 1;
  let mean = 0;
  for (const { time, survival, events } of curve.steps) {
    scale.set(time, 1 - before);
    mean += ((1 - before) * events) / curve.events;
    before = survival;
  }

  const { size } = sorted;
  const beta = fit.terms.map(({ coefficient }, k) => coefficient * (sorted.scales[k] ?? 1));
  const score = new Array<number>(2 * size).fill(0);
  const information = Array.from({ length: 2 * size }, () => new Array<number>(2 * size).fill(0));
  coxLikelihood(sorted, beta, fit.ties, (block, _, term) => {
    const g = (scale.get(sorted.times[block] ?? 0) ?? 0) - mean;
    for (let row = 0; row < size; row += 1) {
      score[size + row] = (score[size + row] ?? 0) + g * (term.score[row] ?? 0);
      for (let column = 0; column < size; column += 1) {
        const value = term.information[row * size + column] ?? 0;
        const add = (r: number, c: number, by: number) => {
          const cells = information[r];
          if (cells) cells[c] = (cells[c] ?? 0) + by;
        };
        add(row, column, value);
        add(row, size + column, g * value);
        add(size + row, column, g * value);
        add(size + row, size + column, g * g * value);
      }
    }
  });

  const test = (added: number[]): CoxTest | null => {
    const kept = [...Array(size).keys(), ...added.map((index) => size + index)];
    const { inverse, dropped } = invertSymmetric(kept.map((row) => kept.map((col) => information[row]?.[col] ?? 0)));
    if (dropped.length > 0) return null;
    const chosen = kept.map((index) => (index < size ? 0 : (score[index] ?? 0)));
    const statistic = dot(chosen, multiply(inverse, chosen));
    return { statistic, degreesOfFreedom: added.length, p: chiSquareUpperTail(statistic, added.length) };
  };
  const terms = fit.terms.map((_, index) => test([index])).filter((each) => each !== null);
  const all = test([...Array(size).keys()]);
  if (all === null || terms.length < size) return { kind: "not-estimable", method, reason: "no-variation" };
  return { kind: "test", method, terms, all };
}
