import { expect, test } from "vitest";
import { momentsOf } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { shrunkenSeverity } from "./shrunken-severity";

/** Teams of `mates` people, each rated by all `raters` of the team; severity normal with this deviation, error of a person's mean difference 0.4. */
function teams(seed: number, spread: number, raters = 3, mates = 8, count = 30) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, team) => {
    const severity = Array.from({ length: raters }, () => spread * random.normal());
    const seen = Array.from({ length: mates }, () => severity.map((own) => own + 0.4 * random.normal()));
    return severity.map((true_, rater) => {
      const gaps = seen.map((one) => {
        const others = one.filter((_, other) => other !== rater);
        return (one[rater] ?? 0) - others.reduce((sum, value) => sum + value, 0) / others.length;
      });
      const { mean, variance } = momentsOf(gaps);
      // All of the others are met with every person: shares of 1 / (raters - 1), squared and summed.
      return { rater: `${team}-${rater}`, people: mates, mean, variance, overlap: 1 / (raters - 1), true: true_ };
    });
  }).flat();
}

test("worked by hand: four raters who meet nobody again", () => {
  const found = shrunkenSeverity(
    [1, -1, 1, -1].map((mean, at) => ({ rater: `${at}`, people: 4, mean, variance: 2, overlap: 0 })),
  );
  // Sum of d^2 / (tau^2 + 2 / 4) = 4 where tau^2 = 1 / 2; half of each mean is kept, with variance 1 / 2 x 1 / 2.
  expect(found?.spread).toBeCloseTo(Math.sqrt(0.5), 10);
  expect(found?.raters[0]?.value).toBeCloseTo(0.5, 10);
  expect(found?.raters[0]?.interval[1]).toBeCloseTo(0.5 + 1.959963984540054 * 0.5, 9);
});

test("the spread of severity is recovered, and its intervals hold the truth 95% of the time", () => {
  const spreads = Array.from({ length: 40 }, (_, seed) => shrunkenSeverity(teams(seed, 0.3))?.spread ?? 9);
  expect(Math.abs(momentsOf(spreads).mean - 0.3)).toBeLessThan(0.02);
  let [held, all] = [0, 0];
  for (let seed = 0; seed < 40; seed += 1) {
    const raters = teams(seed, 0.3);
    const found = shrunkenSeverity(raters)?.raters ?? [];
    for (const [at, { interval }] of found.entries()) {
      const truth = raters[at]?.true ?? 9;
      all += 1;
      if (interval[0] <= truth && truth <= interval[1]) held += 1;
    }
  }
  expect(held / all).toBeGreaterThan(0.93);
  expect(held / all).toBeLessThan(0.97);
});

test("where nobody differs, p is below 5% five times in a hundred and nothing is left of the differences", () => {
  let [low, all] = [0, 0];
  for (let seed = 0; seed < 40; seed += 1) {
    const found = shrunkenSeverity(teams(seed, 0));
    expect(found?.spread).toBeLessThan(0.12);
    for (const { p } of found?.raters ?? []) {
      all += 1;
      if (p < 0.05) low += 1;
    }
  }
  expect(low / all).toBeGreaterThan(0.03);
  expect(low / all).toBeLessThan(0.06);
});

test("two who only meet each other cannot be told apart: half of their difference at most is said of one", () => {
  const others = teams(3, 0.3);
  const pair = [2, -2].map((mean, at) => ({ rater: `pair ${at}`, people: 50, mean, variance: 0.1, overlap: 1 }));
  const found = shrunkenSeverity([...others, ...pair]);
  const own = found?.raters.find(({ rater }) => rater === "pair 0");
  expect(own?.value).toBeLessThanOrEqual(1);
  expect(own?.value).toBeGreaterThan(0.9);
});

test("it has no answer for three raters, and none where nobody's people differ", () => {
  expect(shrunkenSeverity(teams(1, 0.3, 3, 8, 1))).toBeNull();
  const still = { people: 4, mean: 0.2, variance: 0, overlap: 0 };
  expect(shrunkenSeverity(["a", "b", "c", "d"].map((rater) => ({ rater, ...still })))).toBeNull();
});
