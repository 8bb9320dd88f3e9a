import { expect, test } from "vitest";
import { plotScale } from "./plot-scale";

test("the outermost values stand a little inside the edges, the middle in the middle", () => {
  const place = plotScale([-2, 0, 2]);
  expect([-2, 0, 2].map(place)).toEqual(["3.00%", "50.00%", "97.00%"]);
});

test("values that are all the same still have a place", () => {
  expect(plotScale([0, 0])(0)).toBe("3.00%");
});
