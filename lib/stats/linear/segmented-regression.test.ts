import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { type SegmentedDetail, segmentedRegression } from "./segmented-regression";

/**
 * Monthly values with a trend of 0.5, a level change of 3 and a slope change of -0.2 at `start`, and errors that
 * last.
 */
function series(seed: number, periods: number, start: number, persistence = 0, noise = 1): number[] {
  const random = seededRandom(seed);
  let error = 0;
  return Array.from({ length: periods }, (_, time) => {
    error = persistence * error + noise * random.normal();
    return 10 + 0.5 * time + (time >= start ? 3 - 0.2 * (time - start + 1) : 0) + error;
  });
}

test("finds level and slope change, and their average over the exposed periods", () => {
  const result = estimated(segmentedRegression({ values: series(1, 80, 40, 0, 0.01), start: 40 }));
  const detail = result.detail as SegmentedDetail;
  expect(result.estimate).toBeCloseTo(3, 1);
  expect(detail.slopeChange.estimate).toBeCloseTo(-0.2, 2);
  expect(detail.slopeBefore.estimate).toBeCloseTo(0.5, 2);
  expect(detail.averageChange.estimate).toBeCloseTo(3 - 0.2 * 20.5, 1);
  expect(result).toMatchObject({ n: { treated: 40, control: 40 }, degreesOfFreedom: 76 });
  expect(detail.lag).toBe(3);
});

test("a trend and a constant added to the series change nothing about the changes; scale carries over", () => {
  const values = series(2, 48, 20);
  const plain = estimated(segmentedRegression({ values, start: 20 }));
  for (const scale of [1e-9, 1e9]) {
    const moved = values.map((value, time) => scale * (value + 70 - 3 * time));
    const other = estimated(segmentedRegression({ values: moved, start: 20 }));
    expect(other.estimate / scale).toBeCloseTo(plain.estimate, 8);
    expect((other.standardError ?? 0) / scale).toBeCloseTo(plain.standardError ?? Number.NaN, 8);
  }
});

test("a season of twelve that repeats exactly is taken out", () => {
  const season = (time: number) => 5 * Math.sin((2 * Math.PI * time) / 12) + (time % 12 === 3 ? 2 : 0);
  const values = series(3, 60, 30);
  const seasonal = values.map((value, time) => value + season(time));
  const [plain, other] = [values, seasonal].map((given) =>
    estimated(segmentedRegression({ values: given, start: 30, season: 12 })),
  );
  expect(other?.estimate).toBeCloseTo(plain?.estimate ?? Number.NaN, 9);
});

test("where errors last, a lag covers far better than no lag", () => {
  const studies = 300;
  const misses = (lag: number) => {
    let count = 0;
    for (let seed = 1; seed <= studies; seed += 1) {
      const result = estimated(segmentedRegression({ values: series(seed, 200, 100, 0.5), start: 100 }, { lag }));
      if (result.interval[0] > 3 || result.interval[1] < 3) count += 1;
    }
    return count / studies;
  };
  const [without, withLag] = [misses(0), misses(8)];
  expect(without).toBeGreaterThan(0.15);
  expect(withLag).toBeLessThan(0.13);
});

test.each([
  ["too-few-periods", { values: series(1, 20, 2), start: 2 }],
  ["too-few-periods", { values: series(1, 20, 18), start: 18 }],
  ["too-few-periods", { values: series(1, 14, 7), start: 7, season: 12 }],
  ["not-finite", { values: [1, 2, Number.NaN, 4, 5, 6, 7, 8], start: 4 }],
  ["no-variation", { values: [1, 2, 3, 4, 5, 6, 7, 8], start: 4 }],
])("refuses: %s", (reason, given) => {
  expect(segmentedRegression(given)).toMatchObject({ kind: "not-estimable", reason });
});
