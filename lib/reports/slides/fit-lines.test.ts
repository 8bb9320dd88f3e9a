import { expect, test } from "vitest";
import { countThatFit, fitLines, heightOf } from "./fit-lines";

const box = { width: 5, height: 3, sizes: [18, 12], after: 6 };
const text = "A sentence that is long enough to take two lines of a box that is five inches wide.";

test("texts stand in the largest size in which all of them fit", () => {
  expect(fitLines([text], box)).toEqual({ fontSize: 18, lines: [text] });
  const many = Array.from({ length: 6 }, () => text);
  expect(fitLines(many, box)).toEqual({ fontSize: 12, lines: many });
  expect(heightOf(many, { width: 5, fontSize: 12, after: 6 })).toBeLessThanOrEqual(3);
});

test("what does not fit in the smallest is counted", () => {
  const { fontSize, lines } = fitLines(
    Array.from({ length: 40 }, () => text),
    box,
  );
  expect(fontSize).toBe(12);
  expect(lines.at(-1)).toBe(`and ${40 - (lines.length - 1)} more, in the full report`);
  expect(heightOf(lines, { width: 5, fontSize: 12, after: 6 })).toBeLessThanOrEqual(3);
});

test("rows are counted until one is too much", () => {
  expect(countThatFit([1, 1, 1], 3)).toBe(3);
  expect(countThatFit([1, 1, 1], 2.5)).toBe(2);
  expect(countThatFit([4], 3)).toBe(0);
});
