import { expect, test } from "vitest";
import { riskDifferenceNewcombe, wilsonInterval } from "@/lib/stats/newcombe";
import { randomFrom } from "@/test/random-from";
import { ownStanding } from "./own-standing";
import type { FigureState, Point } from "./scorecard";

const point = (state: FigureState): Point => ({ period: "", start: "", state });
const figure = (value: number, half: number | null): Point =>
  point({
    kind: "figure",
    value,
    interval: half === null ? null : [value - half, value + half],
    people: 40,
    method: "",
    numerator: null,
    denominator: null,
  });
const withheld = point({ kind: "withheld", minimum: 5, why: "too-few" });
const course = (values: number[], half: number | null) => values.map((value) => figure(value, half));

test("the highest of its history is sure only where it lies above every earlier figure beyond chance", () => {
  // Halves of 1 part from a gap of sqrt(2) on.
  expect(ownStanding(course([1, 2, 3, 4, 5.42], 1))).toEqual({
    place: "highest",
    isSure: true,
    range: [1, 4],
    above: 4,
    earlier: 4,
  });
  expect(ownStanding(course([1, 2, 3, 4, 5.41], 1))).toMatchObject({ place: "highest", isSure: false });
  expect(ownStanding(course([4, 3, 2, 1, -0.42], 1))).toMatchObject({ place: "lowest", isSure: true, above: 0 });
  expect(ownStanding(course([4, 3, 2, 1, 0.9], 1))).toMatchObject({ place: "lowest", isSure: false });
});

test("within its range, or as high as before, it is neither; without an interval it is never sure", () => {
  expect(ownStanding(course([1, 2, 3, 4, 2.5], 1))).toMatchObject({ place: "within", isSure: false, above: 2 });
  expect(ownStanding(course([1, 2, 3, 4, 4], 1))).toMatchObject({ place: "within" });
  expect(ownStanding(course([1, 2, 3, 4, 400], null))).toMatchObject({ place: "highest", isSure: false });
});

test("nothing is said where there are under four earlier figures, or none now", () => {
  expect(ownStanding(course([1, 2, 3, 9], 1))).toBeNull();
  expect(ownStanding([withheld, ...course([1, 2, 3, 9], 1)])).toBeNull();
  expect(ownStanding([...course([1, 2, 3, 4], 1), withheld])).toBeNull();
  expect(ownStanding([withheld, ...course([1, 2, 3, 4, 9], 1)])).toMatchObject({ earlier: 4 });
});

test("two shares are told apart exactly where Newcombe's interval of their difference excludes zero", () => {
  const share = (events: number): Point => {
    const [low, high] = wilsonInterval({ n: 80, events });
    const told = { people: 80, method: "", numerator: null, denominator: null };
    return point({ kind: "figure", value: events / 80, interval: [low, high], ...told });
  };
  for (let events = 41; events <= 80; events += 1) {
    const { interval } = riskDifferenceNewcombe({ treated: { n: 80, events }, control: { n: 80, events: 40 } }) as {
      interval: [number, number];
    };
    const standing = ownStanding([...[40, 40, 40, 40].map(share), share(events)]);
    expect(standing?.isSure).toBe(interval[0] > 0);
  }
});

test("of pure noise a highest or lowest is called sure far less often than one time in twenty", () => {
  const random = randomFrom(3).next;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const runs = 2_000;
  let sure = 0;
  for (let run = 0; run < runs; run += 1) {
    const values = Array.from({ length: 8 }, normal);
    if (ownStanding(course(values, 1.96))?.isSure) sure += 1;
  }
  expect(sure / runs).toBeLessThan(0.05);
});
