import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";
import { momentsOfTask } from "./moments-of-task";

/** Numerator and denominator of five people in the task, and in all tasks of the role. */
const people = [
  { a: 2, b: 5, A: 3, B: 12 },
  { a: 0, b: 4, A: 1, B: 9 },
  { a: 3, b: 6, A: 3, B: 14 },
  { a: 0, b: 0, A: 2, B: 10 },
  { a: 1, b: 3, A: 1, B: 3 },
];
const sum = (of: (one: (typeof people)[number]) => number) => people.reduce((total, one) => total + of(one), 0);
const task = {
  a: sum(({ a }) => a),
  b: sum(({ b }) => b),
  aa: sum(({ a }) => a * a),
  bb: sum(({ b }) => b * b),
  ab: sum(({ a, b }) => a * b),
  aA: sum(({ a, A }) => a * A),
  aB: sum(({ a, B }) => a * B),
  bA: sum(({ b, A }) => b * A),
  bB: sum(({ b, B }) => b * B),
};
const role = {
  n: people.length,
  A: sum(({ A }) => A),
  B: sum(({ B }) => B),
  AA: sum(({ A }) => A * A),
  BB: sum(({ B }) => B * B),
  AB: sum(({ A, B }) => A * B),
};

test("moments from sums are those of the people themselves", () => {
  const rows = jointMomentsOf([
    people.map(({ a }) => a),
    people.map(({ b }) => b),
    people.map(({ a, A }) => A - a),
    people.map(({ b, B }) => B - b),
  ]);
  const moments = momentsOfTask(task, role);
  expect(moments.n).toBe(5);
  moments.means.forEach((mean, at) => {
    expect(mean).toBeCloseTo(rows.means[at] ?? Number.NaN, 12);
  });
  moments.covariance.flat().forEach((cell, at) => {
    expect(cell).toBeCloseTo(rows.covariance.flat()[at] ?? Number.NaN, 12);
  });
});

test("the task is held against all other work of the same people", () => {
  // 6 of 18 in the task, 4 of 30 in the rest.
  expect(ratioOfSumsChange(momentsOfTask(task, role))).toMatchObject({ kind: "figure", n: 5 });
  const figure = ratioOfSumsChange(momentsOfTask(task, role));
  expect(figure.value).toBeCloseTo(6 / 18 - 4 / 30, 12);
});

test("a role with one task has nothing to be held against", () => {
  const only = { ...task, aA: task.aa, aB: task.ab, bA: task.ab, bB: task.bb };
  const whole = { n: 5, A: task.a, B: task.b, AA: task.aa, BB: task.bb, AB: task.ab };
  expect(ratioOfSumsChange(momentsOfTask(only, whole))).toMatchObject({
    kind: "not-estimable",
    reason: "no-denominator",
  });
});
