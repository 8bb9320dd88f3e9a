import { expect, test } from "vitest";
import type { HandOff } from "@/lib/work/workflows/read-hand-offs";
import { brittleSpots, type Sign, slowHandOffs } from "./brittle-spots";

const handOff = (from: string, median: number | null): HandOff => ({
  caseType: "Case",
  fromTaskId: from,
  toTaskId: "next",
  from,
  to: "next",
  fromRole: "clerk",
  toRole: "billing",
  times: 50,
  known: 50,
  median,
  most: median,
  withheld: median === null,
});

test("a hand-off is slow that takes eight hours and three times the middle one of the others", () => {
  const found = slowHandOffs([handOff("a", 48), handOff("b", 3), handOff("c", 5), handOff("d", null)]);
  expect(found).toMatchObject([{ taskId: "a", reason: { kind: "slow-hand-off", median: 48, usual: 4 } }]);
  expect(slowHandOffs([handOff("a", 7), handOff("b", 1)])).toEqual([]);
  expect(slowHandOffs([handOff("a", 48), handOff("b", 20)])).toEqual([]);
  expect(slowHandOffs([handOff("a", 48)])).toEqual([]);
});

test("signs of one task stand together, each once, the task with most kinds first", () => {
  const sign = (taskId: string, reason: Sign["reason"]): Sign => ({ taskId, task: taskId, role: null, reason });
  const spots = brittleSpots([
    sign("a", { kind: "process" }),
    sign("b", { kind: "process" }),
    sign("b", { kind: "rests-on-few", requests: 20 }),
    sign("a", { kind: "process" }),
  ]);
  expect(spots.map(({ taskId, reasons }) => [taskId, reasons.length])).toEqual([
    ["b", 2],
    ["a", 1],
  ]);
});
