import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { lassoPath } from "./lasso-path";

/** The penalty under which w is best, if any: where w is not zero its gradient is the penalty, elsewhere at most that. */
function isBestSomewhere(w: readonly number[], linear: readonly number[], quadratic: readonly (readonly number[])[]) {
  const gradient = linear.map(
    (value, k) => value + (quadratic[k] ?? []).reduce((sum, q, j) => sum + q * (w[j] ?? 0), 0),
  );
  const penalty = Math.max(...gradient.map(Math.abs));
  const slack = 1e-8 * Math.max(...linear.map(Math.abs));
  return w.every((value, k) => {
    const slope = gradient[k] ?? 0;
    return Math.abs(value) < 1e-12 || Math.abs(slope + Math.sign(value) * penalty) < slack;
  });
}

test("every point of the path is best for some penalty, from all zero to no penalty at all", () => {
  const random = seededRandom(65);
  for (let problem = 0; problem < 60; problem += 1) {
    const size = 1 + (problem % 9);
    const factor = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => random.normal()));
    const quadratic = factor.map((row) =>
      factor.map((other) => row.reduce((sum, v, k) => sum + v * (other[k] ?? 0), 0)),
    );
    const linear = Array.from({ length: size }, () => random.normal());
    const path = lassoPath(linear, quadratic);
    for (const w of path) expect(isBestSomewhere(w, linear, quadratic)).toBe(true);
    const end = path.at(-1) ?? [];
    for (const [k, value] of linear.entries()) {
      const slope = value + (quadratic[k] ?? []).reduce((sum, q, j) => sum + q * (end[j] ?? 0), 0);
      expect(Math.abs(slope)).toBeLessThan(1e-8);
    }
    expect(path[0]?.every((value) => value === 0)).toBe(true);
  }
});

test("without variables, or where zero is best throughout, the path is one point", () => {
  expect(lassoPath([], [])).toEqual([[]]);
  expect(lassoPath([0], [[2]])).toEqual([[0]]);
});
