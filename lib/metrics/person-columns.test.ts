import { expect, test } from "vitest";
import { dictionary, metricById } from "./dictionary";
import { type Source, sourcesOf } from "./person-columns";

const told: [words: string, sources: Source[]][] = [
  ["learning events", ["learning", "certification"]],
  ["work events", ["work"]],
  ["observations", ["observation"]],
  ["employment history", ["place"]],
];

test.each(dictionary.filter((metric) => metric.kind !== "median"))(
  "$id is recomputed when the facts change that readers are told it comes from",
  (metric) => {
    const sources = sourcesOf(metric);
    expect(sources.has("place")).toBe(true);
    const named = told.filter(([words]) => metric.source.includes(words));
    expect(named).not.toEqual([]);
    for (const [words, some] of named)
      expect(
        some.some((source) => sources.has(source)),
        words,
      ).toBe(true);
  },
);

test("a metric is left alone when other facts change", () => {
  expect(sourcesOf(metricById("reach") ?? never())).toEqual(new Set(["place", "learning"]));
  expect(sourcesOf(metricById("certified") ?? never())).toEqual(new Set(["place", "certification", "observation"]));
  expect(sourcesOf(metricById("promotion_rate") ?? never())).toEqual(new Set(["place"]));
});

test("a column nobody knows the source of is not taken for one that never changes", () => {
  const part = { sql: "p.invented", words: "" };
  expect(() => sourcesOf({ id: "new", numerator: part, denominator: part })).toThrow("p.invented");
});

function never(): never {
  throw new Error("This metric is in the dictionary");
}
