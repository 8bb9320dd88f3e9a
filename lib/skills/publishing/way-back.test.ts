import { expect, test } from "vitest";
import { heirOf, withHeirs } from "@/lib/skills/tree/follow-heirs";
import { aSkill, smallTree } from "@/test/given-taxonomy";
import { wayBack } from "./way-back";

const step = (from: string, to: string, merged = true) => ({ from, to, merged });

test("what followed a merged skill goes back to it from where a line of mergers took it", () => {
  expect(wayBack("c", [step("b", "c"), step("a", "b")], new Set(["a"]))).toBe("a");
  expect(wayBack("c", [step("b", "c"), step("a", "b")], new Set(["b"]))).toBe("b");
});

test("it stays where it is when nothing of its way comes back, or somebody has put it elsewhere", () => {
  expect(wayBack("c", [step("b", "c")], new Set(["x"]))).toBe("c");
  expect(wayBack("x", [step("b", "c"), step("a", "b")], new Set(["a"]))).toBe("x");
  expect(wayBack("c", [step("b", "c"), step("a", "x")], new Set(["a"]))).toBe("c");
});

test("a step that a rollback took is no merger to come back from", () => {
  expect(wayBack("a", [step("b", "a", false), step("a", "b")], new Set(["b"]))).toBe("a");
});

test("a rollback goes all the way, there and back again", () => {
  expect(wayBack("c", [step("b", "c"), step("a", "b")], null)).toBe("a");
  expect(wayBack("a", [step("b", "a", false)], null)).toBe("b");
});

test("an heir is the first of the line that stands, and a line that breaks off or runs in a circle has none", () => {
  const heirs = new Map([
    ["a", "b"],
    ["b", "c"],
    ["x", "y"],
    ["y", "x"],
  ]);
  expect(heirOf("a", heirs, (id) => id === "c")).toBe("c");
  expect(heirOf("a", heirs, (id) => id !== "a")).toBe("b");
  expect(heirOf("a", heirs, () => false)).toBeNull();
  expect(heirOf("x", heirs, () => false)).toBeNull();
});

test("a removal has an heir of its own kind or none", () => {
  const gone = aSkill("s", "Gone");
  const [first] = smallTree.values();
  if (!first) throw new Error("Nothing there");
  const changes = [{ id: "s", before: gone, after: null, heir: first.id }];
  expect(withHeirs(changes, smallTree, new Map([["s", first.id]]))).toEqual([{ id: "s", before: gone, after: null }]);
});
