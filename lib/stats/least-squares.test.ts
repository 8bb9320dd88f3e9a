import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { leastSquares } from "./least-squares";
import { invertSymmetric } from "./symmetric-solve";

type Certified = { estimate: number | number[]; se: number | number[]; ss_residual: number; df_residual: number };
const certified = expectedValues<Certified>("nist-strd");

const polynomial = (degree: number) => (x: number[]) =>
  Array.from({ length: degree + 1 }, (_, power) => x.map((value) => value ** power));

/** Digits reached for coefficients and errors; the bar of the reference is 11, 11, 11, 6 (Wampler 1 to 3) and 6 (Filip). */
test.each([
  ["Norris", polynomial(1), 1e-11, 1e-11],
  ["Pontius", polynomial(2), 1e-11, 1e-11],
  ["NoInt1", (x: number[]) => [x], 1e-13, 1e-13],
  ["NoInt2", (x: number[]) => [x], 1e-13, 1e-13],
  ["Filip", polynomial(10), 1e-6, 1e-6],
  ["Wampler1", polynomial(5), 1e-8, 1e-6],
  ["Wampler2", polynomial(5), 1e-11, 1e-11],
  ["Wampler3", polynomial(5), 1e-8, 1e-11],
  ["Wampler4", polynomial(5), 1e-6, 1e-11],
  ["Wampler5", polynomial(5), 1e-4, 1e-11],
] as const)("holds the certified regression %s", (name, design, coefficientGap, errorGap) => {
  const rows = readRows(`nist-strd/data/${name}.csv`);
  const expected = certified(`regression.${name}`);
  const fit = leastSquares(design(column(rows, "x")), column(rows, "y"), 1e-20);
  expectRelative(fit.coefficients, [expected.estimate].flat(), coefficientGap);
  expectRelative(fit.standardErrors, [expected.se].flat(), errorGap);
  expectRelative(fit.residualSumOfSquares, expected.ss_residual, errorGap);
  expect(fit.residualDegreesOfFreedom).toBe(expected.df_residual);
});

test("holds the certified regression Longley", () => {
  const rows = readRows("nist-strd/data/Longley.csv");
  const expected = certified("regression.Longley");
  const columns = [rows.map(() => 1), ...[1, 2, 3, 4, 5, 6].map((index) => column(rows, `x${index}`))];
  const fit = leastSquares(columns, column(rows, "y"));
  expectRelative(fit.coefficients, [expected.estimate].flat(), 1e-11);
  expectRelative(fit.standardErrors, [expected.se].flat(), 1e-11);
});

test("agrees with R's lm on the job training programme", () => {
  const rows = readRows("lalonde/nsw_dw.csv");
  const names = ["treat", "age", "educ", "black", "hisp", "marr", "nodegree", "re74", "re75"];
  const fit = leastSquares([rows.map(() => 1), ...names.map((name) => column(rows, name))], column(rows, "re78"));
  const { coef } = expectedValues<{ coef: Record<string, number> }>("lalonde")("exp.ancova.r2");
  expectRelative(fit.coefficients, Object.values(coef));
  const { se = 0, df = 0 } = expectedValues("lalonde")("exp.ancova.classical");
  expectRelative([fit.standardErrors[1], fit.residualDegreesOfFreedom], [se, df]);
});

test("the later of two collinear columns is dropped, and the rest is as without it", () => {
  const ones = [1, 1, 1, 1, 1];
  const x = [1, 2, 3, 4, 6];
  const y = [2, 1, 4, 3, 7];
  const clean = leastSquares([ones, x], y);
  const messy = leastSquares([ones, ones.map(() => 3), x, x.map((value) => 2 * value + 1)], y);
  expect(messy.dropped).toEqual([1, 3]);
  expect(messy.coefficients[1]).toBeNull();
  expectRelative([messy.coefficients[0], messy.coefficients[2]], clean.coefficients, 1e-12);
  expectRelative(messy.residuals, clean.residuals, 1e-10);
});

test("a symmetric matrix times its inverse is one, on the columns kept", () => {
  const matrix = [
    [4, 2, 6],
    [2, 3, 5],
    [6, 5, 11],
  ];
  const { inverse, kept, dropped } = invertSymmetric(matrix);
  expect([kept, dropped]).toEqual([[0, 1], [2]]);
  expectRelative(inverse, [
    [3 / 8, -1 / 4, 0],
    [-1 / 4, 1 / 2, 0],
    [0, 0, 0],
  ]);
});
