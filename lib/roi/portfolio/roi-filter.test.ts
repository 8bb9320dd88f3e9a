import { expect, test } from "vitest";
import { filterHref, filterRows, parseRoiFilter } from "./roi-filter";

test("what the address asks for is shown, and what it cannot ask for is ignored", () => {
  const rows = [
    { advice: "stop", grade: "B" },
    { advice: "stop", grade: "C" },
    { advice: "scale", grade: "B" },
  ] as const;
  const shown = (query: Record<string, string>) => filterRows(rows, parseRoiFilter(query)).length;
  expect(shown({})).toBe(3);
  expect(shown({ advice: "stop" })).toBe(2);
  expect(shown({ advice: "stop", grade: "C" })).toBe(1);
  expect(shown({ grade: "E" })).toBe(0);
  expect(shown({ advice: "everything", grade: "Z" })).toBe(3);
});

test("one filter changes and the other stays", () => {
  expect(filterHref({ advice: "stop", grade: null }, { grade: "B" })).toBe("/roi?advice=stop&grade=B#initiatives");
  expect(filterHref({ advice: "stop", grade: null }, { advice: null })).toBe("/roi#initiatives");
});
