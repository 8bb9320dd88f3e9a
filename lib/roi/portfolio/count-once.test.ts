import fc from "fast-check";
import { expect, test } from "vitest";
import { givenPeople } from "@/test/given-portfolio";
import { type CountedLine, countOnce } from "./count-once";

const line = (id: string, changes: Partial<CountedLine> = {}): CountedLine => ({
  lineId: id,
  initiativeId: id,
  code: id,
  stream: "quality",
  grade: "B",
  counted: true,
  perPerson: 100,
  ...changes,
});

const sum = (lines: CountedLine[], left: Map<string, number>, people: (id: string) => number) =>
  lines.reduce((total, one) => total + one.perPerson * people(one.initiativeId) * (left.get(one.lineId) ?? 1), 0);

test("people who are in one initiative only count there whole", () => {
  const { left, takenOut } = countOnce([line("a"), line("b")], givenPeople({ a: 60, b: 40 }));
  expect([...left.values()]).toEqual([1, 1]);
  expect(takenOut).toEqual([]);
});

test("the same people count in the line with the stronger grade, even where the other gives more", () => {
  const { left, takenOut } = countOnce(
    [line("a", { perPerson: 900, grade: "C" }), line("b")],
    givenPeople({ "a b": 50 }),
  );
  expect(Object.fromEntries(left)).toEqual({ b: 1, a: 0 });
  expect(takenOut).toEqual([
    { lineId: "a", initiativeId: "a", countedIn: "b", stream: "quality", people: 50, share: 1 },
  ]);
});

test("a line that is only plausible takes nobody out of one that is counted, whatever it gives", () => {
  const plausible = line("a", { grade: "C", counted: false, perPerson: 1 });
  const { left } = countOnce([plausible, line("b", { grade: "C" })], givenPeople({ "a b": 50 }));
  expect(Object.fromEntries(left)).toEqual({ b: 1, a: 0 });
});

test("of equal grades the one that gives less for each person counts them", () => {
  const { left } = countOnce([line("a", { perPerson: 200 }), line("b")], givenPeople({ a: 30, "a b": 10, b: 5 }));
  expect(left.get("b")).toBe(1);
  expect(left.get("a")).toBe(0.75);
});

test("another stream is other money, and years that do not overlap are other years", () => {
  const people = givenPeople({ "a b": 10 });
  expect(countOnce([line("a"), line("b", { stream: "labour" })], people).takenOut).toEqual([]);
  const apart = givenPeople({ "a b": 10 }, { a: ["2025-01-01", "2025-12-31"], b: ["2026-01-01", "2026-12-31"] });
  expect(countOnce([line("a"), line("b")], apart).takenOut).toEqual([]);
  const touching = givenPeople({ "a b": 10 }, { a: ["2025-01-01", "2026-01-01"], b: ["2026-01-01", "2026-12-31"] });
  expect(countOnce([line("a"), line("b")], touching).takenOut).toHaveLength(1);
});

test("who is taken out of a line counts nowhere in its years, and so counts in a third one whose years are not those of the first", () => {
  const lines = [line("a", { grade: "A" }), line("b"), line("c", { grade: "C" })];
  const spans: Record<string, [string, string]> = {
    a: ["2024-01-01", "2024-12-31"],
    b: ["2024-07-01", "2025-06-30"],
    c: ["2025-01-01", "2025-12-31"],
  };
  const { left, takenOut } = countOnce(lines, givenPeople({ "a b c": 10, c: 10 }, spans));
  expect(Object.fromEntries(left)).toEqual({ a: 1, b: 0, c: 1 });
  expect(takenOut).toHaveLength(1);
});

test("three initiatives: whoever is in all of them is taken out of two, and told in which one they count", () => {
  const lines = [line("a", { grade: "A" }), line("b", { grade: "B" }), line("c", { grade: "C" })];
  const { left, takenOut } = countOnce(lines, givenPeople({ a: 10, b: 10, c: 10, "a b": 20, "b c": 30, "a b c": 40 }));
  expect(left.get("a")).toBe(1);
  expect(left.get("b")).toBeCloseTo(1 - 60 / 100, 12);
  expect(left.get("c")).toBeCloseTo(1 - 70 / 80, 12);
  expect(takenOut.map(({ initiativeId, countedIn, people }) => [initiativeId, countedIn, people])).toEqual([
    ["b", "a", 60],
    ["c", "b", 30],
    ["c", "a", 40],
  ]);
});

const people = fc.record({
  a: fc.nat(50),
  b: fc.nat(50),
  c: fc.nat(50),
  "a b": fc.nat(50),
  "a c": fc.nat(50),
  "b c": fc.nat(50),
  "a b c": fc.nat(50),
});
const money = fc.record({
  a: fc.integer({ min: 1, max: 500 }),
  b: fc.integer({ min: 1, max: 500 }),
  c: fc.integer({ min: 1, max: 500 }),
});
const grades = fc.array(fc.constantFrom("A" as const, "B" as const, "C" as const), { minLength: 3, maxLength: 3 });

test("never less than what is counted first, never more than the sum, and with one worth for all never less than the largest", () => {
  fc.assert(
    fc.property(people, money, grades, (sets, perPerson, graded) => {
      const shared = givenPeople(sets);
      const of = (id: string) =>
        shared.sets.filter(({ initiativeIds }) => initiativeIds.includes(id)).reduce((all, one) => all + one.people, 0);
      const lines = (["a", "b", "c"] as const).map((id, at) =>
        line(id, { perPerson: perPerson[id], grade: graded[at] ?? "C" }),
      );
      const whole = lines.map((one) => one.perPerson * of(one.initiativeId));
      const { left } = countOnce(lines, shared);
      const total = sum(lines, left, of);
      const first = lines.find((one) => left.get(one.lineId) === 1);
      expect(total).toBeGreaterThanOrEqual((first ? first.perPerson * of(first.initiativeId) : 0) - 1e-6);
      expect(total).toBeLessThanOrEqual(whole.reduce((all, one) => all + one, 0) + 1e-6);
      const same = lines.map((one) => ({ ...one, perPerson: 1 }));
      const everybody = shared.sets.reduce((all, one) => all + one.people, 0);
      expect(sum(same, countOnce(same, shared).left, of)).toBeCloseTo(everybody, 6);
    }),
  );
});

test("in whatever order they come, the same is counted", () => {
  fc.assert(
    fc.property(people, money, grades, (sets, perPerson, graded) => {
      const lines = (["a", "b", "c"] as const).map((id, at) =>
        line(id, { perPerson: perPerson[id], grade: graded[at] ?? "C" }),
      );
      const shared = givenPeople(sets);
      const turned = { ...shared, sets: shared.sets.toReversed() };
      const [one, other] = [countOnce(lines, shared), countOnce(lines.toReversed(), turned)];
      for (const [id, share] of one.left) expect(other.left.get(id)).toBeCloseTo(share, 12);
    }),
  );
});
