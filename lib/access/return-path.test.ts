import { expect, test } from "vitest";
import { returnPath } from "./return-path";

test("a path of this site is kept, with its filters", () => {
  expect(returnPath("/scorecard?unit=1&period=Q3")).toBe("/scorecard?unit=1&period=Q3");
});

test.each([
  undefined,
  "",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "javascript:1",
  ["/a"],
])("%s leads to the front page", (from) => {
  expect(returnPath(from)).toBe("/");
});
