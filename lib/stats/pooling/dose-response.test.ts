import fc from "fast-check";
import { expect, test } from "vitest";
import { leastSquares } from "@/lib/stats/least-squares";
import { seededRandom } from "@/lib/stats/random";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { doseResponse } from "./dose-response";
import { type Hc3Term, hc3Term } from "./hc3-term";
import { isotonic } from "./isotonic";

function term(result: Hc3Term) {
  if (result.kind !== "association") throw new Error(result.reason);
  return result;
}

const random = seededRandom(91);
const dose = Array.from({ length: 40 }, () => Math.floor(12 * random.uniform()));
const outcome = dose.map((value) => 3 + 0.5 * value - 0.02 * value ** 2 + (1 + value / 6) * random.normal());

test("slope and quadratic term are least squares, and HC3 is the squared change when each person is left out", () => {
  for (const terms of [1, 2] as const) {
    const termWithout = (left: number | null) => {
      const rows = Array.from(dose.keys()).filter((row) => row !== left);
      const values = rows.map((row) => dose[row] ?? 0);
      const columns = [values.map(() => 1), values, values.map((value) => value ** 2)].slice(0, terms + 1);
      const { coefficients } = leastSquares(
        columns,
        rows.map((row) => outcome[row] ?? 0),
      );
      return coefficients[terms] ?? Number.NaN;
    };
    const all = termWithout(null);
    const changes = Array.from(dose.keys()).reduce((sum, row) => sum + (termWithout(row) - all) ** 2, 0);
    const result = term(hc3Term(dose, outcome, terms));
    expectRelative(result.coefficient, all, 1e-9);
    expectRelative(result.standardError, Math.sqrt(changes), 1e-9);
    expect(result.degreesOfFreedom).toBe(39 - terms);
  }
});

test("offsets cost no digits, scales carry through", () => {
  const plain = term(hc3Term(dose, outcome, 2));
  for (const scale of [1e9, 1e-9]) {
    const scaled = term(
      hc3Term(
        dose.map((value) => scale * (value + 1000)),
        outcome.map((value) => value + 1000),
        2,
      ),
    );
    expectRelative(scaled.coefficient * scale ** 2, plain.coefficient, 1e-7);
    expectRelative(scaled.standardError * scale ** 2, plain.standardError, 1e-7);
  }
});

test("refuses too few people, one dose, a person who alone fixes the term, and a perfect line", () => {
  expect(hc3Term([1, 2], [1, 2], 1)).toMatchObject({ reason: "too-few-people" });
  expect(hc3Term([2, 2, 2, 2], [1, 2, 3, 4], 1)).toMatchObject({ reason: "collinear" });
  expect(hc3Term([1, 2, 1, 2, 1], [1, 2, 3, 4, 9], 2)).toMatchObject({ reason: "collinear" });
  expect(hc3Term([0, 0, 0, 5], [1, 2, 3, 9], 1)).toMatchObject({ reason: "full-leverage" });
  expect(hc3Term([1, 2, 3, 5], [2, 4, 6, 10], 1)).toMatchObject({ reason: "no-variation" });
  expect(hc3Term([1, 2, 3, 4], [2, 2, 2, 2], 1)).toMatchObject({ reason: "no-variation" });
  expect(hc3Term([1, 2, 3, Number.NaN], [2, 2, 1, 2], 1)).toMatchObject({ reason: "not-finite" });
});

test("a slope of zero is rejected 5% of the time although the spread grows with the dose", () => {
  const source = seededRandom(92);
  const studies = 1500;
  let rejected = 0;
  for (let study = 0; study < studies; study += 1) {
    const doses = Array.from({ length: 60 }, () => 4 * source.uniform());
    const values = doses.map((value) => (0.5 + value) * source.normal());
    if (term(hc3Term(doses, values, 1)).p < 0.05) rejected += 1 / studies;
  }
  expect(Math.abs(rejected - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / studies));
}, 60_000);

test("the monotone curve is the largest of the smallest averages over every block that holds the dose", () => {
  const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 1,
    maxLength: 25,
  });
  fc.assert(
    fc.property(values, fc.constantFrom("up" as const, "down" as const), (people, direction) => {
      const sign = direction === "up" ? 1 : -1;
      const doses = [...new Set(people.map(([at]) => at))].sort((a, b) => a - b);
      const average = (from: number, to: number) => {
        const inside = people.filter(([at]) => at >= from && at <= to).map(([, value]) => sign * value);
        return inside.reduce((sum, value) => sum + value, 0) / inside.length;
      };
      const curve = isotonic(
        people.map(([at]) => at),
        people.map(([, value]) => value),
        direction,
      );
      expect(curve.map((point) => point.dose)).toEqual(doses);
      for (const { dose: at, value, n } of curve) {
        const starts = doses.filter((from) => from <= at);
        const ends = doses.filter((to) => to >= at);
        const expected = Math.max(...starts.map((from) => Math.min(...ends.map((to) => average(from, to)))));
        expect(sign * value).toBeCloseTo(expected, 9);
        expect(n).toBe(people.filter(([point]) => point === at).length);
      }
    }),
  );
});

test("bins hold everybody once, equal doses together, and a cut belongs above it", () => {
  const result = doseResponse({ dose, outcome });
  expect(result.kind).toBe("association");
  expect(result.bins.reduce((sum, bin) => sum + bin.mean.n, 0)).toBe(40);
  const cut = doseResponse({ dose: [0, 0, 0, 1, 2, 3], outcome: [1, 2, 3, 4, 6, 8] }, { cuts: [1] });
  expect(cut.bins.map((bin) => [bin.from, bin.to, bin.mean.n, bin.mean.value])).toEqual([
    [0, 1, 3, 2],
    [1, 3, 3, 6],
  ]);
  const half = 4.302652729911275 / Math.sqrt(3);
  expectRelative(cut.bins[0]?.mean.kind === "figure" ? cut.bins[0].mean.interval : null, [2 - half, 2 + half], 1e-9);
  const empty = doseResponse({ dose: [], outcome: [] });
  expect([empty.bins, empty.monotone]).toEqual([[], []]);
  expect(empty.slope).toMatchObject({ kind: "not-estimable" });
});
