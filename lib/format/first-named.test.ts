import { expect, test } from "vitest";
import { firstNamed } from "./first-named";

test("a list names the first and counts the rest", () => {
  expect(firstNamed(["one", "two"], 2)).toBe("one; two");
  expect(firstNamed(["one", "two", "three", "four"], 2)).toBe("one; two; and 2 more");
  expect(firstNamed([])).toBe("");
});
