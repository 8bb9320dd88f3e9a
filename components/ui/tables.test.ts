import { expect, test } from "vitest";
import { csvText } from "./csv-text";
import { directionOf } from "./direction-text";
import { filterRows, sortRows } from "./sort-rows";
import type { Cell, Row } from "./table-types";

const rows = (...values: Cell[]): Row[] => values.map((value, index) => ({ id: String(index), cells: { value } }));
const order = (sorted: readonly Row[]) => sorted.map(({ id }) => id).join("");

test("numbers are sorted by what they are, not by how they are written", () => {
  const people = rows({ text: "1,200", sort: 1200 }, { text: "90", sort: 90 }, { text: "−3", sort: -3 });
  expect(order(sortRows(people, { column: "value", descending: false }))).toBe("210");
  expect(order(sortRows(people, { column: "value", descending: true }))).toBe("012");
});

test("cells without a value come last in both orders, and ties keep their place", () => {
  const people = rows(null, 2, { text: "withheld", sort: null }, 1, 2);
  expect(order(sortRows(people, { column: "value", descending: false }))).toBe("31402");
  expect(order(sortRows(people, { column: "value", descending: true }))).toBe("14302");
});

test("a filter holds when every word stands somewhere in the row", () => {
  const people: Row[] = [
    { id: "0", cells: { name: "Ada Lovelace", unit: "Service" } },
    { id: "1", cells: { name: "Bo Service", unit: "Sales" } },
  ];
  expect(order(filterRows(people, "service ada"))).toBe("0");
  expect(order(filterRows(people, "  SERVICE "))).toBe("01");
  expect(filterRows(people, "")).toBe(people);
});

test("a file holds full numbers, quotes what must be quoted and runs no formula", () => {
  const text = csvText(
    [{ id: "value", header: "A, b" }],
    rows({ text: "64.3%", sort: 0.643 }, 'say "no"', "=1+1", -2, null),
  );
  expect(text).toBe('"A, b"\r\n0.643\r\n"say ""no"""\r\n\'=1+1\r\n-2\r\n\r\n');
});

test("a file holds what a cell says it should, where that is not what it is sorted by", () => {
  const text = csvText([{ id: "value", header: "Effect" }], rows({ text: "12 days", sort: 0.4, saved: "12 days" }));
  expect(text).toBe("Effect\r\n12 days\r\n");
});

test.each([
  [-0.6, "down", undefined, "better"],
  [0.6, "down", undefined, "worse"],
  [0.6, "up", undefined, "better"],
  [0.6, "up", [-0.1, 1.3], "flat"],
  [0.6, "up", [0.1, 1.1], "better"],
  [0, "up", undefined, "flat"],
  [0.6, null, undefined, "flat"],
] as const)("a change of %d where %s is wanted, interval %j, is %s", (change, wanted, interval, direction) => {
  expect(directionOf(change, wanted, interval)).toBe(direction);
});
