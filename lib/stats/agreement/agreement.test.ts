import fc from "fast-check";
import { expect, test } from "vitest";
import { fUpperTail } from "@/lib/stats/f-distribution";
import { fQuantile } from "@/lib/stats/f-quantile";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { seededRandom } from "@/lib/stats/random";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { readRows } from "@/test/fixtures/reference/read-reference";
import { cohenKappa } from "./cohen-kappa";
import { cronbachAlpha } from "./cronbach-alpha";
import { fleissKappa } from "./fleiss-kappa";
import { intraclassCorrelations } from "./intraclass-correlation";
import { kendallW } from "./kendall-w";
import { krippendorffAlpha, type RatingScale } from "./krippendorff-alpha";
import { percentAgreement } from "./percent-agreement";

function known<Result extends { kind: string }>(result: Result) {
  if (result.kind !== "agreement") throw new Error(JSON.stringify(result));
  return result as Extract<Result, { kind: "agreement" }>;
}

const scales: RatingScale[] = ["nominal", "ordinal", "interval", "ratio"];
const levels = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  {
    minLength: 4,
    maxLength: 20,
  },
);

test("the example of Krippendorff (2011) has his alphas", () => {
  const units = readRows("rater-agreement/krippendorff_2011.csv").map((row) => Object.values(row));
  const found = scales.map((scale) => Math.round(known(krippendorffAlpha(units, scale)).value * 1000) / 1000);
  expect(found).toEqual([0.743, 0.815, 0.849, 0.797]);
  expect(known(krippendorffAlpha(units, "nominal")).pairableUnits).toBe(11);
});

// Krippendorff (2011), section B, two observers without gaps: alpha = 1 - (N - 1) (n - sum o_cc) / (n^2 - sum n_c^2), by hand 0.095.
test("two observers without gaps: the binary example of Krippendorff (2011), and the package's own value beside it", () => {
  const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
  const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
  const result = known(
    krippendorffAlpha(
      first.map((rating, unit) => [rating, second[unit] ?? null]),
      "nominal",
    ),
  );
  expect(result.value).toBeCloseTo(1 - (19 * 4) / (14 * 6), 12);
  expect(result.asIrr).toBeCloseTo(result.value, 12);
});

test("order of subjects and raters changes nothing, and full agreement is 1", () => {
  fc.assert(
    fc.property(levels, (ratings) => {
      fc.pre(new Set(ratings.flat()).size > 1);
      const turned = [...ratings].reverse().map((row) => [...row].reverse());
      for (const scale of scales) {
        const [there, back] = [krippendorffAlpha(ratings, scale), krippendorffAlpha(turned, scale)];
        expect(known(back).value).toBeCloseTo(known(there).value, 10);
      }
      expect(known(fleissKappa(turned)).value).toBeCloseTo(known(fleissKappa(ratings)).value, 10);
      const same = ratings.map((row) => [row[0], row[0], row[0]]);
      if (new Set(same.flat()).size > 1) {
        expect(known(fleissKappa(same)).value).toBeCloseTo(1, 12);
        expect(known(krippendorffAlpha(same, "ordinal")).value).toBe(1);
        expect(percentAgreement(same)).toBe(1);
      }
    }),
  );
});

test("kappa: raters exchanged is the same, squared weights equal two-way agreement in large groups, categories nobody used do not count", () => {
  const table = [
    [20, 5, 1, 0],
    [4, 15, 6, 0],
    [0, 3, 18, 0],
    [0, 0, 0, 0],
  ];
  const turned = table.map((_, row) => table.map((other) => other[row] ?? 0));
  for (const weights of ["unweighted", "equal", "squared"] as const) {
    const there = known(cohenKappa(table, weights));
    expect(known(cohenKappa(turned, weights))).toMatchObject({
      value: expect.closeTo(there.value, 12),
      standardError: expect.closeTo(there.standardError, 12),
    });
    expect(there.categories).toBe(3);
  }
  const ratings = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j])));
  const agreement = known(intraclassCorrelations(ratings)).forms.icc2.value;
  expect(known(cohenKappa(table, "squared")).value).toBeCloseTo(agreement, 2);
});

