import { expect, test } from "vitest";
import { groupText, parseGroup, spanOf, windowText } from "./group-rule";

const id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

test.each([
  "all",
  `unit:${id}~role:${id}`,
  "tenure:0-1",
  "tenure:10-",
  "hired:2026-Q1",
  `arm:${id}:wave-1%3A%20north`,
  "exposed:any",
  "exposed:delivery:in_flow@2026-Q1",
  "unexposed:format:Micro%20course%7E%40@2025-11..2026-02",
  `exposed:activity:${id}@ever`,
  `cohort:${id}`,
])("%s is a group and is written the same again", (text) => {
  const conditions = parseGroup(text);
  expect(conditions).not.toBeNull();
  expect(conditions && groupText(conditions)).toBe(text);
});

test.each([
  "",
  "unit:1",
  "tenure:2-4",
  "hired:2026",
  `arm:${id}:`,
  "exposed:delivery:both",
  "exposed:any:thing",
  "exposed:format:",
  "exposed:any@2026-13",
  "exposed:any@2026-05..2026-02",
  `unit:${id}~nonsense`,
  Array.from({ length: 7 }, () => "exposed:any").join("~"),
])("%s names no group", (text) => {
  expect(parseGroup(text)).toBeNull();
});

test("months of a window are written by their first and last", () => {
  expect(spanOf("2026-Q1")).toEqual({ start: "2026-01-01", end: "2026-04-01" });
  expect(windowText({ start: "2025-11-01", end: "2026-03-01" })).toBe("2025-11..2026-02");
  expect(spanOf("2025-11..2026-02")).toEqual({ start: "2025-11-01", end: "2026-03-01" });
});
