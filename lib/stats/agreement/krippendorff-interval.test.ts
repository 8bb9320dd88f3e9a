import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { krippendorffInterval } from "./krippendorff-interval";

/** Ratings 1 to 5 by three raters who see the same level, each with an own error. */
function ratings(seed: number, units: number) {
  const random = seededRandom(seed);
  const rounded = (value: number) => Math.min(5, Math.max(1, Math.round(3 + value)));
  return Array.from({ length: units }, () => {
    const level = random.normal();
    return [0, 1, 2].map(() => rounded(level + 0.8 * random.normal()));
  });
}

test("is seeded, holds alpha, and narrows with more units", () => {
  const units = ratings(1, 60);
  const first = krippendorffInterval(units, "ordinal", { seed: 4, draws: 300 });
  expect(krippendorffInterval(units, "ordinal", { seed: 4, draws: 300 })).toEqual(first);
  const alpha = krippendorffAlpha(units, "ordinal");
  const [low = 1, high = 0] = first?.interval ?? [];
  expect(alpha.kind === "agreement" && low < alpha.value && alpha.value < high).toBe(true);
  const [from = 0, to = 9] = krippendorffInterval(ratings(1, 400), "ordinal", { seed: 4, draws: 300 })?.interval ?? [];
  expect(to - from).toBeLessThan((high - low) / 1.8);
});

test("covers alpha about 95% of the time", () => {
  const truth = krippendorffAlpha(ratings(99, 8000), "interval");
  const value = truth.kind === "agreement" ? truth.value : Number.NaN;
  const studies = 100;
  let missed = 0;
  for (let study = 0; study < studies; study += 1) {
    const [low = 1, high = 0] =
      krippendorffInterval(ratings(500 + study, 60), "interval", { seed: study, draws: 99 })?.interval ?? [];
    if (value < low || value > high) missed += 1;
  }
  expect(Math.abs(missed / studies - 0.05)).toBeLessThan(0.06);
});

test("has no answer where alpha has none", () => {
  expect(krippendorffInterval([[1, null]], "nominal", { seed: 1 })).toBeNull();
  expect(
    krippendorffInterval(
      [
        [2, 2],
        [2, 2],
      ],
      "nominal",
      { seed: 1 },
    ),
  ).toBeNull();
});
