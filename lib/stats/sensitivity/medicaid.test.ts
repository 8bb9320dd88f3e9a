import { expect, test } from "vitest";
import type { EventStudy } from "./event-study";
import { relativeMagnitudes } from "./relative-magnitudes";
import { smoothness } from "./smoothness";

/**
 * The Medicaid expansion of the HonestDiD README (state panel 2008 to 2015, treated in 2014, reference 2013, clustered by state): coefficients
 * and covariance recomputed from its data; the intervals below are those the README prints.
 */
const covariance = [
  [7.488485e-5],
  [6.039876e-5, 7.266499e-5],
  [4.444619e-5, 3.789328e-5, 5.052051e-5],
  [3.385766e-5, 2.866576e-5, 2.673678e-5, 4.003222e-5],
  [4.328014e-5, 4.543321e-5, 2.778194e-5, 2.412861e-5, 5.462665e-5],
  [4.765882e-5, 4.428853e-5, 3.060645e-5, 2.380869e-5, 3.682535e-5, 8.375674e-5],
  [2.42513e-5, 2.824656e-5, 9.637548e-6, 2.923902e-6, 9.722978e-6, 6.321403e-5, 1.071236e-4],
];
const medicaid: EventStudy = {
  pre: [-0.005285342, -0.01129732, -0.002675976, -0.001419312, 0.0003396775],
  post: [0.04644686, 0.06920618],
  covariance: covariance.map((_, row) =>
    covariance.map((__, column) => covariance[Math.max(row, column)]?.[Math.min(row, column)] ?? Number.NaN),
  ),
  n: { treated: 22, control: 21 },
};

function close(actual: readonly [number, number] | undefined, expected: readonly [number, number], within: number) {
  expect(Math.abs((actual?.[0] ?? Number.NaN) - expected[0]), `${actual}`).toBeLessThan(within);
  expect(Math.abs((actual?.[1] ?? Number.NaN) - expected[1]), `${actual}`).toBeLessThan(within);
}

test("the fixed-length intervals are those HonestDiD publishes for the Medicaid expansion", () => {
  const published: [number, [number, number]][] = [
    [0, [0.0259, 0.0607]],
    [0.01, [0.0132, 0.0787]],
    [0.02, [0.00286, 0.0907]],
    [0.03, [-0.00714, 0.101]],
    [0.04, [-0.0171, 0.111]],
    [0.05, [-0.0271, 0.121]],
  ];
  const result = smoothness(
    medicaid,
    [1, 0],
    published.map(([m]) => m),
  );
  if (result.kind !== "smoothness") throw new Error(result.reason);
  for (const [index, [, interval]] of published.entries()) close(result.curve[index]?.interval, interval, 0.0003);
  expect(result.breakEven).toBeGreaterThan(0.02);
  expect(result.breakEven).toBeLessThan(0.03);
});

test("relative magnitudes hold the intervals of the paper's hybrid test there, and are at most a sixth wider", () => {
  const published: [number, [number, number]][] = [
    [0.5, [0.0241, 0.0673]],
    [1, [0.0171, 0.072]],
    [1.5, [0.00859, 0.0796]],
    [2, [-0.00107, 0.0883]],
  ];
  const result = relativeMagnitudes(
    medicaid,
    [1, 0],
    published.map(([mbar]) => mbar),
  );
  if (result.kind !== "relative-magnitudes") throw new Error(result.reason);
  for (const [index, [, [low, high]]] of published.entries()) {
    const [ourLow = 0, ourHigh = 0] = result.curve[index]?.interval ?? [];
    expect(ourLow).toBeLessThan(low);
    expect(ourHigh).toBeGreaterThan(high);
    expect((ourHigh - ourLow) / (high - low)).toBeLessThan(7 / 6);
  }
  expect(result.breakEven).toBeGreaterThan(1.5);
  expect(result.breakEven).toBeLessThan(2);
});
