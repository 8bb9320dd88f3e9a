import fc from "fast-check";
import { expect, test } from "vitest";
import { momentsOf } from "@/lib/stats/moments";
import { oneWayAnova } from "@/lib/stats/one-way-anova";
import { welch } from "@/lib/stats/welch";
import { welchAnova } from "@/lib/stats/welch-anova";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { eValue, eValueOfDifference, ratioOfHazard } from "./e-value";
import { fisherExact } from "./fisher-exact";
import { independence } from "./independence";
import { levelChange, levelChangeDifference } from "./level-change";
import { oddsRatio, riskRatio } from "./ratio-of-proportions";

const arm = fc
  .integer({ min: 2, max: 60 })
  .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 1, max: n - 1 }) }));
const chance = (n: number, k: number) =>
  Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);

test("Fisher's p adds up the tables no likelier than the one seen, and does not care which arm or outcome comes first", () => {
  fc.assert(
    fc.property(arm, arm, (treated, control) => {
      const events = treated.events + control.events;
      const weight = (x: number) => chance(treated.n, x) * chance(control.n, events - x);
      const all = Array.from({ length: treated.n + 1 }, (_, x) => (events - x < 0 ? 0 : weight(x)));
      const limit = weight(treated.events) * (1 + 1e-7);
      const rare = all.filter((each) => each > 0 && each <= limit).reduce((a, b) => a + b, 0);
      const p = fisherExact({ treated, control });
      expect(p).toBeCloseTo(rare / all.reduce((a, b) => a + b, 0), 10);
      expect(fisherExact({ treated: control, control: treated })).toBeCloseTo(p, 10);
    }),
  );
});

test("exchanging the arms inverts both ratios and their intervals", () => {
  fc.assert(
    fc.property(arm, arm, (treated, control) => {
      for (const ratio of [riskRatio, oddsRatio]) {
        const there = estimated(ratio({ treated, control }));
        const back = estimated(ratio({ treated: control, control: treated }));
        expect(back.estimate * there.estimate).toBeCloseTo(1, 10);
        expect(back.interval[0] * there.interval[1]).toBeCloseTo(1, 9);
        expect(back.p).toBeCloseTo(there.p, 9);
      }
    }),
  );
});

test("turning a table on its side keeps the test; Yates only lowers it; empty rows are no rows", () => {
  fc.assert(
    fc.property(arm, arm, (treated, control) => {
      const table = [treated, control].map(({ n, events }) => [events, n - events]);
      const turned = [0, 1].map((column) => table.map((row) => row[column] ?? 0));
      const plain = independence(table);
      if (plain.kind !== "test") throw new Error(plain.reason);
      expect(independence([...turned, [0, 0]])).toMatchObject({ statistic: expect.closeTo(plain.statistic, 8) });
      const yates = independence(table, "yates");
      expect(yates.kind === "test" && yates.statistic <= plain.statistic).toBe(true);
    }),
  );
});

test("two groups of Welch's analysis of variance are Welch's t test", () => {
  const groups = [
    [1, 4, 2, 8],
    [5, 7, 13, 2, 9],
  ].map(momentsOf);
  const [treated, control] = groups;
  if (!treated || !control) throw new Error("two groups");
  const t = estimated(welch({ treated, control }));
  const f = welchAnova(groups);
  expect(f).toMatchObject({
    f: expect.closeTo((t.estimate / (t.standardError ?? 0)) ** 2, 10),
    p: expect.closeTo(t.p, 10),
  });
  expect(welchAnova([treated])).toMatchObject({ reason: "no-comparison" });
  expect(welchAnova([treated, { n: 3, mean: 1, variance: 0 }])).toMatchObject({ reason: "no-variation" });
  expect(oneWayAnova(groups).kind).toBe("anova");
});

test("an E-value treats a ratio and its inverse alike, and is 1 where the interval holds no effect", () => {
  expect(eValue(2, [1.2, 3.3])).toEqual({
    ...eValue(0.5, [1 / 3.3, 1 / 1.2]),
    limit: expect.closeTo(eValue(0.5, [1 / 3.3, 1 / 1.2])?.limit ?? 0, 10),
  });
  expect(eValue(1.5, [0.9, 2])?.limit).toBe(1);
  expect(eValue(1)).toEqual({ method: "e_value", estimate: 1, limit: null });
  expect(eValue(0)).toBeNull();
  expect(eValueOfDifference(0.1, 1)?.limit).toBe(1);
});

test("levels: mean change and shares from counts equal those from people", () => {
  const counts = [
    { change: -1, people: 3 },
    { change: 0, people: 10 },
    { change: 1, people: 6 },
    { change: 3, people: 1 },
  ];
  const people = counts.flatMap(({ change, people: n }) => Array<number>(n).fill(change));
  const { mean, variance, n } = momentsOf(people);
  const result = levelChange(counts);
  expect(result.meanChange).toMatchObject({ value: mean, standardError: expect.closeTo(Math.sqrt(variance / n), 12) });
  expect(result.movedUp).toMatchObject({ value: 7 / 20 });
  expect(result.movedDown).toMatchObject({ value: 3 / 20 });
  const same = levelChangeDifference({ treated: counts, control: counts });
  expect(same).toMatchObject({ meanChange: { estimate: 0 }, movedUp: { estimate: 0 }, size: { hedgesG: 0 } });
  expect(levelChange([])).toMatchObject({
    meanChange: { reason: "too-few-people" },
    movedUp: { kind: "not-estimable" },
  });
});

test("refuses ratios without a bound and tables without a comparison", () => {
  const some = { n: 5, events: 2 };
  expect(riskRatio({ treated: { n: 5, events: 0 }, control: some })).toMatchObject({ reason: "no-events" });
  expect(oddsRatio({ treated: { n: 5, events: 5 }, control: some })).toMatchObject({ reason: "no-denominator" });
  expect(oddsRatio({ treated: { n: 0, events: 0 }, control: some })).toMatchObject({ reason: "no-comparison" });
  expect(riskRatio({ treated: { n: 5, events: 5 }, control: { n: 4, events: 4 } })).toMatchObject({
    reason: "no-variation",
  });
  expect(independence([[1, 2]])).toMatchObject({ reason: "no-comparison" });
  expect(fisherExact({ treated: { n: 3, events: 3 }, control: { n: 3, events: 3 } })).toBe(1);
});

test("a ratio of hazards of a common event lies nearer to one as a ratio of risks, and inverts with the arms", () => {
  // By hand: sqrt(1/4) = 1/2, sqrt(4) = 2: (1 - 0.5^0.5) / (1 - 0.5^2).
  expect(ratioOfHazard(0.25)).toBeCloseTo((1 - Math.SQRT1_2) / 0.75, 14);
  expect(ratioOfHazard(4)).toBeCloseTo(1 / ratioOfHazard(0.25), 12);
  expect(ratioOfHazard(1)).toBe(1);
});
