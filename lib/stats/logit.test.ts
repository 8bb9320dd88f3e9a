import fc from "fast-check";
import { expect, test } from "vitest";
import { logitRegression } from "./logit";
import { seededRandom } from "./random";

function study(seed: number, n: number, slope: number) {
  const random = seededRandom(seed);
  const x = Array.from({ length: n }, () => random.normal());
  const y = x.map((value) => (random.uniform() < 1 / (1 + Math.exp(0.4 - slope * value)) ? 1 : 0));
  return { x, y };
}

function fitted(covariates: number[][], outcome: number[]) {
  const fit = logitRegression(covariates, outcome);
  if (fit.kind !== "logit") throw new Error(fit.reason);
  return fit;
}

test("with one yes-or-no covariate the coefficient is the log odds ratio with Woolf's error", () => {
  const x = [...Array(30).fill(1), ...Array(50).fill(0)];
  const y = x.map((_, person) => (person < 12 || (person >= 30 && person < 39) ? 1 : 0));
  const { coefficients, covariance } = fitted([x], y);
  expect(coefficients[0]).toBeCloseTo(Math.log(9 / 41), 10);
  expect(coefficients[1]).toBeCloseTo(Math.log((12 * 41) / (18 * 9)), 10);
  expect(covariance[1]?.[1]).toBeCloseTo(1 / 12 + 1 / 18 + 1 / 9 + 1 / 41, 10);
});

test("moving and scaling a covariate moves the intercept and scales the slope, at any size", () => {
  const { x, y } = study(1, 120, 0.8);
  const plain = fitted([x], y);
  fc.assert(
    fc.property(fc.integer({ min: -9, max: 9 }), fc.double({ min: -50, max: 50, noNaN: true }), (power, shift) => {
      const scale = 10 ** power;
      const other = fitted([x.map((value) => scale * (value + shift))], y);
      const [intercept = 0, slope = 0] = plain.coefficients.map((value) => value ?? Number.NaN);
      expect((other.coefficients[1] ?? 0) * scale).toBeCloseTo(slope, 9);
      expect(other.coefficients[0]).toBeCloseTo(intercept - slope * shift, 7);
      expect((other.covariance[1]?.[1] ?? 0) * scale * scale).toBeCloseTo(plain.covariance[1]?.[1] ?? 0, 9);
    }),
    { numRuns: 30 },
  );
});

test("exchanging the outcomes turns every sign", () => {
  const { x, y } = study(2, 80, 1);
  const there = fitted([x], y);
  const back = fitted(
    [x],
    y.map((value) => 1 - value),
  );
  for (const [k, value] of there.coefficients.entries()) expect(back.coefficients[k]).toBeCloseTo(-(value ?? 0), 9);
  expect(back.logLikelihood.fitted).toBeCloseTo(there.logLikelihood.fitted, 9);
});

test("a covariate that others explain, or that is constant, is left out and the fit stays", () => {
  const { x, y } = study(3, 80, 1);
  const alone = fitted([x], y);
  const double = fitted([x, x.map((value) => 3 - 2 * value), x.map(() => 5)], y);
  expect(double.dropped).toEqual([2, 3]);
  expect(double.coefficients.slice(2)).toEqual([null, null]);
  expect(double.coefficients[1]).toBeCloseTo(alone.coefficients[1] ?? 0, 9);
});

test("covariates that are nearly one another are no separation", () => {
  const { x, y } = study(4, 400, 1);
  const near = x.map((value, person) => value + 1e-4 * Math.sin(person));
  const { coefficients } = fitted([x, near, x.map((value) => value ** 2)], y);
  expect(Math.abs(coefficients[1] ?? 0)).toBeGreaterThan(30);
  expect((coefficients[1] ?? 0) + (coefficients[2] ?? 0)).toBeCloseTo(1, 0);
});

test("covers a planted slope 95% of the time", () => {
  let misses = 0;
  for (let seed = 0; seed < 600; seed += 1) {
    const { x, y } = study(1000 + seed, 150, 0.7);
    const { coefficients, covariance } = fitted([x], y);
    if (Math.abs((coefficients[1] ?? 0) - 0.7) > 1.96 * Math.sqrt(covariance[1]?.[1] ?? 0)) misses += 1;
  }
  expect(Math.abs(misses / 600 - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / 600));
});

test.each([
  ["separation", [[1, 2, 3, 4, 5, 6]], [0, 0, 0, 1, 1, 1]],
  ["separation", [[1, 1, 1, 0, 0, 0]], [1, 1, 1, 0, 1, 0]],
  ["no-variation", [[1, 2, 3, 4]], [1, 1, 1, 1]],
  ["too-few-people", [[1, 2]], [0, 1]],
  ["not-finite", [[1, Number.NaN, 3, 4]], [0, 1, 0, 1]],
] as const)("refuses: %s", (reason, covariates, outcome) => {
  expect(logitRegression(covariates, outcome)).toMatchObject({ kind: "not-estimable", reason });
});
