import fc from "fast-check";
import { expect, test } from "vitest";
import { binOf, doseCuts } from "./dose-cuts";

const counts = (doses: readonly number[], cuts: readonly number[]) =>
  Array.from({ length: cuts.length + 1 }, (_, bin) => doses.filter((dose) => binOf(dose, cuts) === bin).length);

test("those without any use are one bin, the others are shared out evenly", () => {
  const doses = [...Array<number>(12).fill(0), ...Array.from({ length: 30 }, (_, at) => at + 1)];
  const cuts = doseCuts(doses, 5);
  expect(cuts[0]).toBe(1);
  expect(counts(doses, cuts)).toEqual([12, 10, 10, 10]);
});

test("few without use join those with the least, and everybody alike is one bin", () => {
  const few = [0, 0, ...Array.from({ length: 20 }, (_, at) => at + 1)];
  expect(counts(few, doseCuts(few, 5))).toEqual([12, 10]);
  expect(doseCuts(Array<number>(40).fill(3), 5)).toEqual([]);
  expect(doseCuts([], 5)).toEqual([]);
});

test("no bin is smaller than the minimum, and nobody is lost", () => {
  const doses = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(doses, fc.integer({ min: 3, max: 12 }), (people, minimum) => {
      const sizes = counts(people, doseCuts(people, minimum));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people.length);
      if (sizes.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(minimum);
    }),
  );
});
