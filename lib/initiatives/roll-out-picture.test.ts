import { expect, test } from "vitest";
import type { GroupTimeDocument } from "@/lib/evaluation/group-time";
import { rollOutPicture } from "./roll-out-picture";

const effect = (group: string, period: string, estimate: number) => ({
  group,
  period,
  estimate,
  standard_error: 1,
  ci: [estimate - 2, estimate + 2] as [number, number],
});
const picked = { estimate: 1.5, standard_error: 1, ci: [-0.5, 3.5] as [number, number] };
const level = (event_time: number) => ({ ...picked, band: [-2, 5] as [number, number], event_time });

/** Two waves over four months; only the first is seen two months after its exposure. */
function givenDetail(sizes: { first: number; second: number }): GroupTimeDocument {
  const group = (name: string, n: number) => ({ group: name, n, clusters: n, single: n === 1 });
  return {
    group_time: [
      effect("2025-02", "2025-02", 1),
      effect("2025-02", "2025-03", 2),
      effect("2025-02", "2025-04", 3),
      effect("2025-04", "2025-02", 0),
      effect("2025-04", "2025-04", 4),
    ],
    refused: [{ group: "2025-04", period: "2025-03", reason: "no-variation" }],
    aggregates: { simple: picked, group: [], calendar: [], event: [-2, -1, 0, 1, 2].map(level) },
    overall: { group: picked, calendar: picked, event: picked },
    pre_trend: { p: null, left_out: [] },
    groups: [group("2025-02", sizes.first), group("2025-04", sizes.second)],
    always_treated: 0,
    incomplete: 0,
    clusters: 60,
    draws: 999,
  };
}

const person = { unit: "person", exposed: [], minimum: 5 };
const shownTimes = (picture: ReturnType<typeof rollOutPicture>) =>
  picture?.events.filter(({ shown }) => shown !== null).map(({ time }) => time);

test("effects are counted from the first exposure of their wave, a refused pair keeping its place", () => {
  const picture = rollOutPicture({ detail: givenDetail({ first: 30, second: 20 }) }, person);
  expect(picture?.periods).toEqual(["2025-02", "2025-03", "2025-04"]);
  expect(picture?.effects.map(({ wave, since }) => `${wave} ${since}`)).toEqual([
    "2025-02 0",
    "2025-02 1",
    "2025-02 2",
    "2025-04 -2",
    "2025-04 0",
  ]);
  expect(picture?.refused).toEqual([{ wave: "2025-04", period: "2025-03", reason: "no-variation" }]);
  expect(picture?.after).toEqual({ estimate: 1.5, interval: [-0.5, 3.5] });
});

test("a wave of too few people is withheld, and with it every time that only it reaches", () => {
  const first = rollOutPicture({ detail: givenDetail({ first: 4, second: 20 }) }, person);
  expect(first?.waves.map(({ withheld }) => withheld)).toEqual([true, false]);
  expect(first?.effects.map(({ wave }) => wave)).toEqual(["2025-04", "2025-04"]);
  expect(shownTimes(first)).toEqual([-2, 0]);

  const second = rollOutPicture({ detail: givenDetail({ first: 30, second: 4 }) }, person);
  expect(shownTimes(second)).toEqual([0, 1, 2]);
  expect(second?.refused).toEqual([]);
});

test("where teams are compared, the people in them decide what is shown", () => {
  const detail = givenDetail({ first: 1, second: 2 });
  const exposed = [
    { period: "2025-01", people: 40 },
    { period: "2025-02", people: 9 },
    { period: "2025-03", people: 2 },
    { period: "2025-04", people: 2 },
  ];
  const picture = rollOutPicture({ detail }, { unit: "team", exposed, minimum: 5 });
  expect(picture?.waves.map(({ withheld, single }) => [withheld, single])).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("a method without group-time effects has no such picture", () => {
  expect(rollOutPicture({ detail: {} }, person)).toBeNull();
  expect(rollOutPicture({ detail: { groups: [], aggregates: null, group_time: [] } }, person)).toBeNull();
});
