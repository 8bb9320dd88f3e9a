import { expect, test } from "vitest";
import { budgetsFor, type Candidate, initialBudget, whatIf } from "./what-if";

/** A person costs 100 and brings 150, in half of the draws 50 and in the other 250. */
const candidate = (code: string, changes: Partial<Candidate> = {}): Candidate => ({
  initiativeId: code,
  code,
  title: code,
  grade: "B",
  reachable: 10,
  costPerPerson: 100,
  benefitPerPerson: 150,
  draws: Float64Array.from({ length: 400 }, (_, draw) => (draw % 2 === 0 ? 50 : 250)),
  ...changes,
});

test("a budget goes to as many people as it pays for, and no further than there are people", () => {
  expect(whatIf([candidate("a")], 450)).toMatchObject({
    spent: 400,
    funded: [{ people: 4, everybody: false, spent: 400, benefit: { central: 600, interval: [200, 1000] } }],
    net: { central: 200, interval: [-200, 600] },
    lossProbability: 0.5,
  });
  expect(whatIf([candidate("a")], 5000)).toMatchObject({ spent: 1000, funded: [{ people: 10, everybody: true }] });
});

test("the stronger evidence is funded first, then what gives more for the money at the lower end of its range", () => {
  const weak = candidate("weak", { grade: "C", benefitPerPerson: 900 });
  const wide = candidate("wide", {
    benefitPerPerson: 300,
    draws: Float64Array.from({ length: 400 }, (_, draw) => draw - 100),
  });
  const firm = candidate("firm");
  const order = (budget: number) => whatIf([weak, wide, firm], budget).funded.map(({ title }) => title);
  expect(order(900)).toEqual(["firm"]);
  expect(order(1900)).toEqual(["firm", "wide"]);
  expect(order(3000)).toEqual(["firm", "wide", "weak"]);
});

test("nothing is claimed for no budget, for what has no cost on file, or without candidates", () => {
  const nothing = { spent: 0, funded: [], benefit: { central: 0, interval: [0, 0] }, lossProbability: null };
  expect(whatIf([candidate("a")], 0)).toMatchObject(nothing);
  expect(whatIf([candidate("a", { costPerPerson: 0 })], 1000)).toMatchObject(nothing);
  expect(whatIf([], 1000)).toMatchObject(nothing);
});

test("more money never brings less, and twice the people bring twice as much", () => {
  const both = [candidate("a"), candidate("b", { grade: "A", costPerPerson: 70 })];
  const benefits = budgetsFor(both).map((budget) => whatIf(both, budget).benefit.central);
  expect(benefits).toEqual(benefits.toSorted((one, other) => one - other));
  const [two, four] = [200, 400].map((budget) => whatIf([candidate("a")], budget).benefit);
  expect(four?.central).toBe(2 * (two?.central ?? 0));
  expect(four?.interval).toEqual(two?.interval.map((end) => 2 * end));
});

test("budgets are round and reach what everybody costs", () => {
  const budgets = budgetsFor([candidate("a", { reachable: 173 })]);
  expect(budgets.slice(0, 3)).toEqual([0, 1000, 2000]);
  expect(budgets.at(-1)).toBe(18_000);
  expect(budgetsFor([])).toEqual([0]);
});

test("the address chooses the nearest budget, the largest where it asks for more, and the middle where it asks for none", () => {
  const choices = [0, 1000, 2000].map((budget) => ({ budget }));
  const asked = (of: string | string[] | undefined) => initialBudget(choices, of);
  expect(["900", "-5", "1e9", "1e99", "1e999"].map(asked)).toEqual([1, 0, 2, 2, 2]);
  expect([undefined, "", "much", ["1", "2"]].map(asked)).toEqual([1, 1, 1, 1]);
  expect(initialBudget([], "5")).toBe(0);
});
