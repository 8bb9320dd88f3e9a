import { expect, test } from "vitest";
import { mattersOf, neededEffect } from "./matters";

const side = (mean: number, sd: number | null = 2) => ({ n: 40, mean, sd, ci: null });
const levels = (treated: number) => ({ treated: side(treated), control: side(10, 3) });
const facts = {
  estimate: 1,
  direction: "up",
  log: false,
  target: null,
  levels: levels(11),
  planned: null,
  convention: null,
} as const;

test("the target needs what the level without the programme lacks", () => {
  // Trained stand at 11 after an effect of 1: without it 10, so a target of 12.5 needs 2.5.
  expect(neededEffect({ ...facts, target: 12.5 })).toBeCloseTo(2.5, 12);
  expect(neededEffect({ ...facts, target: 9 })).toBeNull();
  expect(neededEffect({ ...facts, direction: "down", estimate: -1, target: 7 })).toBeCloseTo(-5, 12);
  expect(neededEffect(facts)).toBeNull();
});

test("of logarithms the target is a ratio", () => {
  // 11 after a factor of 1.1: without it 10, so 12 needs a factor of 1.2.
  expect(neededEffect({ ...facts, log: true, estimate: Math.log(1.1), target: 12 })).toBeCloseTo(Math.log(1.2), 12);
  expect(neededEffect({ ...facts, log: true, target: 0 })).toBeNull();
});

test("the target goes before the plan, the plan before convention, convention before a fifth of the spread", () => {
  expect(mattersOf({ ...facts, target: 12.5, planned: 0.4, convention: 0.1 })).toEqual({
    value: 2.5,
    because: "target",
  });
  expect(mattersOf({ ...facts, target: 9, planned: 0.4, convention: 0.1 })).toEqual({ value: 0.4, because: "plan" });
  expect(mattersOf({ ...facts, convention: 0.1 })).toEqual({ value: 0.1, because: "convention" });
  expect(mattersOf(facts)?.value).toBeCloseTo(0.6, 12);
  expect(mattersOf({ ...facts, log: true })?.value).toBeCloseTo(0.2 * 0.3, 12);
  expect(mattersOf({ ...facts, levels: null })).toBeNull();
});
