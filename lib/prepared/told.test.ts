import { expect, test } from "vitest";
import { type Told, toldOf } from "./told";

const older = (day: string): Told => ({ kind: "older", computedAt: new Date(day) });

test("several answers are told as the one that is furthest behind", () => {
  expect(toldOf({ kind: "current" }, { kind: "current" })).toEqual({ kind: "current" });
  expect(toldOf({ kind: "current" }, older("2026-01-02"), older("2026-01-01"))).toEqual(older("2026-01-01"));
  expect(toldOf(older("2026-01-01"), { kind: "preparing" })).toEqual({ kind: "preparing" });
  expect(toldOf({ kind: "failed" }, { kind: "preparing" })).toEqual({ kind: "failed" });
});
