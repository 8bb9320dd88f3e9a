import { expect, test } from "vitest";
import { momentsOf } from "./moments";
import { seededRandom } from "./random";

// The published C code of xoshiro128** and splitmix32, restated in Python.
test("the first numbers of seed 1 are those of the published generator", () => {
  const random = seededRandom(1);
  const bits = Array.from({ length: 3 }, () => random.uniform() * 2 ** 32 - 0.5);
  expect(bits).toEqual([393288148, 2174103013, 3814759091]);
});

test("the same seed gives the same digits, another seed others", () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 5 }, random.normal);
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("uniform and normal numbers have the moments they should", () => {
  const random = seededRandom(2024);
  const uniform = momentsOf(Array.from({ length: 20_000 }, random.uniform));
  expect(uniform.mean).toBeCloseTo(0.5, 2);
  expect(uniform.variance).toBeCloseTo(1 / 12, 2);
  const normal = momentsOf(Array.from({ length: 20_000 }, random.normal));
  expect(Math.abs(normal.mean)).toBeLessThan(0.02);
  expect(Math.abs(normal.variance - 1)).toBeLessThan(0.03);
});
