import { expect, test } from "vitest";
import { parseTarget, typedTarget } from "./typed-target";

test("shares are written in per cent, with either decimal mark", () => {
  expect(parseTarget("80", "share")).toBe(0.8);
  expect(parseTarget(" 12,5 % ", "share")).toBe(0.125);
  expect(parseTarget("2.5", "levels")).toBe(2.5);
});

test("what is no number is no target", () => {
  for (const typed of ["", "%", "eighty", "1.2.3", "1,2,3", "1e9", "-"]) expect(parseTarget(typed, "share")).toBeNull();
});

test("a target is offered for change exactly as it was written", () => {
  for (const typed of ["7", "29", "57.1", "0.1"]) {
    expect(typedTarget(parseTarget(typed, "share") ?? Number.NaN, "share")).toBe(typed);
  }
});
