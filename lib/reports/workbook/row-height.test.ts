import { expect, test } from "vitest";
import { heightOf } from "./row-height";

const lines = (text: unknown, width: number) => (heightOf([{ text, width: width + 1 }]) ?? 15) / 15;

test("a row is as high as the lines of its longest text, words whole", () => {
  expect(heightOf([{ text: "short", width: 20 }])).toBeNull();
  expect(lines("ten letter", 10)).toBe(1);
  expect(lines("ten letter s", 10)).toBe(2);
  expect(lines("aaaaaa bbbbbb cccccc", 10)).toBe(3);
  expect(lines("aaaa bbbb cccc dddd", 10)).toBe(2);
  expect(
    heightOf([
      { text: "short", width: 20 },
      { text: "one two three", width: 6 },
    ]),
  ).toBe(45);
});

test("a word longer than its column is broken, a line of its own begins one, and no row is higher than a spreadsheet takes", () => {
  expect(lines("a".repeat(25), 10)).toBe(3);
  expect(lines(`${"a".repeat(25)} bbbb`, 10)).toBe(3);
  expect(lines(`${"a".repeat(25)} bbbbb`, 10)).toBe(4);
  expect(lines("one\ntwo", 10)).toBe(2);
  expect(lines(123_456_789_012, 5)).toBe(1);
  expect(heightOf([{ text: "word ".repeat(900), width: 11 }])).toBe(409);
});
