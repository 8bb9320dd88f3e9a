import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { type Random, seededRandom } from "@/lib/stats/random";
import { welch } from "@/lib/stats/welch";
import { estimated, expectRelative } from "@/test/fixtures/reference/expect-relative";
import { type AndersonRubinSet, andersonRubin } from "./anderson-rubin";
import { complierEffect } from "./complier-effect";
import { type ClusterTakeUp, complierEffectClustered } from "./complier-effect-clustered";

type Person = { treated: boolean; takeUp: number; outcome: number; cluster: number };

const momentsOfArm = (people: readonly Person[], treated: boolean) => {
  const arm = people.filter((person) => person.treated === treated);
  return jointMomentsOf([arm.map((person) => person.outcome), arm.map((person) => person.takeUp)]);
};
const armsOf = (people: readonly Person[]) => ({
  treated: momentsOfArm(people, true),
  control: momentsOfArm(people, false),
});

/** Compliers gain 2; they would do worse than others without it. Clusters share a shock. */
function draw(
  random: Random,
  { people = 120, compliers = 0.5, always = 0.2, clusters = 12, shock = 0 } = {},
): Person[] {
  const shocks = Array.from({ length: clusters }, () => shock * random.normal());
  return Array.from({ length: people }, (_, index) => {
    const cluster = index % clusters;
    const treated = shock > 0 ? cluster % 2 === 0 : index % 3 > 0;
    const kind = random.uniform();
    const isAlways = kind > 1 - always;
    const isComplier = kind < compliers;
    const takeUp = isAlways || (isComplier && treated) ? 1 : 0;
    const outcome = (isComplier ? -1 : 0) + 2 * takeUp + random.normal() + (shocks[cluster] ?? 0);
    return { treated, takeUp, outcome, cluster };
  });
}

/** Two-stage least squares by its matrix formula, with the instrument and a constant, HC0 and cluster sandwiches. */
function twoStage(people: readonly Person[]) {
  const sum = (term: (person: Person) => number) => people.reduce((total, person) => total + term(person), 0);
  const z = (person: Person) => (person.treated ? 1 : 0);
  const [n, sz, sd, sy] = [people.length, sum(z), sum((p) => p.takeUp), sum((p) => p.outcome)];
  const szd = sum((p) => z(p) * p.takeUp);
  const szy = sum((p) => z(p) * p.outcome);
  const determinant = n * szd - sz * sd;
  const slope = (n * szy - sz * sy) / determinant;
  const level = (sy - slope * sd) / n;
  const score = (p: Person) => ((n * z(p) - sz) / determinant) * (p.outcome - level - slope * p.takeUp);
  const byCluster = new Map<number, number>();
  for (const person of people) byCluster.set(person.cluster, (byCluster.get(person.cluster) ?? 0) + score(person));
  const clusterSquares = [...byCluster.values()].reduce((total, value) => total + value * value, 0);
  return { slope, hc0: sum((p) => score(p) ** 2), clusterSquares, clusters: byCluster.size };
}

const clusterRows = (people: readonly Person[]): ClusterTakeUp[] => {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = `${person.cluster}/${person.treated}`;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()].map((group) => ({
    cluster: group[0]?.cluster ?? 0,
    arm: group[0]?.treated ? "treated" : "control",
    n: group.length,
    outcome: group.reduce((sum, person) => sum + person.outcome, 0) / group.length,
    takeUp: group.reduce((sum, person) => sum + person.takeUp, 0) / group.length,
  }));
};

test("equals two-stage least squares with its HC1 and cluster sandwiches", () => {
  const people = draw(seededRandom(51));
  const reference = twoStage(people);
  const n = people.length;
  const robust = estimated(complierEffect(armsOf(people)));
  expectRelative(robust.estimate, reference.slope, 1e-10);
  expectRelative(robust.detail?.hc1StandardError, Math.sqrt((n / (n - 2)) * reference.hc0), 1e-10);

  const clustered = estimated(complierEffectClustered(clusterRows(people)));
  const { clusters, clusterSquares } = reference;
  const factor = (clusters / (clusters - 1)) * ((n - 1) / (n - 2));
  expectRelative(clustered.estimate, reference.slope, 1e-10);
  expectRelative(clustered.standardError, Math.sqrt(factor * clusterSquares), 1e-10);
  expect(clustered.degreesOfFreedom).toBe(11);
});

test("where everybody does as assigned it is the plain difference with Welch's error", () => {
  const people = draw(seededRandom(52)).map((person) => ({ ...person, takeUp: person.treated ? 1 : 0 }));
  const arms = armsOf(people);
  const effect = estimated(complierEffect(arms));
  const outcome = (arm: typeof arms.treated) => ({
    n: arm.n,
    mean: arm.means[0] ?? 0,
    variance: arm.covariance[0]?.[0] ?? 0,
  });
  const plain = estimated(welch({ treated: outcome(arms.treated), control: outcome(arms.control) }));
  expectRelative(effect.estimate, plain.estimate);
  expectRelative(effect.standardError, plain.standardError);
  expect(effect.detail).toMatchObject({ compliance: { kind: "full", compliers: 1 }, firstStage: { f: null } });
  const [low, high] = effect.interval;
  expect(effect.detail?.andersonRubin).toMatchObject({
    shape: "interval",
    bounds: [expect.closeTo(low, 9), expect.closeTo(high, 9)],
  });
});

