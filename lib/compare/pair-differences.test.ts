import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { momentsOf } from "@/lib/stats/moments";
import { type Measured, pairDifferences, verdictOfPair } from "./pair-differences";
import type { GroupMoments } from "./read-moments";
import { pairSentence } from "./sentence";

function levelOf(numerators: number[], denominators: number[]): GroupMoments {
  const joint = jointMomentsOf([numerators, denominators]);
  const n = numerators.length;
  const cell = (row: number, column: number) => (joint.covariance[row]?.[column] ?? 0) * (n - 1);
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  return {
    people: n,
    numerator: sum(numerators),
    denominator: sum(denominators),
    numeratorM2: cell(0, 0),
    denominatorM2: cell(1, 1),
    crossM2: cell(0, 1),
    perPerson: momentsOf(numerators.map((value, i) => value / (denominators[i] ?? 1))),
    skewness: 0,
  };
}

const ones = (values: number[]) => values.map(() => 1);
const group = (name: Measured["name"], values: number[], scale = 1): Measured => ({
  name,
  level: levelOf(
    values.map((value) => value * scale),
    ones(values),
  ),
  change: null,
  values: values.map((value) => value * scale),
});
const [one, other, third] = [
  [3, 5, 4, 6, 2, 4],
  [6, 7, 9, 5, 8, 8],
  [4, 4, 5, 3, 5, 6],
];

test("a mean is compared by Welch: difference, error and degrees of freedom by hand", () => {
  const [pair] = pairDifferences({ kind: "mean" }, "level", [group("a", one), group("b", other)]);
  const variance = 2 / 6 + (momentsOf(other).variance ?? 0) / 6;
  expect(pair?.estimate).toMatchObject({
    kind: "estimate",
    estimate: expect.closeTo(4 - 43 / 6, 12),
    standardError: expect.closeTo(Math.sqrt(variance), 12),
  });
  expect(pair?.adjustedP).toBeNull();
});

test("swapping the groups turns the sign, scaling the figure scales the difference but not its size in deviations", () => {
  const [pair] = pairDifferences({ kind: "ratio" }, "level", [group("a", one), group("b", other)]);
  const [swapped] = pairDifferences({ kind: "ratio" }, "level", [group("a", other), group("b", one)]);
  const [scaled] = pairDifferences({ kind: "ratio" }, "level", [group("a", one, 100), group("b", other, 100)]);
  if (
    pair?.estimate.kind !== "estimate" ||
    swapped?.estimate.kind !== "estimate" ||
    scaled?.estimate.kind !== "estimate"
  )
    throw new Error("not estimable");
  expect(swapped.estimate.estimate).toBeCloseTo(-pair.estimate.estimate, 12);
  expect(swapped.effectSize?.g).toBeCloseTo(-(pair.effectSize?.g ?? 0), 12);
  expect(scaled.estimate.estimate).toBeCloseTo(100 * pair.estimate.estimate, 9);
  expect(scaled.effectSize?.g).toBeCloseTo(pair.effectSize?.g ?? 0, 9);
  expect(scaled.eValue?.estimate).toBeCloseTo(pair.eValue?.estimate ?? 0, 9);
});

test("three groups make three pairs, with p adjusted by Holm", () => {
  const pairs = pairDifferences({ kind: "mean" }, "level", [group("a", one), group("b", other), group("c", third)]);
  const ps = pairs.map(({ estimate }) => (estimate.kind === "estimate" ? estimate.p : 1));
  const smallest = Math.min(...ps);
  expect(pairs.map(({ names }) => names.join(""))).toEqual(["ab", "ac", "bc"]);
  expect(pairs[ps.indexOf(smallest)]?.adjustedP).toBeCloseTo(3 * smallest, 12);
});

test("a rate is a ratio, exact: 8 in 100 person-years against 2 in 100 is 4 times", () => {
  const rate = (name: Measured["name"], events: number): Measured => ({
    name,
    level: { ...levelOf([events], [100]), people: 100 },
    change: null,
    values: null,
  });
  const [pair] = pairDifferences({ kind: "rate" }, "level", [rate("a", 8), rate("b", 2)]);
  // Clopper and Pearson's interval of 8 in 10 is 0.44390 to 0.97479; its odds are the ratio's.
  expect(pair).toMatchObject({ kind: "ratio", effectSize: null });
  expect(pair?.estimate).toMatchObject({
    estimate: 4,
    interval: [expect.closeTo(0.4439 / 0.5561, 3), expect.closeTo(38.666, 2)],
  });
});

test("a group without the figure makes no pair estimable", () => {
  const nobody: Measured = { name: "b", level: null, change: null, values: null };
  const [pair] = pairDifferences({ kind: "mean" }, "level", [group("a", one), nobody]);
  expect(pair?.estimate).toMatchObject({ kind: "not-estimable", reason: "too-few-people" });
  expect(pair && verdictOfPair("down", pair)).toBe("none");
});

test("the sentence says which way, how much and how sure, and claims nothing where the interval holds zero", () => {
  const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
  const said = {
    metric: { name: "Error rate", unit: "share", kind: "ratio" as const },
    look: "level" as const,
    titles: ["Group A", "Group B"] as const,
    formats,
  };
  const estimate = (value: number, interval: [number, number]) => ({
    kind: "difference" as const,
    estimate: {
      kind: "estimate" as const,
      method: "m",
      estimate: value,
      standardError: 1,
      degreesOfFreedom: 1,
      interval,
      p: 0.5,
      confidence: 0.95,
      n: { treated: 1, control: 1 },
    },
  });
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  expect(plain(pairSentence(estimate(-0.006, [-0.01, -0.002]), said))).toBe(
    "“Error rate” of Group A was 0.6 points (0.2 to 1.0) lower than that of Group B.",
  );
  expect(plain(pairSentence(estimate(0.001, [-0.004, 0.006]), said))).toMatch(
    /^No difference in “Error rate” .* anything between 0\.4 points lower and 0\.6 points higher\.$/,
  );
  expect(plain(pairSentence(estimate(-0.006, [-0.01, -0.002]), { ...said, look: "previous" }))).toBe(
    "Compared with Group B, “Error rate” of Group A went down by 0.6 points (0.2 to 1.0), among people seen in both periods.",
  );
});
