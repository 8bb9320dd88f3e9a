import { expect, test } from "vitest";
import { givenDraws, givenMoney, givenPeople } from "@/test/given-portfolio";
import { candidatesOf } from "./candidates-of";
import { drawPortfolio } from "./draw-portfolio";
import { rangeOf } from "./range-of";

const drawn = (people: Record<string, number>, ...codes: string[]) =>
  drawPortfolio(
    codes.map((code) => givenMoney(code, code === "free" ? { case: { costs: [] } } : {})),
    givenPeople(people),
    givenDraws,
  );

test("one more person costs what a counted one cost, and brings what one brought, in every draw", async () => {
  const portfolio = await drawn({ a: 100 }, "a");
  const { candidates } = candidatesOf(portfolio, new Set(["a"]), new Map([["a", 40]]));
  expect(candidates).toMatchObject([{ reachable: 40, costPerPerson: 100, grade: "B" }]);
  expect(candidates[0]?.benefitPerPerson).toBeCloseTo(300, 9);
  const [low = 0, high = 0] = portfolio.initiatives[0]?.money.result.benefit.interval ?? [];
  const { interval } = rangeOf(300, candidates[0]?.draws ?? new Float64Array());
  expect(interval[0]).toBeCloseTo(low / 100, 6);
  expect(interval[1]).toBeCloseTo(high / 100, 6);
});

test("a further person costs what one who was taught cost, though some of those have left since", async () => {
  const left = givenMoney("a", { people: 80, exposed: 100 });
  const portfolio = await drawPortfolio([left], givenPeople({ a: 80 }), givenDraws);
  const { candidates } = candidatesOf(portfolio, new Set(["a"]), new Map([["a", 40]]));
  expect(candidates[0]?.costPerPerson).toBe(left.result.cost.total / 100);
  expect(candidates[0]?.benefitPerPerson).toBeCloseTo(left.result.benefit.central / 100, 9);
});

test("that some of its people are counted elsewhere does not make a person worth less", async () => {
  const portfolio = await drawn({ a: 50, "a b": 50, b: 50 }, "a", "b");
  const { candidates } = candidatesOf(portfolio, new Set(["b"]), new Map([["b", 10]]));
  expect(candidates[0]?.benefitPerPerson).toBeCloseTo(300, 9);
  const mean = (candidates[0]?.draws ?? new Float64Array()).reduce((sum, value) => sum + value, 0) / givenDraws;
  expect(mean).toBeGreaterThan(280);
  expect(mean).toBeLessThan(320);
});

test("only what is worth scaling is asked for, and what nobody is left for, or has no cost on file, is named", async () => {
  const portfolio = await drawn({ a: 100, b: 100, free: 100 }, "a", "b", "free");
  const { candidates, notScalable } = candidatesOf(
    portfolio,
    new Set(["b", "free"]),
    new Map([
      ["a", 9],
      ["free", 9],
    ]),
  );
  expect(candidates).toEqual([]);
  expect(notScalable.map(({ initiativeId, because }) => [initiativeId, because])).toEqual([
    ["b", "nobody-left"],
    ["free", "no-costs"],
  ]);
});
