import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { readRows } from "@/test/fixtures/reference/read-reference";
import { gwetAc2 } from "./gwet-ac2";
import { jackknifeInterval } from "./jackknife";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { patternAlpha } from "./pattern-alpha";
import { pairShares, patternsOf, type RatingPattern } from "./rating-patterns";

const krippendorff = readRows("rater-agreement/krippendorff_2011.csv").map((row) => Object.values(row));

function ac2(patterns: readonly RatingPattern[], weights: "unweighted" | "equal" | "squared") {
  const found = gwetAc2(patterns, weights);
  if (found.kind !== "agreement") throw new Error(found.reason);
  return found;
}

/** Ratings of two raters as a square table. */
const tableOf = (table: readonly (readonly number[])[]): RatingPattern[] =>
  table.flatMap((row, first) =>
    row.map((units, second) => ({
      counts: row.map((_, level) => Number(level === first) + Number(level === second)),
      units,
    })),
  );
const abstractors = tableOf([
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]);

test("the four raters of Gwet (2014) have the AC1 of irrCAC, with its error", () => {
  const found = ac2(patternsOf(krippendorff, 5), "unweighted");
  expect(found.value).toBeCloseTo(0.77544, 5);
  expect(found.observed).toBeCloseTo(0.8181818, 7);
  expect(found.expected).toBeCloseTo(0.1903212, 7);
  expect(found.standardError).toBeCloseTo(0.14295, 5);
});

test("the two abstractors of Gwet (2014) have his AC1, 0.8493, and squared weights worked by hand", () => {
  expect(ac2(abstractors, "unweighted").value).toBeCloseTo(0.8493305, 7);
  // Observed 0.89 + 0.11 x 0.75; chance 6 / 6 x (0.13 x 0.87 + 0.255 x 0.745 + 0.615 x 0.385), T = 3 + 4 x 0.75 = 6.
  const chance = 0.13 * 0.87 + 0.255 * 0.745 + 0.615 * 0.385;
  expect(ac2(abstractors, "squared").value).toBeCloseTo((0.89 + 0.11 * 0.75 - chance) / (1 - chance), 12);
});

test("alpha of patterns is alpha of ratings: Krippendorff's (2011) 0.815 and 0.849, and any other", () => {
  expect(patternAlpha(patternsOf(krippendorff, 5), "ordinal")).toBeCloseTo(0.815, 3);
  expect(patternAlpha(patternsOf(krippendorff, 5), "interval")).toBeCloseTo(0.849, 3);
  const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(level, level, level), { minLength: 2, maxLength: 20 }), (units) => {
      for (const scale of ["ordinal", "interval"] as const) {
        const whole = krippendorffAlpha(units, scale);
        const found = patternAlpha(patternsOf(units, 5), scale);
        if (whole.kind === "not-estimable") expect(found).toBeNull();
        else expect(found).toBeCloseTo(whole.value, 10);
      }
    }),
  );
});

test("units counted together are units one by one, and order changes nothing", () => {
  const single = abstractors.flatMap(({ counts, units }) =>
    Array.from({ length: units }, () => ({ counts, units: 1 })),
  );
  for (const weights of ["unweighted", "equal", "squared"] as const) {
    const [there, back] = [ac2(abstractors, weights), ac2(single.toReversed(), weights)];
    expect(back.value).toBeCloseTo(there.value, 12);
    expect(back.standardError).toBeCloseTo(there.standardError, 12);
  }
  expect(patternAlpha(single, "ordinal")).toBeCloseTo(patternAlpha(abstractors, "ordinal") ?? 9, 12);
});

test("shares of pairs: one unit of three raters has three pairs and counts once", () => {
  const shares = pairShares([
    { counts: [2, 1, 0], units: 1 },
    { counts: [1, 0, 1], units: 2 },
    { counts: [1, 0, 0], units: 9 },
  ]);
  expect(shares).toEqual({ exact: 1 / 9, within: 1 / 3, units: 3 });
});

test("leaving groups out covers alpha 95% of the time although a person's behaviours go together", () => {
  const draw = (seed: number, people: number): RatingPattern[] => {
    const random = seededRandom(seed);
    const rounded = (value: number) => Math.min(5, Math.max(1, Math.round(3 + value)));
    return Array.from({ length: people }, (_, person) => {
      const [own, gap] = [random.normal(), 0.5 * random.normal()];
      return patternsOf(
        Array.from({ length: 4 }, () => [0, 1].map((rater) => rounded(own + rater * gap + 0.6 * random.normal()))),
        5,
      ).map((pattern) => ({ ...pattern, group: `${person % 20}` }));
    }).flat();
  };
  const alpha = (some: readonly RatingPattern[]) => patternAlpha(some, "interval");
  const truth = alpha(draw(1, 20_000)) ?? 9;
  const studies = 300;
  let missed = 0;
  for (let study = 0; study < studies; study += 1) {
    const [low, high] = jackknifeInterval(draw(100 + study, 60), alpha) ?? [9, 9];
    if (truth < low || truth > high) missed += 1;
  }
  expect(Math.abs(missed / studies - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
}, 60_000);

test("refuses what has no answer", () => {
  expect(gwetAc2([{ counts: [1, 0], units: 4 }])).toMatchObject({ reason: "too-few-people" });
  expect(gwetAc2([{ counts: [2], units: 4 }])).toMatchObject({ reason: "no-variation" });
  expect(patternAlpha([{ counts: [0, 3], units: 2 }], "ordinal")).toBeNull();
  expect(pairShares([{ counts: [1, 0], units: 3 }])).toBeNull();
  expect(jackknifeInterval([{ counts: [2, 0], units: 3, group: "a" }], () => 1)).toBeNull();
});
