import fc from "fast-check";
import { expect, test } from "vitest";
import { drawLots, type Lot, type Share } from "./draw-lots";

const two: Share[] = [
  { arm: "treatment", weight: 1 },
  { arm: "control", weight: 1 },
];
const lotsOf = (sizes: readonly number[]): Lot[] =>
  sizes.flatMap((size, stratum) =>
    Array.from({ length: size }, (_, index) => ({ id: `${stratum}-${index}`, stratum: `s${stratum}` })),
  );
const counted = (arms: Iterable<string>) => {
  const counts = new Map<string, number>();
  for (const arm of arms) counts.set(arm, (counts.get(arm) ?? 0) + 1);
  return counts;
};

const anything = fc.record({
  sizes: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }),
  weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  seed: fc.integer(),
});

test("every lot gets an arm, and within each stratum and over all of them no arm is a whole lot off its share", () => {
  fc.assert(
    fc.property(anything, ({ sizes, weights, seed }) => {
      const shares = weights.map((weight, index) => ({ arm: `a${index}`, weight }));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const lots = lotsOf(sizes);
      const drawn = drawLots(lots, shares, seed);
      expect(drawn.size).toBe(lots.length);
      for (const among of [lots, ...sizes.map((_, stratum) => lots.filter((lot) => lot.stratum === `s${stratum}`))]) {
        const counts = counted(among.map(({ id }) => drawn.get(id) ?? ""));
        for (const { arm, weight } of shares) {
          const slack = among === lots ? 1 : 2;
          expect(Math.abs((counts.get(arm) ?? 0) - (among.length * weight) / total)).toBeLessThan(slack);
        }
      }
    }),
  );
});

test("the order of the input changes nothing, and another seed draws anew", () => {
  const lots = lotsOf([20, 15]);
  const drawn = drawLots(lots, two, 7);
  expect([...drawLots(lots.toReversed(), two, 7)].sort()).toEqual([...drawn].sort());
  expect([...drawLots(lots, two, 8)].sort()).not.toEqual([...drawn].sort());
});

test("each lot is as likely to be drawn as any other, the odd one of a stratum too", () => {
  const lots = lotsOf([3, 3]);
  const times = 4_000;
  const counts = counted(
    Array.from({ length: times }, (_, seed) =>
      [...drawLots(lots, two, seed)].filter(([, arm]) => arm === "treatment").map(([id]) => id),
    ).flat(),
  );
  // Six binomials of 4,000 halves: four standard errors are 127.
  for (const { id } of lots) expect(Math.abs((counts.get(id) ?? 0) - times / 2)).toBeLessThan(127);
});

test("shares that are none and lots that stand twice are refused", () => {
  expect(() => drawLots(lotsOf([2]), [], 1)).toThrow("positive weight");
  expect(() => drawLots(lotsOf([2]), [{ arm: "a", weight: 0 }], 1)).toThrow("positive weight");
  expect(() => drawLots([...lotsOf([2]), ...lotsOf([1])], two, 1)).toThrow("stands twice");
});
