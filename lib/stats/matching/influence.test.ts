import { expect, test } from "vitest";
import { doublyRobustDid } from "@/lib/stats/panel/doubly-robust-did";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import type { ComparedRows } from "./compared-rows";
import { inverseProbability } from "./inverse-probability";

function rowsOf(seed: number, n: number): ComparedRows & { treated: number[]; outcome: number[] } {
  const random = seededRandom(seed);
  const people = Array.from({ length: n }, () => {
    const [x, z] = [random.normal(), random.normal()];
    const treated = random.uniform() < 1 / (1 + Math.exp(0.3 - 0.6 * x + 0.3 * z)) ? 1 : 0;
    return { x, z, treated, y: 3 * x + x * z + random.normal() * (1 + treated) + treated };
  });
  return {
    treated: people.map(({ treated }) => treated),
    outcome: people.map(({ y }) => y),
    covariates: [people.map(({ x }) => x), people.map(({ z }) => z)],
  };
}

const estimators = {
  ipw_att: (rows: ComparedRows) => estimated(inverseProbability(rows, "att")),
  ipw_ate: (rows: ComparedRows) => estimated(inverseProbability(rows, "ate")),
  dr_did: (rows: ComparedRows) => estimated(doublyRobustDid(rows)),
  dr_did_improved: (rows: ComparedRows) => estimated(doublyRobustDid(rows, "improved")),
};

test.each(Object.entries(estimators))("the error of %s is that of leaving out one person at a time", (_, estimate) => {
  const rows = rowsOf(1, 400);
  const n = rows.treated.length;
  const without = <Value>(values: readonly Value[], left: number) => values.filter((__, row) => row !== left);
  const estimates = rows.treated.map(
    (__, left) =>
      estimate({
        treated: without(rows.treated, left),
        outcome: without(rows.outcome, left),
        covariates: rows.covariates.map((column) => without(column, left)),
      }).estimate,
  );
  const mean = estimates.reduce((sum, value) => sum + value, 0) / n;
  const jackknife = Math.sqrt(((n - 1) / n) * estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  expect((estimate(rows).standardError ?? 0) / jackknife).toBeGreaterThan(0.96);
  expect((estimate(rows).standardError ?? 0) / jackknife).toBeLessThan(1.01);
});
