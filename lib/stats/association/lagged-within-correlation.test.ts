import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { type Course, laggedWithinCorrelation } from "./lagged-within-correlation";
import { twoWayResiduals } from "./two-way-residuals";

const lags = [-2, -1, 0, 1, 2, 3];

/** Signals of their own; the outcome repeats the signal `delay` periods later, with a person's and a period's level on top. */
function planted(people: number, delay: number, strength: number, seed = 7): Course[] {
  const random = seededRandom(seed);
  const seasons = Array.from({ length: 20 }, () => 3 * random.normal());
  return Array.from({ length: people }, (_, index) => {
    const [low, high] = [4 * random.normal(), 4 * random.normal()];
    const own = Array.from({ length: 20 }, () => random.normal());
    const signal = new Map(own.map((value, at) => [at, low + value + (seasons[at] ?? 0)]));
    const outcome = new Map(
      own.map((_, at) => {
        const earlier = own[at - delay] ?? random.normal();
        return [at, high + strength * earlier + random.normal() - (seasons[at] ?? 0)];
      }),
    );
    return { cluster: `p${index}`, signal, outcome };
  });
}

test("three people and two periods worked by hand: within changes alone are correlated, less the common change", () => {
  // Changes of the signal 1, 2, 3 about their mean 2; of the outcome 2, 2, 5 about 3: r = 3 / sqrt(2 x 6).
  const course = (cluster: string, signal: [number, number], outcome: [number, number]): Course => ({
    cluster,
    signal: new Map(signal.map((value, at) => [at, value])),
    outcome: new Map(outcome.map((value, at) => [at, value])),
  });
  const found = laggedWithinCorrelation(
    [course("a", [10, 11], [0, 2]), course("b", [5, 7], [9, 11]), course("c", [1, 4], [100, 105])],
    [0],
  );
  expect(found.lags[0]).toMatchObject({ pairs: 6, people: 3, clusters: 3 });
  expect(found.lags[0]?.value).toBeCloseTo(3 / Math.sqrt(12), 12);
  // Influence of a person is u v - r (u^2 + v^2) / 2 with u = (-1, 0, 1) / sqrt(2 / 3), v = (-1, -1, 2) / sqrt(2), over 3.
  const r = 3 / Math.sqrt(12);
  const u = [-1, 0, 1].map((value) => value / Math.sqrt(2 / 3));
  const v = [-1, -1, 2].map((value) => value / Math.sqrt(2));
  const own = u.map((a, at) => (a * (v[at] ?? 0) - (r * (a * a + (v[at] ?? 0) ** 2)) / 2) / 3);
  const error = Math.sqrt((own.reduce((sum, one) => sum + one * one, 0) * 3) / 2) / (1 - r * r);
  const margin = 4.302652729911275 * error;
  expect(found.lags[0]?.interval?.[0]).toBeCloseTo(Math.tanh(Math.atanh(r) - margin), 9);
  expect(found.lags[0]?.interval?.[1]).toBeCloseTo(Math.tanh(Math.atanh(r) + margin), 9);
});

test.each([
  [2, "signal_first"],
  [0, "together"],
  [-1, "outcome_first"],
] as const)("a signal planted %i periods ahead is found there and nowhere else", (delay, order) => {
  const found = laggedWithinCorrelation(planted(80, delay, 0.7), lags);
  expect(found.lead).toMatchObject({ lag: delay, order });
  expect(found.lead?.p_adjusted).toBeLessThan(1e-6);
  expect(found.lead?.p_against_others).toBeLessThan(1e-6);
  for (const { lag, value } of found.lags) if (lag !== delay) expect(Math.abs(value ?? 1)).toBeLessThan(0.12);
});

test("intervals of unrelated courses hold zero about 95 times in 100", () => {
  const studies = 200;
  let held = 0;
  for (let seed = 1; seed <= studies; seed += 1) {
    const [at] = laggedWithinCorrelation(planted(15, 1, 0, seed), [1]).lags;
    if (at?.interval && at.interval[0] <= 0 && at.interval[1] >= 0) held += 1;
  }
  expect(held / studies).toBeGreaterThan(0.9);
  expect(held / studies).toBeLessThanOrEqual(0.99);
});

test("what a person always is, and what a period brings to all, changes nothing", () => {
  const people = planted(20, 1, 0.5);
  const moved = people.map((course, index) => ({
    ...course,
    signal: new Map([...course.signal].map(([at, value]) => [at, value + 50 * index])),
    outcome: new Map([...course.outcome].map(([at, value]) => [at, 3 * value + 20 * at])),
  }));
  const [before, after] = [laggedWithinCorrelation(people, lags), laggedWithinCorrelation(moved, lags)];
  for (const [at, { value }] of before.lags.entries()) expect(after.lags[at]?.value).toBeCloseTo(value ?? 9, 9);
});

test("pairs that repeat within a cluster make nothing surer", () => {
  const people = planted(30, 1, 0.4);
  const twice = [...people, ...people];
  const [one, two] = [laggedWithinCorrelation(people, [1]).lags[0], laggedWithinCorrelation(twice, [1]).lags[0]];
  expect(two?.value).toBeCloseTo(one?.value ?? 9, 9);
  expect(two?.interval?.[0]).toBeCloseTo(one?.interval?.[0] ?? 9, 9);
});

test("gaps are allowed: residuals are uncorrelated with every person and period", () => {
  const random = seededRandom(3);
  const rows = Array.from({ length: 300 }, () => ({
    person: Math.floor(random.uniform() * 40),
    period: Math.floor(random.uniform() * 12),
  }));
  const rest = twoWayResiduals(
    rows.map(({ person, period }) => person + 5 * period + random.normal()),
    { ids: rows.map(({ person }) => person), count: 40 },
    { ids: rows.map(({ period }) => period), count: 12 },
  );
  for (let person = 0; person < 40; person += 1) {
    expect(rest.reduce((sum, value, at) => sum + (rows[at]?.person === person ? value : 0), 0)).toBeCloseTo(0, 8);
  }
  for (let period = 0; period < 12; period += 1) {
    expect(rest.reduce((sum, value, at) => sum + (rows[at]?.period === period ? value : 0), 0)).toBeCloseTo(0, 8);
  }
});

test("it refuses where nobody has two pairs, where clusters are two, and where a side never moves", () => {
  expect(laggedWithinCorrelation([], lags)).toMatchObject({ lead: null });
  expect(laggedWithinCorrelation(planted(2, 1, 0.5), [1]).lags[0]?.reason).toBe("too-few-people");
  const together = planted(6, 1, 0.5).map((course, index) => ({ ...course, cluster: `team ${index % 2}` }));
  expect(laggedWithinCorrelation(together, [1]).lags[0]?.reason).toBe("too-few-clusters");
  const still = planted(6, 1, 0.5).map((course) => ({
    ...course,
    outcome: new Map([...course.outcome].map(([at]) => [at, 3])),
  }));
  expect(laggedWithinCorrelation(still, [1]).lags[0]).toMatchObject({ reason: "no-variation", value: null });
});
