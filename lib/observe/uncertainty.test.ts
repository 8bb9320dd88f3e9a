import fc from "fast-check";
import { expect, test } from "vitest";
import { type SeenRating, uncertainty } from "./uncertainty";

const rating = fc.record({
  level: fc.integer({ min: 1, max: 5 }),
  daysAgo: fc.integer({ min: 0, max: 900 }),
  weight: fc.double({ min: 0.1, max: 2, noNaN: true }),
});
const fresh = (level: number): SeenRating => ({ level, daysAgo: 0, weight: 1 });

test("nothing seen is the spread of levels 1 to 5, one fresh rating halves it", () => {
  expect(uncertainty([], 180)).toBeCloseTo(Math.SQRT2, 12);
  expect(uncertainty([fresh(3)], 180)).toBeCloseTo(Math.SQRT2 / 2, 12);
});

test("worked by hand: 3 and 4 fresh, and 5 one half-life old", () => {
  // n = 2.5, mean = (3 + 4 + 2.5) / 2.5 = 3.8, apart = 0.64 + 0.04 + 0.72 = 1.4, sqrt(3.4) / 3.5
  const seen = [fresh(3), fresh(4), { level: 5, daysAgo: 180, weight: 1 }];
  expect(uncertainty(seen, 180)).toBeCloseTo(Math.sqrt(3.4) / 3.5, 12);
});

test("a source that counts nothing says nothing", () => {
  expect(uncertainty([{ level: 5, daysAgo: 0, weight: 0 }], 180)).toBe(uncertainty([], 180));
});

test("it rises as all ratings age, whatever they say", () => {
  fc.assert(
    fc.property(fc.array(rating, { minLength: 1 }), fc.integer({ min: 1, max: 400 }), (seen, days) => {
      const older = seen.map((one) => ({ ...one, daysAgo: one.daysAgo + days }));
      expect(uncertainty(older, 180)).toBeGreaterThan(uncertainty(seen, 180) - 1e-12);
    }),
  );
});

test("it falls with one more rating that agrees, and rises as ratings move apart", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 20 }), (level, count) => {
      const agreeing = Array.from({ length: count }, () => fresh(level));
      expect(uncertainty([...agreeing, fresh(level)], 180)).toBeLessThan(uncertainty(agreeing, 180));
    }),
  );
  expect(uncertainty([fresh(1), fresh(5)], 180)).toBeGreaterThan(uncertainty([fresh(2), fresh(4)], 180));
  expect(uncertainty([fresh(2), fresh(4)], 180)).toBeGreaterThan(uncertainty([fresh(3), fresh(3)], 180));
});
