import { expect, test } from "vitest";
import { seededRandom } from "./random";
import { dot, inverseQuadraticForm, invertSymmetric, multiply } from "./symmetric-solve";

test("the quadratic form of a two by two matrix worked by hand", () => {
  // Inverse of [[2, 1], [1, 3]] is [[3, -1], [-1, 2]] / 5; (1, 2) gives (3 - 4 + 8) / 5.
  expect(
    inverseQuadraticForm(
      [
        [2, 1],
        [1, 3],
      ],
      [1, 2],
    ).value,
  ).toBeCloseTo(7 / 5, 14);
});

test("it equals the form with the inverse, also where a column is determined by earlier ones", () => {
  const { normal } = seededRandom(5);
  const factor = Array.from({ length: 6 }, () => Array.from({ length: 4 }, normal));
  const columns = factor.map((row) => [...row.slice(0, 2), (row[0] ?? 0) + (row[1] ?? 0), ...row.slice(2)]);
  const matrix = [0, 1, 2, 3, 4].map((row) =>
    [0, 1, 2, 3, 4].map((column) =>
      columns.reduce((sum, values) => sum + (values[row] ?? 0) * (values[column] ?? 0), 0),
    ),
  );
  const vector = [1, -2, 0.5, 3, 1];
  const { inverse, dropped } = invertSymmetric(matrix);
  const form = inverseQuadraticForm(matrix, vector);
  expect(dropped).toEqual([2]);
  expect(form.dropped).toEqual([2]);
  expect(form.value).toBeCloseTo(dot(vector, multiply(inverse, vector)), 10);
});
