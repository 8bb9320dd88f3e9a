import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { estimators } from "./estimators";

const root = new URL("../../", import.meta.url);

test.each(estimators)("the reference test of $id exists", ({ referenceTest }) => {
  expect(existsSync(new URL(referenceTest, root))).toBe(true);
});

test("every estimator an evaluation can use is described", () => {
  const notEstimators = ["two-passes"];
  const files = readdirSync(new URL("lib/evaluation/estimators", root))
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => !notEstimators.includes(name));
  const described = estimators.map(({ id }) => id.replaceAll("_", "-"));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((name) => !described.includes(name))).toEqual([]);
});

test("each name stands once, so that its anchor is unique", () => {
  expect(new Set(estimators.map(({ id }) => id)).size).toBe(estimators.length);
});