test("intraclass forms: a stricter rater lowers agreement only; alpha is the consistency of the mean; scale does not matter", () => {
  const random = seededRandom(3);
  const ratings = Array.from({ length: 12 }, () => {
    const level = random.normal();
    return Array.from({ length: 4 }, () => level + 0.7 * random.normal());
  });
  const there = known(intraclassCorrelations(ratings)).forms;
  const strict = ratings.map(([first = 0, ...rest]) => [first - 3, ...rest]);
  const harsher = known(intraclassCorrelations(strict)).forms;
  expect(harsher.icc3.value).toBeCloseTo(there.icc3.value, 10);
  expect(harsher.icc2.value).toBeLessThan(there.icc2.value);
  const columns = [0, 1, 2, 3].map((rater) => ratings.map((row) => row[rater] ?? 0));
  expect(known(cronbachAlpha(jointMomentsOf(columns))).value).toBeCloseTo(there.icc3k.value, 10);
  const scaled = known(intraclassCorrelations(ratings.map((row) => row.map((rating) => 1e9 + 1e3 * rating)))).forms;
  expect(scaled.icc2.interval[0]).toBeCloseTo(there.icc2.interval[0], 6);
});

test("the interval of an intraclass correlation covers 95% of the time", () => {
  const random = seededRandom(8);
  const studies = 1500;
  let missed = 0;
  for (let study = 0; study < studies; study += 1) {
    const ratings = Array.from({ length: 15 }, () => {
      const level = random.normal();
      return Array.from({ length: 3 }, () => level + random.normal());
    });
    const [low, high] = known(intraclassCorrelations(ratings)).forms.icc3.interval;
    if (low > 0.5 || high < 0.5) missed += 1;
  }
  expect(Math.abs(missed / studies - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
});

test("raters who order alike have W 1, and opposite orders of two have 0", () => {
  expect(
    known(
      kendallW([
        [1, 10],
        [2, 20],
        [3, 35],
      ]),
    ).value,
  ).toBe(1);
  expect(
    known(
      kendallW([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).value,
  ).toBe(0);
});

test("the F quantile undoes the F tail, also with broken degrees of freedom", () => {
  for (const p of [1e-6, 0.025, 0.5, 0.975]) {
    for (const denominator of [1.5, 4.79, 300]) {
      expectRelative(1 - fUpperTail(fQuantile(p, 3, denominator), 3, denominator), p, 1e-9);
    }
  }
});

test("refuses what has no answer", () => {
  expect(
    cohenKappa([
      [0, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reason: "too-few-people" });
  expect(
    cohenKappa([
      [7, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reason: "no-variation" });
  expect(
    fleissKappa([
      [1, 1],
      [1, 1],
    ]),
  ).toMatchObject({ reason: "no-variation" });
  expect(fleissKappa([[1], [2]])).toMatchObject({ reason: "too-few-people" });
  expect(
    krippendorffAlpha(
      [
        [1, null],
        [null, 2],
      ],
      "nominal",
    ),
  ).toMatchObject({ reason: "too-few-people" });
  expect(
    krippendorffAlpha(
      [
        [2, 2],
        [2, 2],
      ],
      "interval",
    ),
  ).toMatchObject({ reason: "no-variation" });
  expect(intraclassCorrelations([[1, 2]])).toMatchObject({ reason: "too-few-people" });
  expect(
    intraclassCorrelations([
      [1, 1],
      [2, 2],
    ]),
  ).toMatchObject({ reason: "no-variation" });
  expect(intraclassCorrelations([[1, 2], [2]])).toMatchObject({ reason: "not-finite" });
  expect(
    kendallW([
      [1, 1],
      [1, 1],
    ]),
  ).toMatchObject({ reason: "no-variation" });
  expect(
    cronbachAlpha(
      jointMomentsOf([
        [1, 1],
        [2, 2],
      ]),
    ),
  ).toMatchObject({ reason: "no-variation" });
  expect(percentAgreement([[1, null]])).toBeNull();
});
