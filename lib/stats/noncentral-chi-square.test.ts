import { expect, test } from "vitest";
import { chiSquareUpperTail } from "./chi-square";
import { noncentralChiSquareUpperTail, noncentralityForPower } from "./noncentral-chi-square";
import { normalCdf, normalQuantile } from "./normal";

test.each([0.5, 2, 9, 40])(
  "with one degree of freedom it is a shifted normal squared: noncentrality %d",
  (noncentrality) => {
    const shift = Math.sqrt(noncentrality);
    for (const x of [0.1, 1, 4, 30]) {
      const root = Math.sqrt(x);
      const expected = normalCdf(shift - root) + normalCdf(-root - shift);
      expect(noncentralChiSquareUpperTail(x, 1, noncentrality) / expected).toBeCloseTo(1, 11);
    }
  },
);

test("without noncentrality it is the central distribution, and more of it only raises the tail", () => {
  expect(noncentralChiSquareUpperTail(7, 5, 0)).toBe(chiSquareUpperTail(7, 5));
  expect(noncentralChiSquareUpperTail(7, 5, 3)).toBeGreaterThan(noncentralChiSquareUpperTail(7, 5, 2));
});

test("80% power at one degree of freedom needs (1.96 + 0.84) squared, but for the far tail", () => {
  const needed = (normalQuantile(0.975) + normalQuantile(0.8)) ** 2;
  expect(noncentralityForPower(1, 0.8, 0.05)).toBeCloseTo(needed, 4);
});
