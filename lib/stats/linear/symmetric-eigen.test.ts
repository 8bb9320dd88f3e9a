import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { symmetricEigen } from "./symmetric-eigen";

test.each([1, 3, 12])("values and vectors rebuild a matrix of size %d and are orthonormal", (size) => {
  const random = seededRandom(size);
  const half = Array.from({ length: size }, () => Array.from({ length: size }, () => random.normal()));
  const matrix = half.map((row, i) => row.map((value, j) => value + (half[j]?.[i] ?? 0)));
  const { values, vectors } = symmetricEigen(matrix);
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      const rebuilt = values.reduce((sum, own, k) => sum + own * (vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0), 0);
      const product = (vectors[i] ?? []).reduce((sum, own, k) => sum + own * (vectors[j]?.[k] ?? 0), 0);
      expect(rebuilt).toBeCloseTo(value, 12);
      expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  }
});
