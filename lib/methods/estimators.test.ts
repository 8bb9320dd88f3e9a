import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chooseMethod } from "@/lib/compare/choose-method";
import { estimators } from "./estimators";
import measuredCoverage from "./measured-coverage.json";
import referenceResults from "./reference-results.json";

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

test("what another program was compared on, or studies were drawn for, is described", () => {
  const known = [...Object.keys(referenceResults), ...measuredCoverage.map(({ method }) => method)];
  const described = estimators.map(({ id }) => id);
  expect(known.length).toBeGreaterThan(40);
  expect(known.filter((id) => !described.includes(id))).toEqual([]);
});

test("what Compare and the ladder compute by is described", () => {
  const kinds = ["rate", "share", "ratio", "mean", "median"] as const;
  const chosen = kinds.flatMap((kind) => [chooseMethod(kind, "level").id, chooseMethod(kind, "previous").id]);
  const beside = ["ratio_of_sums_change", "ratio_of_sums_domains", "dr_att", "dr_did", "empirical_bayes_morris"];
  const described = estimators.map(({ id }) => id);
  expect([...chosen, ...beside, "lagged_within_correlation"].filter((id) => !described.includes(id))).toEqual([]);
});

test("METHODS.md names every method the statistics can put into a result", () => {
  const text = readFileSync(new URL("METHODS.md", root), "utf8");
  const sources = readdirSync(new URL("lib/stats", root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .map((name) => readFileSync(new URL(`lib/stats/${name}`, root), "utf8"));
  const names = sources.flatMap((source) =>
    [...source.matchAll(/\bmethod(?: = |: )"([a-z0-9_]+)"/g)].flatMap(([, name]) => name ?? []),
  );
  expect(new Set(names).size).toBeGreaterThan(40);
  expect([...new Set(names)].filter((name) => !text.includes(`\`${name}\``)).sort()).toEqual([]);
});

test("each name stands once, so that its anchor is unique", () => {
  expect(new Set(estimators.map(({ id }) => id)).size).toBe(estimators.length);
});
