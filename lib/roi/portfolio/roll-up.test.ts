import { expect, test } from "vitest";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { given, givenCost } from "@/test/given-case";
import { givenDraws, givenMoney, givenPeople } from "@/test/given-portfolio";
import { drawPortfolio } from "./draw-portfolio";
import { rollUp } from "./roll-up";

const together = async (monies: InitiativeMoney[], people: ReturnType<typeof givenPeople>) =>
  rollUp(await drawPortfolio(monies, people, givenDraws), 5);

test("one initiative is worth at the enterprise what its own page says, to the last digit", async () => {
  const money = givenMoney("a");
  const { benefit, net, lossProbability, returnOnInvestment } = await together([money], givenPeople({ a: 100 }));
  const { result } = money;
  expect({ benefit, net, lossProbability, returnOnInvestment }).toEqual({
    benefit: result.benefit,
    net: result.net,
    lossProbability: result.lossProbability,
    returnOnInvestment: result.returnOnInvestment,
  });
});

test("of several initiatives each brings to the enterprise, to its grade and to its kind of value what its own page says, to the last digit", async () => {
  const monies = [givenMoney("a", { grade: "A" }), givenMoney("b", { grade: "B" }), givenMoney("c", { grade: "C" })];
  const { byGrade, shares } = await together(monies, givenPeople({ a: 100, b: 100, c: 100 }));
  const own = monies.map(({ result }) => result.benefit);
  expect(shares.map(({ benefit }) => benefit)).toEqual(own);
  expect(byGrade.map(({ benefit }) => benefit)).toEqual(own);
});

test("with other people in each, the figures add up; what is spent is the sum in any case", async () => {
  const [a, b] = [givenMoney("a"), givenMoney("b")];
  const apart = await together([a, b], givenPeople({ a: 100, b: 100 }));
  expect(apart).toMatchObject({ spent: 20_000, added: 60_000, overlaps: [] });
  expect(apart.benefit.central).toBeCloseTo(60_000, 6);
  const [low, high] = apart.benefit.interval;
  expect(low).toBeGreaterThan(2 * (a.result.benefit.interval[0] ?? 0));
  expect(high).toBeLessThan(2 * (a.result.benefit.interval[1] ?? 0));
});

test("the same people in the same stream bring what the stronger one brings, and it is told what was taken out", async () => {
  const [a, b] = [givenMoney("a", { grade: "C" }), givenMoney("b", { grade: "A" })];
  const found = await together([a, b], givenPeople({ "a b": 100 }));
  expect(found.benefit.central).toBeCloseTo(30_000, 6);
  expect(found).toMatchObject({
    spent: 20_000,
    added: 60_000,
    overlaps: [{ title: "The a programme", countedInTitle: "The b programme", people: 100, share: 1, money: 30_000 }],
  });
  expect(found.byGrade.map(({ grade, benefit }) => [grade, Math.round(benefit.central)])).toEqual([
    ["A", 30_000],
    ["B", 0],
    ["C", 0],
  ]);
  expect(found.shares.map(({ single, benefit }) => [single, Math.round(benefit.central)])).toEqual([
    [30_000, 0],
    [30_000, 30_000],
  ]);
});

test("half of the people shared takes out a quarter of two equal figures, in every draw", async () => {
  const found = await together([givenMoney("a"), givenMoney("b")], givenPeople({ a: 50, b: 50, "a b": 50 }));
  expect(found.benefit.central).toBeCloseTo(45_000, 6);
});

test("grades D and E are plausible and not counted; what nobody can compute is in neither", async () => {
  const observed = givenMoney("d", { grade: "D", lines: [{ unproven: "grade" }] });
  const unknown = givenMoney("n", { lines: [{ factors: [{ key: "volume", assumption: given("pieces", null) }] }] });
  const found = await together([observed, unknown], givenPeople({ d: 100, n: 100 }));
  expect(found.benefit).toEqual({ central: 0, interval: [0, 0] });
  expect(found.plausible).toMatchObject({ lines: 1, benefit: { central: expect.closeTo(30_000, 6) } });
  expect(found.others).toEqual([{ because: "missing", lines: 1 }]);
  expect(found.lossProbability).toBe(1);
});

test("a secondary KPI whose own result does not hold is plausible, whatever its grade, and takes nothing from what is counted", async () => {
  const chance = givenMoney("a", { grade: "C", lines: [{ unproven: "chance" }] });
  const counted = givenMoney("b", { grade: "C" });
  const found = await together([chance, counted], givenPeople({ "a b": 50, a: 50, b: 50 }));
  expect(found.benefit.central).toBeCloseTo(30_000, 6);
  expect(found.plausible).toMatchObject({ lines: 1, benefit: { central: expect.closeTo(15_000, 6) } });
  expect(found.others).toEqual([]);
});

test("an assumption that two cases share is wrong in both at once: the range is wider than of two that share nothing", async () => {
  const wage = (id: string) => [
    { key: "volume", assumption: given(`pieces ${id}`, 5000) },
    { key: "value_per_unit", assumption: given(id, 3, [0.5, 5.5]) },
  ];
  const two = (first: string, second: string) =>
    together(
      [givenMoney("a", { lines: [{ factors: wage(first) }] }), givenMoney("b", { lines: [{ factors: wage(second) }] })],
      givenPeople({ a: 100, b: 100 }),
    );
  const [shared, own] = [await two("wage", "wage"), await two("wage a", "wage b")];
  const width = ({ benefit }: typeof shared) => benefit.interval[1] - benefit.interval[0];
  expect(shared.benefit.central).toBeCloseTo(own.benefit.central, 6);
  expect(width(shared)).toBeGreaterThan(1.2 * width(own));
});

test("the order in which initiatives come changes nothing", async () => {
  const monies = [givenMoney("a"), givenMoney("b", { grade: "C" }), givenMoney("c", { grade: "A" })];
  const people = givenPeople({ a: 20, "a b": 30, "b c": 10, "a b c": 5, c: 4 });
  expect(await together(monies.toReversed(), people)).toEqual(await together(monies, people));
});

test("where nothing was spent there is no return, and the loss is none", async () => {
  const free = givenMoney("a", { case: { costs: [] } });
  const found = await together([free], givenPeople({ a: 100 }));
  expect(found).toMatchObject({ returnOnInvestment: null, spent: 0 });
  const dear = givenMoney("b", { case: { costs: [givenCost({ amount: 1e6 })] } });
  expect((await together([dear], givenPeople({ b: 100 }))).lossProbability).toBe(1);
});

test("how many a few people are is not told, only that they count once", async () => {
  const found = await together([givenMoney("a"), givenMoney("b")], givenPeople({ a: 97, b: 97, "a b": 3 }));
  expect(found.overlaps).toMatchObject([{ people: null, share: null, counted: true }]);
  expect(found.benefit.central).toBeLessThan(found.added);
});
