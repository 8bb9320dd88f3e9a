import { expect, test } from "vitest";
import { randomFrom } from "@/test/random-from";
import { countBeyondNoise, rankMovers } from "./rank-movers";
import type { Change } from "./scorecard";

const z = 1.959964;
const moved = (estimate: number, error: number): Change => ({
  kind: "difference",
  estimate,
  interval: [estimate - z * error, estimate + z * error],
  method: "",
  verdict: "unclear",
});
const times = (estimate: number, low: number, high: number): Change => ({
  kind: "ratio",
  estimate,
  interval: [low, high],
  method: "",
  verdict: "unclear",
});
const rows = (changes: readonly Change[]) => changes.map((change, index) => ({ id: `u${index}`, change }));

test("a group stands out when its p, adjusted for how many are looked at, is at most 5%", () => {
  // z of 3, 2.2 and 0: p of 0.0027, 0.0278 and 1, by Benjamini and Hochberg 0.0081, 0.0417 and 1.
  const three = rankMovers(rows([moved(3, 1), moved(2.2, 1), moved(0, 1)]));
  expect(three.map((one) => [one.id, one.moved, Number(one.adjustedP.toFixed(4))])).toEqual([
    ["u0", true, 0.0081],
    ["u1", true, 0.0417],
    ["u2", false, 1],
  ]);
  // Among ten the second p is 0.139: one that passes alone does not pass in company.
  const ten = rankMovers(rows([moved(3, 1), moved(2.2, 1), ...Array.from({ length: 8 }, () => moved(0, 1))]));
  expect(ten.filter((one) => one.moved).map(({ id }) => id)).toEqual(["u0"]);
});

test("what little is known of is pulled further, so that it cannot lead by luck", () => {
  const four = rankMovers(rows([moved(2, 0.2), moved(1, 0.2), moved(0, 0.2), moved(-1, 0.2), moved(2.4, 3)]));
  expect(four.map(({ id }) => id)[0]).toBe("u0");
  const small = four.find(({ id }) => id === "u4");
  expect(small?.shrunken?.value).toBeLessThan(1.7);
  expect(small).toMatchObject({ change: 2.4, moved: false });
  expect(small?.rank).toEqual([1, 5]);
});

test("under four groups nothing is pulled, and a change without an interval has no rank", () => {
  const none: Change = { kind: "none", reason: "" };
  const bare: Change = { kind: "difference", estimate: 9, interval: null, method: "", verdict: "unclear" };
  const three = rankMovers(rows([moved(1, 1), none, moved(2, 1), bare]));
  expect(three.map(({ id, shrunken }) => [id, shrunken])).toEqual([
    ["u2", null],
    ["u0", null],
  ]);
});

test("ratios are judged on their logarithm and given back as ratios", () => {
  const ranked = rankMovers(
    rows([times(2, 1.5, 8 / 3), times(0.5, 0.375, 2 / 3), times(1, 0.75, 4 / 3), times(1, 0.5, 2)]),
  );
  expect([ranked[0]?.id, ranked[3]?.id]).toEqual(["u0", "u1"]);
  const [twice, , , half] = ranked;
  expect(twice).toMatchObject({ change: 2, interval: [1.5, 8 / 3], moved: true });
  expect((twice?.shrunken?.value ?? 0) * (half?.shrunken?.value ?? 0)).toBeCloseTo(1, 10);
  expect(rankMovers(rows([times(2, 1, Number.POSITIVE_INFINITY), times(0, 0, 3)]))).toEqual([]);
});

test("the order of the rows changes nothing", () => {
  const random = randomFrom(11).next;
  const groups = rows(Array.from({ length: 20 }, () => moved(4 * random() - 2, 0.2 + random())));
  const first = rankMovers(groups);
  const again = rankMovers(groups.toReversed());
  expect(again.map(({ id, moved: is, rank }) => [id, is, rank])).toEqual(
    first.map(({ id, moved: is, rank }) => [id, is, rank]),
  );
});

test("of pure noise hardly ever anybody stands out, however many are looked at", () => {
  const random = randomFrom(5).next;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const runs = 1_000;
  let anybody = 0;
  for (let run = 0; run < runs; run += 1) {
    const changes = Array.from({ length: 25 }, () => moved(normal(), 1));
    if (countBeyondNoise(changes).moved > 0) anybody += 1;
  }
  expect(anybody / runs).toBeLessThan(0.075);
  expect(countBeyondNoise([moved(0, 1), moved(0.1, 1), { kind: "none", reason: "" }])).toEqual({ moved: 0, of: 2 });
});
