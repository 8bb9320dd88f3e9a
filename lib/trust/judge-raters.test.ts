import { expect, test } from "vitest";
import { judgeMeans, judgeSeverity, leastFor } from "./judge-raters";

test("of fewer people than the minimum no figure is given: beside the rater's own ratings it would tell what others said of one", () => {
  const of = (people: number) => ({ rater: "r", people, ratings: 40, estimate: 1.5, error: 0.1, df: 10 });
  expect(judgeMeans("system_gap", [of(4)], leastFor(5))).toMatchObject([
    { status: "cannot-tell", value: null, interval: null, ownP: null, people: 4 },
  ]);
  expect(judgeMeans("system_gap", [of(5)], leastFor(5))).toMatchObject([{ status: "look", value: 1.5 }]);
  const severe = { rater: "r", people: 1, ratings: 40, mean: -2, variance: null, overlap: 1 };
  expect(judgeSeverity([severe], leastFor(5)).findings).toMatchObject([{ status: "cannot-tell", value: null }]);
});
