import { expect, test } from "vitest";
import { metricById } from "@/lib/metrics/dictionary";
import type { Metric } from "@/lib/metrics/metric";
import { changeBetween, stateIn, stateOf } from "./build-tile";
import { changeOf, figureOf, type Sums } from "./sums";
import { verdictOf } from "./verdict";

const sums = (people: number, numerator: number, denominator: number, m2: Partial<Sums> = {}): Sums => ({
  people,
  numerator,
  denominator,
  numeratorM2: 0,
  denominatorM2: 0,
  crossM2: 0,
  ...m2,
});
const metric = (id: string): Metric => {
  const found = metricById(id);
  if (!found) throw new Error(`no metric ${id}`);
  return found;
};

// R: prop.test(13, 20, correct = FALSE)$conf.int
test("a share of people has Wilson's interval", () => {
  expect(figureOf("share", sums(20, 13, 20))).toMatchObject({
    value: 0.65,
    interval: [expect.closeTo(0.43285, 4), expect.closeTo(0.81885, 4)],
  });
});

// R: t.test(c(2, 4, 6, 8))$conf.int is 5 -/+ 4.108
test("a mean per person has the t interval of its moments", () => {
  expect(figureOf("mean", sums(4, 20, 4, { numeratorM2: 20 }))).toMatchObject({
    value: 5,
    interval: [expect.closeTo(0.8917, 3), expect.closeTo(9.1083, 3)],
  });
});

// R: poisson.test(3, 50)$conf.int * 100
test("a rate is per 100 person-years with the exact Poisson interval", () => {
  expect(figureOf("rate", sums(60, 3, 50))).toMatchObject({
    value: 6,
    interval: [expect.closeTo(1.23735, 4), expect.closeTo(17.5346, 3)],
  });
});

test("rates change by a ratio, everything else by a difference, and turning the groups round turns the change", () => {
  const [now, before] = [sums(60, 6, 50), sums(60, 3, 50)];
  expect(changeOf("rate", now, before)).toMatchObject({ estimate: 2 });
  expect(changeOf("rate", before, now)).toMatchObject({ estimate: 0.5 });
  expect(changeOf("share", sums(20, 13, 20), sums(20, 8, 20))).toMatchObject({ estimate: expect.closeTo(0.25, 12) });
});

test("whether a change is better depends on the way the metric should go", () => {
  expect(verdictOf("down", [-0.2, -0.1], 0)).toBe("better");
  expect(verdictOf("up", [-0.2, -0.1], 0)).toBe("worse");
  expect(verdictOf("none", [-0.2, -0.1], 0)).toBe("different");
  expect(verdictOf("down", [-0.2, 0.1], 0)).toBe("unclear");
  expect(verdictOf("down", [0.3, 0.9], 1)).toBe("better");
  expect(verdictOf("up", null, 0)).toBe("unclear");
});

test("no people is no data, a few are withheld, and never is either a zero", () => {
  expect(stateOf(metric("reach"), undefined, 5).kind).toBe("no-data");
  expect(stateOf(metric("reach"), sums(4, 1, 4), 5)).toEqual({ kind: "withheld", minimum: 5, why: "too-few" });
  expect(stateOf(metric("reach"), sums(5, 0, 5), 5)).toMatchObject({
    kind: "figure",
    value: 0,
    interval: [0, expect.any(Number)],
  });
});

test("a value everybody shares is shown without an interval", () => {
  expect(stateOf(metric("quality"), sums(8, 8, 8), 5)).toMatchObject({ kind: "figure", value: 1, interval: null });
});

test("a change from or to a value that few people all share is shown without an interval, and called neither better nor worse", () => {
  const measured = (given: Sums) => ({ state: stateOf(metric("quality"), given, 5), sums: given });
  const [all, most] = [measured(sums(8, 8, 8)), measured({ ...sums(8, 6, 8), numeratorM2: 0.5 })];
  expect(most.state).toMatchObject({ interval: [expect.any(Number), expect.any(Number)] });
  expect(changeBetween(metric("quality"), all, most)).toMatchObject({
    estimate: 0.25,
    interval: null,
    verdict: "unclear",
  });
  expect(changeBetween(metric("quality"), most, all)).toMatchObject({ interval: null, verdict: "unclear" });
  expect(changeBetween(metric("quality"), measured(sums(88, 88, 88)), most)).toMatchObject({ verdict: "better" });
});

test("too early ends when the window has passed, and does not begin before learning does", () => {
  const start = { day: "2026-01-01", says: "Then" };
  const period = (begin: string, end: string) => ({ grain: "quarter", start: begin, end }) as const;
  const state = (begin: string, end: string) =>
    stateIn(metric("retention"), period(begin, end), sums(50, 45, 50), 5, start).kind;
  expect(state("2025-10-01", "2026-01-01")).toBe("figure");
  expect(state("2026-01-01", "2026-04-01")).toBe("too-early");
  expect(state("2026-07-01", "2026-10-01")).toBe("figure");
  expect(stateIn(metric("reach"), period("2026-01-01", "2026-04-01"), sums(50, 45, 50), 5, start).kind).toBe("figure");
});

test("a change against nobody, or against a withheld group, says why there is none", () => {
  const now = { state: stateOf(metric("reach"), sums(20, 13, 20), 5), sums: sums(20, 13, 20) };
  const against = (before: Sums | undefined) =>
    changeBetween(metric("reach"), now, { state: stateOf(metric("reach"), before, 5), sums: before });
  expect(against(undefined)).toEqual({ kind: "none", reason: "There is nothing to compare with." });
  expect(against(sums(3, 1, 3))).toEqual({ kind: "none", reason: "The comparison has too few people to be shown." });
});
