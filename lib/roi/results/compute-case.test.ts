import { expect, test } from "vitest";
import { evaluateCase } from "@/lib/money/evaluate-case";
import { given, givenCase, givenLine } from "@/test/given-case";
import { computeCase } from "./compute-case";
import { digestOf } from "./digest-of";

test("the thread gives the figures that are computed here, to the last digit, several at once", async () => {
  const cases = [1, 2, 3].map((seed) => givenCase({ seed }));
  expect(await Promise.all(cases.map(computeCase))).toEqual(cases.map((one) => evaluateCase(one)));
});

test("a case that cannot be computed fails by itself, and the next one is computed", async () => {
  const factor = { key: "value_per_unit", assumption: given("worth", 3, [4, 5]) };
  const bad = computeCase(givenCase({ lines: [givenLine({ factors: [factor] })] }));
  const good = computeCase(givenCase());
  await expect(bad).rejects.toThrow(/does not hold/);
  expect((await good).benefit.central).toBeCloseTo(30_000, 9);
});

test("a digest names the case: the same gives the same, a cent more another", () => {
  expect(digestOf(givenCase())).toBe(digestOf(givenCase()));
  expect(digestOf(givenCase({ discountRate: given("discount", 0.11) }))).not.toBe(digestOf(givenCase()));
});
