import { expect, test } from "vitest";
import { bandPath, curveExtent, curvePath } from "./curve-paths";

const same = (value: number) => value;
const points = [
  { x: 0, value: 1, band: [0, 2] as const },
  { x: 5, value: 3, band: [2, 4] as const },
  { x: 9, value: null, band: null },
];

test("a step holds each value until the next, a line goes straight", () => {
  expect(curvePath(points, false, same, same)).toBe("M0.0 1.0L5.0 3.0");
  expect(curvePath(points, true, same, same)).toBe("M0.0 1.0L5.0 1.0L5.0 3.0");
});

test("a band goes there along its upper ends and back along its lower ones, and is nothing without ends", () => {
  expect(bandPath(points, false, same, same)).toBe("M0.0 2.0L5.0 4.0L5.0 2.0L0.0 0.0Z");
  expect(bandPath([{ x: 1, value: 2 }], false, same, same)).toBe("");
  expect(curveExtent([{ points }])).toEqual([1, 0, 2, 3, 2, 4]);
});
