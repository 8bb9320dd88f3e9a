import { expect, test } from "vitest";
import { listLines } from "./read-list";

test("ids come one a line, or as the first column of a CSV file with its heading", () => {
  expect(listLines("E1\r\n\r\n E2 \n")).toEqual([
    { line: 1, id: "E1" },
    { line: 3, id: "E2" },
  ]);
  expect(listLines('\uFEFFemployee_id,name\n"E1",Ann\nE2;Bob\n')).toEqual([
    { line: 2, id: "E1" },
    { line: 3, id: "E2" },
  ]);
});

test("several ids on one line are taken apart", () => {
  expect(listLines("E1, E2;E3").map(({ id }) => id)).toEqual(["E1", "E2", "E3"]);
});