test("names one-sided and two-sided refusal, and turning the labels around leaves the effect", () => {
  const oneSided = draw(seededRandom(53), { always: 0 });
  expect(estimated(complierEffect(armsOf(oneSided))).detail).toMatchObject({ compliance: { kind: "one-sided" } });
  const people = draw(seededRandom(54));
  const { treated, control } = armsOf(people);
  const effect = estimated(complierEffect({ treated, control }));
  const turned = estimated(complierEffect({ treated: control, control: treated }));
  expect(effect.detail).toMatchObject({ compliance: { kind: "two-sided" } });
  expectRelative([turned.estimate, turned.standardError], [effect.estimate, effect.standardError], 1e-9);
  const scaled = estimated(complierEffect(armsOf(people.map((p) => ({ ...p, outcome: 1e9 + 1e3 * p.outcome })))));
  expectRelative(
    [scaled.estimate / 1e3, (scaled.standardError ?? 0) / 1e3],
    [effect.estimate, effect.standardError],
    1e-6,
  );
});

test("the Anderson-Rubin set is the effects not rejected, on a grid, in all three shapes", () => {
  const holds = (set: AndersonRubinSet, b: number) => {
    if (set.shape === "everything") return true;
    const isInside = b >= set.bounds[0] && b <= set.bounds[1];
    return set.shape === "interval" ? isInside : b <= set.bounds[0] || b >= set.bounds[1];
  };
  const shapes = new Set<string>();
  for (const [takeUp, outcome] of [
    [0.5, 1],
    [0.1, 1],
    [0.1, 0.1],
    [-0.5, 1],
  ] as const) {
    const effects = { outcome, takeUp, outcomeVariance: 0.04, takeUpVariance: 0.01, covariance: 0.005 };
    const set = andersonRubin(effects, 100, 0.95);
    shapes.add(set.shape);
    for (let b = -40.03; b < 40; b += 0.1) {
      const variance = 0.04 - 2 * b * 0.005 + b * b * 0.01;
      const isKept = Math.abs(outcome - b * takeUp) <= 1.98397151845 * Math.sqrt(variance);
      expect(holds(set, b), `${takeUp} ${outcome} ${b}`).toBe(isKept);
    }
  }
  expect([...shapes].sort()).toEqual(["everything", "interval", "outside"]);
});

test("refuses empty arms, one cluster, and take-up that does not differ", () => {
  const nobody = jointMomentsOf([[], []]);
  const some = jointMomentsOf([
    [1, 2, 4],
    [1, 0, 1],
  ]);
  expect(complierEffect({ treated: some, control: nobody })).toMatchObject({ reason: "no-comparison" });
  expect(complierEffect({ treated: some, control: jointMomentsOf([[1], [0]]) })).toMatchObject({
    reason: "too-few-people",
  });
  expect(complierEffect({ treated: some, control: some })).toMatchObject({ reason: "no-denominator" });
  const constant = jointMomentsOf([
    [2, 2, 2],
    [0, 0, 0],
  ]);
  const full = jointMomentsOf([
    [5, 5, 5],
    [1, 1, 1],
  ]);
  expect(complierEffect({ treated: full, control: constant })).toMatchObject({ reason: "no-variation" });
  const rows = clusterRows(draw(seededRandom(55), { clusters: 2, shock: 1 }));
  expect(complierEffectClustered(rows)).toMatchObject({ reason: "too-few-clusters" });
  expect(complierEffectClustered([])).toMatchObject({ reason: "no-comparison" });
});

function missShare(seed: number, studies: number, isMissed: (random: Random) => boolean): number {
  const random = seededRandom(seed);
  let missed = 0;
  for (let study = 0; study < studies; study += 1) if (isMissed(random)) missed += 1 / studies;
  return missed;
}
const slack = (studies: number) => 3 * Math.sqrt((0.05 * 0.95) / studies);

test("the complier effect is covered 95% of the time, clustered or not", () => {
  const plain = missShare(56, 1000, (random) => {
    const [low, high] = estimated(complierEffect(armsOf(draw(random, { people: 200 })))).interval;
    return low > 2 || high < 2;
  });
  expect(Math.abs(plain - 0.05)).toBeLessThan(slack(1000));
  const clustered = missShare(57, 500, (random) => {
    const people = draw(random, { people: 400, clusters: 40, shock: 1 });
    const [low, high] = estimated(complierEffectClustered(clusterRows(people))).interval;
    return low > 2 || high < 2;
  });
  expect(Math.abs(clustered - 0.05)).toBeLessThan(slack(500));
}, 60_000);

test("with a weak first stage the Anderson-Rubin set still covers 95% of the time", () => {
  const missed = missShare(58, 1000, (random) => {
    const effect = estimated(complierEffect(armsOf(draw(random, { people: 100, compliers: 0.06 }))));
    const set = effect.detail?.andersonRubin as AndersonRubinSet;
    if (set.shape === "everything") return false;
    const isInside = 2 >= set.bounds[0] && 2 <= set.bounds[1];
    return set.shape === "interval" ? !isInside : 2 > set.bounds[0] && 2 < set.bounds[1];
  });
  expect(Math.abs(missed - 0.05)).toBeLessThan(slack(1000));
}, 60_000);
